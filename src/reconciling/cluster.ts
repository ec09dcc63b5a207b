// A part of a component -> its clusters: the chains of one incident each, by comparison alone.

import { averageLinkage, type ItemPair } from './average-linkage.ts'
import { compareChains } from './compare/compare.ts'
import type { ComparedChain } from './compared-chain.ts'
import type { ComponentPart } from './component.ts'
import type { EventChain } from './event-chain.ts'

/** The least average score within a cluster. */
const MIN_AVERAGE_SCORE = 0.7

export const clusterChains = ({ chains, pairs }: ComponentPart): EventChain[][] =>
  clusterItems(chains.length, pairs, (item) => chains[item]).map((cluster) => cluster.map((item) => chains[item]))

/** A cluster hangs together as a whole: each of its chains is compared with each, whether or not they were a candidate pair. */
export const clusterItems = (
  size: number,
  pairs: readonly ItemPair[],
  chainOf: (item: number) => ComparedChain,
): number[][] =>
  averageLinkage(size, pairs, {
    minAverage: MIN_AVERAGE_SCORE,
    uncompared: (one, other) => compareChains(chainOf(one), chainOf(other)),
  })
