// The candidate pairs of an event chain -> those that connect it: with the chain that it resembles most, with those that resemble it most, and
// with the few that are among each other's closest. All others connect nothing. In a war each chain resembles many others a little, and if
// each of these pairs counted, most chains of a record would be one component.

import type { CandidatePair, MatchStore } from './match-store.ts'

/** Two chains are close if each is among so many that the other resembles most. */
const CLOSE_CHAINS = 3

export function closestPairs(key: string, store: MatchStore): CandidatePair[] {
  const pairs = ranked(key, store)
  return pairs.filter((pair, rank) => {
    if (rank === 0) return true
    const other = otherOf(pair, key)
    const itsRank = ranked(other, store).findIndex((its) => otherOf(its, other) === key)
    return itsRank === 0 || (rank < CLOSE_CHAINS && itsRank < CLOSE_CHAINS)
  })
}

const otherOf = ({ one, other }: CandidatePair, key: string): string => (one === key ? other : one)

/** Those with the highest scores first; of equal scores, by the key of the other chain. */
const ranked = (key: string, store: MatchStore): CandidatePair[] =>
  store.pairs(key).toSorted((a, b) => b.score - a.score || (otherOf(a, key) < otherOf(b, key) ? -1 : 1))

/** Chains that gained or lost a pair, or must be clustered again for another reason -> with those that they are paired with, since what connects these may have changed too. */
export function* withPartners(keys: Iterable<string>, store: MatchStore): Generator<string> {
  for (const key of keys) {
    yield key
    for (const pair of store.pairs(key)) yield otherOf(pair, key)
  }
}
