// The candidate pairs of an event chain -> those that connect it: with the chain that it resembles most, with those that resemble it most, and
// with the few that are among each other's closest. All others connect nothing. In a war each chain resembles many others a little, and if
// each of these pairs counted, most chains of a record would be one component.

import type { CandidatePair, MatchStore } from './match-store.ts'

/** Two chains are close if each is among so many that the other resembles most. */
export const CLOSE_CHAINS = 3

export type ScoredPair = Pick<CandidatePair, 'one' | 'other' | 'score'>

export function closestPairs(key: string, store: MatchStore): CandidatePair[] {
  const pairs = store.pairs(key).toSorted(byCloseness(key))
  return pairs.filter((pair, rank) => {
    if (rank === 0) return true
    const other = otherOf(pair, key)
    const closer = byCloseness(other)
    return connects(rank, store.pairs(other).filter((its) => closer(its, pair) < 0).length)
  })
}

/** By the ranks of a pair among those of its two chains, from 0. */
export const connects = (rank: number, itsRank: number): boolean =>
  rank === 0 || itsRank === 0 || (rank < CLOSE_CHAINS && itsRank < CLOSE_CHAINS)

export const otherOf = ({ one, other }: ScoredPair, key: string): string => (one === key ? other : one)

/** Those with the highest scores first; of equal scores, by the key of the other chain. */
export const byCloseness =
  (key: string) =>
  (a: ScoredPair, b: ScoredPair): number => {
    const [one, other] = [otherOf(a, key), otherOf(b, key)]
    return b.score - a.score || (one < other ? -1 : one > other ? 1 : 0)
  }

/** Chains that gained or lost a pair, or must be clustered again for another reason -> with those that they are paired with, since what connects these may have changed too. */
export function* withPartners(keys: Iterable<string>, store: MatchStore): Generator<string> {
  for (const key of keys) {
    yield key
    for (const pair of store.pairs(key)) yield otherOf(pair, key)
  }
}
