// A record's path -> the record, open for reading, once its incidents are those of the readings in it.

import { isWritable } from '../../record/copy-aside.ts'
import { areIncidentsCurrent, refreshIncidents } from '../../record/incidents/refresh.ts'
import type { OpenRecord } from '../../record/open.ts'
import { patiently } from '../../record/patience.ts'
import { withCopy, withRecord } from './with-record.ts'

/** Where nothing may be written, they are worked out in a copy. */
export async function withIncidents<T>(path: string, use: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const current = await withRecord(path, 'read', (record) => areIncidentsCurrent(record))
  if (current) return withRecord(path, 'read', use)
  if (!isWritable(path))
    return withCopy(path, (record) => {
      refreshIncidents(record)
      return use(record)
    })
  await withRecord(path, 'write', (record) => patiently(record, () => refreshIncidents(record)))
  return withRecord(path, 'read', use)
}
