// The counts of an event, and whether two of one kind can both be right: "dozens" and 38, "at least 40" and 45; not 12 and 17.

import type { Article, Count, Span } from '../types.ts'
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

/** Whether the first can count some of those whom the second counts. */
export const isPartOf = (part: Range, whole: Range): boolean => whole.high === null || part.low <= whole.high

/** "since the war began", "so far this year": a number for more than one event. */
const OF_MORE =
  /\b(?:since (?!the (?:morning|evening|attack|blast|raid))|so far (?:this|in)|(?:this|last) (?:year|month)\b|(?:over|in|during|within) the (?:past|last|previous) (?:\S+ ){0,2}(?:weeks?|months?|years?|decades?)|in (?:the )?(?:\S+ ){1,2}(?:years|months|decades) (?:of|since)|during the (?:\S+ )?(?:war|conflict|insurgency|uprising|campaign)|throughout the (?:war|conflict|year))/i
const TOTAL = /\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)) (?:\S+ ){0,6}(?:total|toll|number|count)\b[^.;]*$/i

/** Its clause says so behind it, or the words before it speak of a total. */
function isOfMore(span: Span, { sentences = [] }: Article, text: string): boolean {
  const sentence = sentences.find(({ span: [from, to] }) => from <= span[0] && span[1] <= to)?.span
  if (!sentence) return false
  const behind = /^[^;:.!?]{0,90}/.exec(text.slice(span[1], sentence[1]))?.[0] ?? ''
  // The next number begins another clause.
  const clause = behind.split(/,? (?:and|but|while) (?=\S*\d|an?\b|two|three|four|five|dozens)/)[0]
  return OF_MORE.test(clause) || TOTAL.test(text.slice(sentence[0], span[0]))
}

/** @returns the tallies of the counts with these ids, in the order of the text */
export function talliesIn(article: Article, text: string): (ids: readonly string[]) => Tally[] {
  const { counts } = article
  const replaced = new Set(counts.flatMap(({ was }) => was ?? []))
  const places = new Map(counts.map(({ id }, place) => [id, place]))
  const tally = ({ id, fate, of, side, low, high, approximate, span, partOf }: Count): Tally => ({
    fate: fate ?? null,
    of,
    ...(side === undefined ? {} : { side }),
    low,
    high,
    approximate,
    text: text.slice(...span),
    span,
    ...(replaced.has(id) ? { former: true as const } : {}),
    ...(partOf === undefined ? {} : { part: true as const }),
    ...(isOfMore(span, article, text) ? { elsewhere: true as const } : {}),
  })
  return (ids) =>
    [...new Set(ids)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .map((place) => tally(counts[place]))
}
