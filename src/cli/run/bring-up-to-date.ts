// A record -> its incidents are those of the readings in it: of what changed alone where little did, else of everything.

import { randomUUID } from 'node:crypto'
import { openMatchStore } from '../../reconciling/match-store.ts'
import { updateIncidents } from '../../reconciling/reconcile.ts'
import { fillShelf, listVersionedReadings, type Version } from '../../record/incidents/fill-shelf.ts'
import { groupingsOf } from '../../record/incidents/groupings.ts'
import { areIncidentsFresh } from '../../record/incidents/incidents.ts'
import { catchUp, countStale, shelfState } from '../../record/incidents/stale.ts'
import type { OpenRecord } from '../../record/open.ts'
import { recordShelf, storedShingles, storedTelling } from './record-shelf.ts'

/** Documents of one step: others can write between steps. */
const STEP = 20
/** Where more of the record than this has changed, all at once is faster than one after the other. */
const MUCH = 0.3
const FEW = 50

export const isUpToDate = (record: OpenRecord, reconciler: string): boolean =>
  areIncidentsFresh(record) && shelfState(record).reconciler === reconciler

/** @param reconciler tells this program's way of reconciling from another's, whose shelf is of no use */
export function bringUpToDate(record: OpenRecord, reconciler: string): void {
  if (isUpToDate(record, reconciler)) return
  for (;;) {
    const found = shelfState(record)
    const { stale, all } = countStale(record)
    if (found.reconciler !== reconciler || (stale > FEW && stale > MUCH * all)) fill(record, reconciler)
    else if (!catchUp(record, STEP, settleIn(record))) return
  }
}

const settleIn =
  (record: OpenRecord): Parameters<typeof catchUp>[2] =>
  (stored, stale) =>
    updateIncidents(recordShelf(stored), stale, groupingsOf(record))

function fill(record: OpenRecord, reconciler: string): void {
  const found = shelfState(record)
  const store = openMatchStore()
  const versions: Version[] = []
  function* changes() {
    for (const { reading, ...version } of listVersionedReadings(record)) {
      versions.push(version)
      yield { id: version.id, reading }
    }
  }
  const { added: incidents } = updateIncidents(store, changes(), groupingsOf(record))
  function* documents() {
    for (const [id, { chains, shingles }] of store.documents())
      yield {
        id,
        tellings: chains.map((chain) => storedTelling(chain, store.incident(chain.key))),
        shingles: shingles.map(storedShingles),
      }
  }
  fillShelf(
    record,
    { versions, documents: documents(), threads: store.allPairs(), incidents },
    { found, filler: randomUUID(), reconciler },
  )
}
