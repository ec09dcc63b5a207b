// Opens the record and sees to it that its incidents are those of the readings in it, then hands it over.

import { reconcile } from '../reconciling/reconcile.ts'
import { listReadings } from '../record/documents.ts'
import { areIncidentsFresh, writeIncidents } from '../record/incidents.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Reading } from '../types.ts'
import { withRecord } from './with-record.ts'

export async function withIncidents<T>(path: string, use: (record: OpenRecord) => T | Promise<T>): Promise<T> {
  const fresh = await withRecord(path, 'read', areIncidentsFresh)
  if (!fresh) await withRecord(path, 'write', refreshIncidents)
  return withRecord(path, 'read', use)
}

/** Of a record that is open for writing. */
export function refreshIncidents(record: OpenRecord): void {
  if (!areIncidentsFresh(record)) writeIncidents(record, reconcile(readingsOf(record)))
}

function* readingsOf(record: OpenRecord): Generator<Reading> {
  for (const json of listReadings(record)) yield JSON.parse(json)
}
