// Readings, however many -> their incidents as lines of JSON, the same to the byte as `reconcile` makes them. Beyond a bound the event chains and
// the incidents go to temporary files, so that memory grows by some hundred bytes a chain.

import { incidentsOf, type Said } from '../../reconciling/all-at-once.ts'
import { byTime, chainsOf, saidIn } from '../../reconciling/reconcile.ts'
import type { Reading } from '../../types.ts'
import { openGrowingShelf } from './growing-shelf.ts'
import { openIncidentFile, packIncident } from './incident-file.ts'

export interface LargeReconciler {
  /** Replaces an earlier reading of the same document. */
  add(reading: Reading): void
  /** By time, then by id; to be asked for once. */
  incidents(): Generator<string>
}

/** @param most bytes of event chains in memory; 0 always takes files */
export function openLargeReconciler(most: number, said: Said = saidIn([], [], [])): LargeReconciler {
  const shelf = openGrowingShelf(most)
  return {
    add: (reading) => shelf.put(chainsOf(reading, said)),
    *incidents() {
      const found = incidentsOf(shelf.number(), said)
      if (shelf.isLarge()) {
        const file = openIncidentFile()
        for (const { incident } of found) file.put(packIncident(incident))
        shelf.close()
        yield* file.inOrder()
        file.close()
      } else
        for (const incident of Array.from(found, (each) => each.incident).sort(byTime)) yield JSON.stringify(incident)
    },
  }
}
