// Whether the record's incidents are those of its readings, and which version of reconciling filled its match store.

import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open-record.ts'

/** False from the moment that a reading is added, changed or removed: triggers of the schema see to that. */
export const areIncidentsFresh = ({ db }: OpenRecord): boolean =>
  db.prepare<[], number>('SELECT fresh FROM incidents_state').pluck().get() === 1

export const markStale = ({ db }: OpenRecord): void => void db.exec('UPDATE incidents_state SET fresh = 0')

export const markFresh = ({ db }: OpenRecord): void => void db.exec('UPDATE incidents_state SET fresh = 1')

export interface MatchStoreState {
  /** The version of reconciling that filled it; null while it is empty or half filled. */
  reconciler: string | null
  /** The process that filled it last, or is filling it. */
  filler: string | null
}

export const matchStoreState = ({ db }: Pick<OpenRecord, 'db'>): MatchStoreState =>
  db.prepare<[], MatchStoreState>('SELECT reconciler, filler FROM match_store_state').get() ?? {
    reconciler: null,
    filler: null,
  }

/** Deletes all that was worked out from readings, the match store included; the next refresh works it out again. */
export function forgetIncidents(record: OpenRecord): void {
  const { db } = record
  const forget = db.transaction(() => {
    breakSeal(record)
    db.exec('DELETE FROM incident_accounts; DELETE FROM incidents')
    db.exec('UPDATE match_store_state SET reconciler = NULL, filler = NULL')
    markStale(record)
  })
  forget.immediate()
}

/**
 * Of fresh incidents: as long as this stays, so do they. What they are made of are readings, each change of which has a number, and the
 * version of reconciling.
 */
export function incidentsVersion(record: OpenRecord): string {
  const last = record.db.prepare<[], number | null>('SELECT max(version) FROM reading_versions').pluck().get()
  const { reconciler, filler } = matchStoreState(record)
  return `${last} ${reconciler} ${filler}`
}
