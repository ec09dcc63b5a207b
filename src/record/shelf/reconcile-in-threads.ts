// Documents, however many -> their incidents as lines of JSON, the same to the byte as `reconcile` makes them. Threads compare, cluster and
// describe; this one keeps the files, and of each chain some eighty bytes in memory.

import { openClosestOfAll } from '../../reconciling/closest-of-all.ts'
import { type Comparisons, comparisonsOf, type ScoredPairs } from './comparisons.ts'
import { type Component, componentsOf } from './components.ts'
import { openFileShelf } from './file-shelf.ts'
import { openIncidentFile, type PackedIncident } from './incident-file.ts'
import type { PackedDocument } from './packed-document.ts'

/** Each does compareAll and describeAll; what comes out is in any order. */
export interface ReconcilingThreads {
  compare(pieces: Iterable<Comparisons>): AsyncIterable<ScoredPairs>
  describe(pieces: Iterable<Component[]>): AsyncIterable<PackedIncident[]>
}

/** @param documents of several with one id, the last counts */
export async function* reconcileInThreads(
  documents: AsyncIterable<PackedDocument>,
  threads: ReconcilingThreads,
): AsyncGenerator<string> {
  const shelf = openFileShelf()
  const file = openIncidentFile()
  try {
    for await (const document of documents) shelf.putPacked(document)
    const chains = shelf.number()
    const closest = openClosestOfAll(chains.count)
    for await (const { chains: pairs, scores } of threads.compare(comparisonsOf(chains)))
      for (const [at, score] of scores.entries()) closest.offer(pairs[2 * at], pairs[2 * at + 1], score)
    for await (const incidents of threads.describe(componentsOf(chains, closest)))
      for (const incident of incidents) file.put(incident)
    yield* file.inOrder()
  } finally {
    shelf.close()
    file.close()
  }
}
