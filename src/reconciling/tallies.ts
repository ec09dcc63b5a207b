// The counts of an event, and whether two of one kind can both be right: "dozens" and 38, "at least 40" and 45; not 12 and 17.

import type { Article, EventMention } from '../types.ts'
import type { Tally } from './mention.ts'

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

export function talliesOf({ counts }: EventMention, article: Article, text: string): Tally[] {
  const replaced = new Set(article.counts.flatMap(({ was }) => was ?? []))
  return article.counts
    .filter(({ id }) => counts.includes(id))
    .map(({ id, fate, of, side, low, high, approximate, span }) => ({
      fate: fate ?? null,
      of,
      ...(side === undefined ? {} : { side }),
      low,
      high,
      approximate,
      text: text.slice(...span),
      span,
      ...(replaced.has(id) ? { former: true as const } : {}),
    }))
}
