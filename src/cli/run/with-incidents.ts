// A record's path -> the record, open for reading, once its incidents are those of the readings in it.

import { areIncidentsCurrent, refreshIncidents } from '../../record/incidents/refresh.ts'
import type { OpenRecord } from '../../record/open.ts'
import { withRecord } from './with-record.ts'

export async function withIncidents<T>(path: string, use: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const current = await withRecord(path, 'read', (record) => areIncidentsCurrent(record))
  if (!current) await withRecord(path, 'write', (record) => refreshIncidents(record))
  return withRecord(path, 'read', use)
}
