// The candidate pairs of all chains, as they are found -> for each chain the few that it resembles most, and the pairs that connect: the same
// that closest-pairs.ts finds one by one in a match store. Forty bytes a chain, however many pairs there are.

import type { ItemPair } from './average-linkage.ts'
import { CLOSE_CHAINS } from './closest-pairs.ts'

export interface ClosestOfAll {
  /** A pair may be offered more than once. */
  offer(one: number, other: number, score: number): void
  /** The pairs that connect this chain with others, so that each pair is told of one of its chains. */
  connecting(chain: number): ItemPair[]
}

export function openClosestOfAll(count: number): ClosestOfAll {
  const others = new Int32Array(count * CLOSE_CHAINS).fill(-1)
  const scores = new Float64Array(count * CLOSE_CHAINS)
  const rankOf = (chain: number, other: number): number =>
    others.subarray(chain * CLOSE_CHAINS, (chain + 1) * CLOSE_CHAINS).indexOf(other)

  /** Those with the highest scores first; of equal scores, the lower number. */
  const insert = (chain: number, other: number, score: number): void => {
    const first = chain * CLOSE_CHAINS
    let at = first + CLOSE_CHAINS
    while (at > first && isCloser(other, score, others[at - 1], scores[at - 1])) at--
    if (at === first + CLOSE_CHAINS || (at > first && others[at - 1] === other)) return
    others.copyWithin(at + 1, at, first + CLOSE_CHAINS - 1)
    scores.copyWithin(at + 1, at, first + CLOSE_CHAINS - 1)
    others[at] = other
    scores[at] = score
  }

  return {
    offer(one, other, score) {
      insert(one, other, score)
      insert(other, one, score)
    },
    connecting(chain) {
      const pairs: ItemPair[] = []
      for (let rank = 0; rank < CLOSE_CHAINS; rank++) {
        const other = others[chain * CLOSE_CHAINS + rank]
        if (other < 0) break
        const back = rankOf(other, chain)
        // It is the other's best too, or among its closest: then both know of it, and the lower one tells. Else only as this one's best.
        if (back >= 0 ? chain < other : rank === 0)
          pairs.push({ one: chain, other, score: scores[chain * CLOSE_CHAINS + rank] })
      }
      return pairs
    },
  }
}

const isCloser = (other: number, score: number, than: number, itsScore: number): boolean =>
  than < 0 || score > itsScore || (score === itsScore && other < than)
