// Two counts of one kind -> whether both can be right: "dozens" and 38, "at least 40" and 45; not 12 and 17.

import type { Tally } from './mentions.ts'

type Range = Pick<Tally, 'low' | 'high' | 'approximate'>

/** How far off an approximate number may be. */
const ROUGH = 0.15

export function agree(one: Range, other: Range): boolean {
  const [a, b] = [widened(one), widened(other)]
  return a.low <= b.high && b.low <= a.high
}

function widened({ low, high, approximate }: Range): { low: number; high: number } {
  const far = approximate && high !== null && low === high ? ROUGH * low : 0
  return { low: low - far, high: high === null ? Number.POSITIVE_INFINITY : high + far }
}
