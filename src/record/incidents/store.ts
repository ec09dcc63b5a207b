// Incidents -> the record's tables: all of them anew, or those that a change of readings removed and added.

import type { Incident } from '../../types.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open-record.ts'
import { markFresh } from './freshness.ts'
import { incidentRow } from './row.ts'

/** Replaces all that were there, in one transaction. */
export function writeIncidents(record: OpenRecord, incidents: Iterable<Incident>): void {
  const write = record.db.transaction(() => {
    breakSeal(record)
    record.db.exec('DELETE FROM incident_accounts; DELETE FROM incidents')
    changeIncidents(record, { removed: [], added: incidents })
    markFresh(record)
  })
  write.immediate()
}

const COLUMNS = [
  'id',
  'type',
  'mode',
  'start',
  'end',
  'place',
  'country',
  'lat',
  'lon',
  'accounts',
  'origins',
  'substantial',
  'unnamed',
  'disputed',
  'grade',
  'json',
] as const

/** Within a transaction. */
export function changeIncidents(
  { db }: OpenRecord,
  { removed, added }: { removed: Iterable<string>; added: Iterable<Incident> },
): void {
  const remove = db.prepare<[string]>('DELETE FROM incidents WHERE id = ?')
  for (const id of removed) remove.run(id)
  const insert = db.prepare<[Record<string, string | number | null>]>(
    `INSERT INTO incidents (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`,
  )
  const insertAccount = db.prepare<[string, number, string, number, string, string, string, string | null]>(
    `INSERT INTO incident_accounts (incident, account, document, article, event, origin, origin_kind, party)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (const incident of added) {
    const { agreed, substantial, unnamed, disputed, ...row } = incidentRow(incident)
    insert.run({
      ...row,
      substantial: substantial ? 1 : 0,
      unnamed: unnamed ? 1 : 0,
      disputed: disputed.join('; ') || null,
      json: JSON.stringify(incident),
    })
    for (const [at, { document, article, event, origin, originKind, party }] of incident.accounts.entries())
      insertAccount.run(incident.id, at, document, article, event, origin, originKind, party ?? null)
  }
}
