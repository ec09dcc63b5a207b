// A record -> its incidents brought up to date: only what changed is worked out again, or everything if much did.

import { updateIncidents } from '../../reconciling/reconcile.ts'
import { breakSeal } from '../custody/seal.ts'
import type { OpenRecord } from '../open-record.ts'
import { fillMatchStore } from './fill.ts'
import { areIncidentsFresh, markFresh, matchStoreState } from './freshness.ts'
import { saidOfMentions } from './groupings.ts'
import { openStoredMatchStore } from './match-store.ts'
import { partiesIn, partyKeeper, sayingsOf } from './parties.ts'
import { reconcilerVersion } from './reconciler-version.ts'
import { countStale, staleDocuments } from './stale.ts'
import { changeIncidents } from './store.ts'

/** Documents in a transaction: others can write between two of them. */
const STEP_SIZE = 20
/** If more documents than both have changed, filling the match store anew is faster. */
const MAX_STALE_SHARE = 0.3
const MAX_STALE = 50

export const areIncidentsCurrent = (record: OpenRecord, reconciler = reconcilerVersion()): boolean =>
  areIncidentsFresh(record) && matchStoreState(record).reconciler === reconciler

/** @param reconciler names this version of reconciling: a match store that another one filled is of no use */
export function refreshIncidents(record: OpenRecord, reconciler = reconcilerVersion()): void {
  if (areIncidentsCurrent(record, reconciler)) return
  for (;;) {
    const found = matchStoreState(record)
    const { stale, all } = countStale(record)
    if (found.reconciler !== reconciler || (stale > MAX_STALE && stale > MAX_STALE_SHARE * all))
      fillMatchStore(record, reconciler)
    else if (!updateSome(record)) return
  }
}

/** One transaction. Returns whether there may be more to do. */
function updateSome(record: OpenRecord): boolean {
  const { db } = record
  const update = db.transaction((): boolean => {
    breakSeal(record)
    const stale = staleDocuments(record, STEP_SIZE)
    if (stale.length === 0) {
      markFresh(record)
      return false
    }
    const { groupings, byHand } = saidOfMentions(record)
    changeIncidents(record, updateIncidents(openStoredMatchStore(record), stale, groupings, sayingsOf(record), byHand))
    const insert = db.prepare('INSERT OR REPLACE INTO matched_readings (document, id, version) VALUES (?, ?, ?)')
    const remove = db.prepare('DELETE FROM matched_readings WHERE document = ?')
    const keepParties = partyKeeper(record)
    for (const { number, id, version, reading } of stale) {
      keepParties(number, partiesIn(version === null ? null : reading))
      if (version === null) remove.run(number)
      else insert.run(number, id, version)
    }
    return true
  })
  return update.immediate()
}
