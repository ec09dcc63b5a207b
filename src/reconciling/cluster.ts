// A component -> its clusters: the chains of one incident each.

import { averageLinkage, type ItemPair } from './average-linkage.ts'
import { compareChains } from './compare/compare.ts'
import type { Component } from './component.ts'
import { type Constraints, groupOfChain } from './constraints.ts'
import type { EventChain } from './event-chain.ts'

/**
 * The least average score within a cluster. Below even odds, since look-alikes are far more frequent in what the weights were fitted on than
 * in news; chosen on the same sets.
 */
const MIN_AVERAGE_SCORE = -0.5
/** The score of a pair that was not compared. */
const UNCOMPARED_SCORE = -3
/** In components of more chains only the candidate pairs have a score. */
const MAX_CHAINS_COMPARED_IN_FULL = 150

export function clusterChains({ chains, pairs }: Component, constraints: Constraints): EventChain[][] {
  return averageLinkage(
    chains.length,
    chains.length <= MAX_CHAINS_COMPARED_IN_FULL ? compareEach(chains) : pairs,
    { minAverage: MIN_AVERAGE_SCORE, uncompared: UNCOMPARED_SCORE },
    { groups: chains.map((chain) => groupOfChain(chain, constraints)), cannotLink: constraints.cannotLink },
  ).map((cluster) => cluster.map((item) => chains[item]))
}

const compareEach = (chains: readonly EventChain[]): ItemPair[] =>
  chains.flatMap((chain, one) =>
    chains.slice(one + 1).map((next, step) => ({ one, other: one + 1 + step, score: compareChains(chain, next) })),
  )
