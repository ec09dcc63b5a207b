// A part of a component -> its clusters: the chains of one incident each, by comparison alone.

import { averageLinkage } from './average-linkage.ts'
import { compareChains } from './compare/compare.ts'
import type { ComponentPart } from './component.ts'
import type { EventChain } from './event-chain.ts'

/** The least average score within a cluster. */
const MIN_AVERAGE_SCORE = 0.7

/** A cluster hangs together as a whole: each of its chains is compared with each, whether or not they were a candidate pair. */
export function clusterChains({ chains, pairs }: ComponentPart): EventChain[][] {
  return averageLinkage(chains.length, pairs, {
    minAverage: MIN_AVERAGE_SCORE,
    uncompared: (one, other) => compareChains(chains[one], chains[other]),
  }).map((cluster) => cluster.map((item) => chains[item]))
}
