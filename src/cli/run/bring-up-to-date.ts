// A record -> its incidents are those of the readings in it: of what changed alone where little did, else of everything.

import { randomUUID } from 'node:crypto'
import { openReconciling } from '../../reconciling/reconcile.ts'
import { openShelf } from '../../reconciling/shelf.ts'
import { fillShelf, listVersionedReadings } from '../../record/incidents/fill-shelf.ts'
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
  (stored, stale) => {
    const reconciling = openReconciling(recordShelf(stored), groupingsOf(record))
    for (const { id, reading } of stale)
      if (reading) reconciling.add(reading)
      else reconciling.remove(id)
    return reconciling.settle()
  }

function fill(record: OpenRecord, reconciler: string): void {
  const found = shelfState(record)
  const shelf = openShelf()
  const reconciling = openReconciling(shelf, groupingsOf(record))
  const versions = []
  for (const { reading, ...version } of listVersionedReadings(record)) {
    reconciling.add(reading)
    versions.push(version)
  }
  const { come: incidents } = reconciling.settle()
  function* documents() {
    for (const [id, { tellings, printed }] of shelf.documents())
      yield {
        id,
        tellings: tellings.map((telling) => storedTelling(telling, shelf.incident(telling.key))),
        shingles: printed.map(storedShingles),
      }
  }
  fillShelf(
    record,
    { versions, documents: documents(), threads: shelf.allThreads(), incidents },
    { found, filler: randomUUID(), reconciler },
  )
}
