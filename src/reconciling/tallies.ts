// The counts of an event as its tallies, and whether two of one kind can both be right: "dozens" and 38, "at least 40" and 45; not 12 and 17.

import type { Article, Count } from '../types.ts'
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

/** "five of the rebels", "four of the dead"; "killed two and eight others", as far as the eight go. */
function isPart(phrase: string, behind: string, fate: Count['fate']): boolean {
  const words = phrase.toLowerCase().split(' ')
  const of = words.indexOf('of', 1)
  return (
    (of > 0 && DEFINITE.has(words[of + 1]) && !OWN_SIDE.test(phrase)) ||
    /^ of (?:the|them|those|these) (?!\d|(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen)\b)/i.test(
      behind,
    ) ||
    (fate === 'killed' && (words.at(-1) === 'others' || words.at(-1) === 'other'))
  )
}

/** As many as " of those " takes, and more. */
const CHARACTERS_BEHIND = 16

/** "five of its fighters died" is how many a side lost. */
const OWN_SIDE =
  /\bof (?:its|their|his|her|our) (?:own )?(?:fighters|soldiers|troops|men|members|officers|policemen|guards|personnel)\b/i

const DEFINITE = new Set(['the', 'them', 'those', 'these', 'his', 'her', 'their', 'its'])

/** @returns the tallies of the counts with these ids, in the order of the text */
export function talliesIn({ counts }: Article, text: string): (ids: readonly string[]) => Tally[] {
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
    ...(partOf !== undefined || isPart(text.slice(...span), text.slice(span[1], span[1] + CHARACTERS_BEHIND), fate)
      ? { part: true as const }
      : {}),
  })
  return (ids) =>
    [...new Set(ids)]
      .flatMap((id) => places.get(id) ?? [])
      .sort((a, b) => a - b)
      .map((place) => tally(counts[place]))
}
