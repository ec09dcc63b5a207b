// A part of a component -> its clusters: the chains of one incident each, by comparison alone.

import { averageLinkage, type ItemPair } from './average-linkage.ts'
import { compareChains } from './compare/compare.ts'
import type { ComponentPart } from './component.ts'
import type { EventChain } from './event-chain.ts'

/** The least average score within a cluster. */
const MIN_AVERAGE_SCORE = 0.7
/** The score of a pair that was not compared. */
const UNCOMPARED_SCORE = -0.5
/** In parts of more chains only the candidate pairs have a score. */
const MAX_CHAINS_COMPARED_IN_FULL = 150

export function clusterChains({ chains, pairs }: ComponentPart): EventChain[][] {
  return averageLinkage(chains.length, chains.length <= MAX_CHAINS_COMPARED_IN_FULL ? compareEach(chains) : pairs, {
    minAverage: MIN_AVERAGE_SCORE,
    uncompared: UNCOMPARED_SCORE,
  }).map((cluster) => cluster.map((item) => chains[item]))
}

const compareEach = (chains: readonly EventChain[]): ItemPair[] =>
  chains.flatMap((chain, one) =>
    chains.slice(one + 1).map((next, step) => ({ one, other: one + 1 + step, score: compareChains(chain, next) })),
  )
