// The tolls of two events -> how far they are those of two: other numbers, or other fates.

import type { ComparedTally } from '../compared-chain.ts'
import { agree } from '../tallies.ts'

/** A toll may rise, but seldom fourfold. */
const MANIFOLD = Math.log(4)

/** 0 if two of one fate can both be right, or none can be compared; 1 if the nearest two differ fourfold. */
export function differenceOfTolls(ones: readonly ComparedTally[], others: readonly ComparedTally[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of ones)
    for (const other of others) {
      if (one.fate === null || one.fate !== other.fate) continue
      if (agree(one, other)) return 0
      least = Math.min(least, Math.abs(Math.log((one.low + 1) / (other.low + 1))))
    }
  return least === Number.POSITIVE_INFINITY ? 0 : Math.min(1, least / MANIFOLD)
}

/** Two were killed, and two were taken: no fate in common. */
export function haveOtherFates(ones: readonly ComparedTally[], others: readonly ComparedTally[]): boolean {
  const [fates, those] = [ones, others].map((tallies) => tallies.flatMap(({ fate }) => fate ?? []))
  return fates.length > 0 && those.length > 0 && !fates.some((fate) => those.includes(fate))
}

/** Half of all reports count one or two: only a higher number tells. */
const MIN_TELLING_TOLL = 3

/** The same number of one fate. */
export const haveOneToll = (ones: readonly ComparedTally[], others: readonly ComparedTally[]): boolean =>
  ones.some(
    ({ fate, low }) =>
      fate !== null && low >= MIN_TELLING_TOLL && others.some((other) => other.fate === fate && other.low === low),
  )
