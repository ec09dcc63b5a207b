// The record -> which documents have another reading by now than the shelf was filled with, and the shelf brought up to date with them.

import type { Incident, Reading } from '../../types.ts'
import { breakSeal } from '../custody/seal.ts'
import { asDecided } from '../decisions.ts'
import type { OpenRecord } from '../open.ts'
import { changeIncidents, markFresh, markStale } from './incidents.ts'
import { openStoredShelf, type StoredShelf } from './shelf.ts'

export interface ShelfState {
  /** The program whose shelf it is; null while it is empty or half filled. */
  reconciler: string | null
  /** Who filled it last, or is about to. */
  filler: string | null
}

export const shelfState = ({ db }: Pick<OpenRecord, 'db'>): ShelfState =>
  db.prepare<[], ShelfState>('SELECT reconciler, filler FROM shelf_state').get() ?? { reconciler: null, filler: null }

export const countStale = ({ db }: OpenRecord): { stale: number; all: number } =>
  db
    .prepare<[], { stale: number; all: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE h.version IS NOT v.version) AS stale
       FROM reading_versions v LEFT JOIN shelved h USING (document)`,
    )
    .get() ?? { stale: 0, all: 0 }

/** A document whose present reading the shelf does not have. */
export interface Stale {
  /** Under which the shelf has it. */
  id: string
  /** What counts of all documents with this id, that which came last, as people left it; null where there is none any more. */
  reading: Reading | null
}

/**
 * One step, which is one transaction: what `settle` makes of so many documents goes onto the shelf and among the incidents.
 * @returns whether there may be more to do
 */
export function catchUp(
  record: OpenRecord,
  limit: number,
  settle: (shelf: StoredShelf, stale: readonly Stale[]) => { removed: string[]; added: Incident[] },
): boolean {
  const { db } = record
  const step = db.transaction((): boolean => {
    breakSeal(record)
    const stale = staleDocuments(record, limit)
    if (stale.length === 0) {
      markFresh(record)
      return false
    }
    changeIncidents(record, settle(openStoredShelf(record), stale))
    const shelve = db.prepare('INSERT OR REPLACE INTO shelved VALUES (@number, @id, @version)')
    const forget = db.prepare('DELETE FROM shelved WHERE document = @number')
    for (const { number, id, version } of stale)
      if (version === null) forget.run({ number })
      else shelve.run({ number, id, version })
    return true
  })
  return step.immediate()
}

/** All that was worked out from readings goes, the shelf too, so that it is worked out anew when somebody asks for it. */
export function forgetIncidents(record: OpenRecord): void {
  const { db } = record
  const forget = db.transaction(() => {
    breakSeal(record)
    db.exec(
      'DELETE FROM incident_accounts; DELETE FROM incidents; UPDATE shelf_state SET reconciler = NULL, filler = NULL',
    )
    markStale(record)
  })
  forget.immediate()
}

interface StaleRow {
  number: number
  id: string
  /** Null where the document is gone. */
  version: number | null
}

function staleDocuments(record: OpenRecord, limit: number): (Stale & StaleRow)[] {
  const lastOfId = record.db
    .prepare<[string], string>(
      'SELECT json FROM documents JOIN readings ON document = number WHERE id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
  return record.db
    .prepare<[number], StaleRow>(
      `SELECT document AS number, id, NULL AS version FROM shelved WHERE document NOT IN (SELECT document FROM reading_versions)
       UNION ALL
       SELECT v.document, d.id, v.version
       FROM reading_versions v JOIN documents d ON d.number = v.document LEFT JOIN shelved h ON h.document = v.document
       WHERE h.version IS NOT v.version ORDER BY 1 LIMIT ?`,
    )
    .all(limit)
    .map((row) => {
      const json = lastOfId.get(row.id)
      return { ...row, reading: json === undefined ? null : asDecided(record, JSON.parse(json)) }
    })
}
