// Two event chains -> the signs of their tolls: the same, two that can both be right ("dozens" and 38), others.

import type { EventChain } from '../event-chain.ts'
import type { Tally } from '../mention.ts'
import { agree } from '../tallies.ts'
import type { Signs } from './signs.ts'

export function signsOfCounts({ tallies: ones }: EventChain, { tallies: others }: EventChain): Signs {
  const [harmed, harmedToo] = [ones.filter(hasFate), others.filter(hasFate)]
  if (harmed.length === 0 || harmedToo.length === 0) return {}
  const pairs = harmed.flatMap((one) =>
    harmedToo.filter(({ fate }) => fate === one.fate).map((other) => ({ one, other })),
  )
  if (pairs.length === 0) return { 'counts: other fates': 1 }
  const same = pairs.filter(({ one, other }) => one.low === other.low && one.high === other.high)
  if (same.length > 0) {
    const largest = Math.max(...same.map(({ one }) => one.low))
    // Many events kill two; few kill thirty-seven.
    return { 'counts: same toll': 1, 'counts: same large toll': Math.min(1, Math.log(Math.max(1, largest)) / LARGE) }
  }
  if (pairs.some(({ one, other }) => agree(one, other))) return { 'counts: toll that may be the same': 1 }
  const ratios = pairs.map(({ one, other }) => Math.abs(Math.log((one.low + 1) / (other.low + 1))))
  return { 'counts: other toll': Math.min(1, Math.min(...ratios) / MANIFOLD) }
}

const hasFate = ({ fate }: Tally): boolean => fate !== null

const LARGE = Math.log(40)
/** A toll may rise, but seldom fourfold. */
const MANIFOLD = Math.log(4)
