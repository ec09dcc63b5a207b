// A sentence -> its quantities with their bounds: "at least 40", "between 1.2 and 1.5 million".

import type { Span } from '../../types.ts'
import { NUMBER, parseNumber } from '../numbers.ts'

export interface Quantity {
  span: Span
  low: number
  /** Null where nothing bounds it. */
  high: number | null
  approximate: boolean
}

type Bounds = Omit<Quantity, 'span'>

const GAP = '[ \\t\\r\\n\\u00a0]{1,3}'
const SCALES = '(?:dozen|hundred|thousand|lakh|million|crore|billion)'

/** What "about" allows: a tenth to either side, and one at least. */
const margin = (value: number): number => Math.max(1, Math.round(value / 10))

const atLeast = (low: number): Bounds => ({ low, high: null, approximate: false })
const atMost = (high: number): Bounds => ({ low: 0, high, approximate: false })
const exactly = (value: number): Bounds => ({ low: value, high: value, approximate: false })
const about = (value: number): Bounds => ({
  low: Math.max(0, value - margin(value)),
  high: value + margin(value),
  approximate: true,
})
const nearly = (value: number): Bounds => ({ low: value - margin(value), high: value, approximate: true })
const justOver = (value: number): Bounds => ({ low: value, high: value + margin(value), approximate: true })

/** "More than 40" and "at least 40" are said of the same figure, so both hold it. */
const BOUNDED: readonly (readonly [words: string, bounds: (value: number) => Bounds])[] = [
  ['at (?:the very )?least|no (?:fewer|less) than|not (?:fewer|less) than|a minimum of|as few as', atLeast],
  ['(?:slightly|just|little|a little) (?:more than|over|above)', justOver],
  ['more than|over|above|upwards? of|in excess of|exceeding|well over|north of', atLeast],
  ['up to|as many as|at (?:the )?most|no more than|not more than|a maximum of|(?:fewer|less) than|under|below', atMost],
  ['nearly|almost|close to|just (?:under|below)|just short of', nearly],
  ['about|around|roughly|approximately|approx\\.|some|an estimated|estimated|an? (?:average|total) of about', about],
]

/** Words for a number nobody counted. */
const LOOSE: readonly (readonly [words: string, low: number, high: number | null])[] = [
  ['hundreds of thousands', 200_000, 999_999],
  ['tens of thousands', 20_000, 99_999],
  ['tens of millions', 20_000_000, 99_999_999],
  ['hundreds of millions', 200_000_000, 999_999_999],
  ['(?:several|a few) dozens?', 24, 99],
  ['(?:several|a few) hundred', 200, 999],
  ['(?:several|a few) thousand', 2000, 9999],
  ['(?:several|a few) million', 2_000_000, 9_999_999],
  ['a couple (?:of )?dozen', 20, 30],
  ['a couple (?:of )?hundred', 150, 250],
  ['dozens', 24, 99],
  ['scores', 40, 99],
  ['hundreds', 200, 999],
  ['thousands', 2000, 99_999],
  ['millions', 2_000_000, null],
  ['tens', 20, 99],
  ['several', 3, 9],
  ['a handful of', 3, 6],
  ['a few', 3, 9],
  ['a couple of', 2, 3],
]

const source = {
  /** "between 40 and 50", "from 20 to 30 thousand", "40-50", "two or three" */
  range: `(?:(?:between|from)${GAP})?(?<first>${NUMBER})(?:${GAP}(?:to|and|or)${GAP}|[ ]?[-–—][ ]?)(?<second>${NUMBER})`,
  bounded: `(?:${BOUNDED.map(([words], index) => `(?<b${index}>${words.replaceAll(' ', GAP)})`).join('|')})${GAP}(?:a${GAP}total${GAP}of${GAP})?(?:another${GAP}|the${GAP})?(?:(?<number>${NUMBER})|(?<vague>dozens|scores|hundreds|thousands))`,
  plain: `(?:another${GAP})?(?<number>${NUMBER})(?<more>${GAP}or${GAP}(?<sign>more|so|fewer)\\b)?`,
  loose: `(?<loose>${LOOSE.map(([words], index) => `(?<l${index}>${words.replaceAll(' ', GAP)})`).join('|')})`,
} as const

const END = '(?![\\p{L}\\p{N}_]|[.,:]\\d|[-–—]\\p{N})'
const sticky = (pattern: string): RegExp => new RegExp(`(?:${pattern})${END}`, 'iuy')
const PATTERNS = {
  range: sticky(source.range),
  bounded: sticky(source.bounded),
  loose: sticky(source.loose),
  plain: sticky(source.plain),
} as const

/** Where a number or a word that bounds one can start. */
const WORD = /(?<![\p{L}\p{N}_.,:/-])[\p{L}\p{N}]/gu

/** @param span of the sentence; what is found is in order and apart */
export function findQuantities(text: string, [start, end]: Span): Quantity[] {
  const sentence = text.slice(start, end)
  const found: Quantity[] = []
  let from = 0
  for (const { index } of sentence.matchAll(WORD)) {
    if (index < from) continue
    const match = quantityAt(sentence, index)
    if (!match) continue
    from = index + match.length
    found.push({ span: [start + index, start + from], ...match.bounds })
  }
  return found
}

function quantityAt(sentence: string, at: number): { length: number; bounds: Bounds } | null {
  for (const kind of ['bounded', 'range', 'loose', 'plain'] as const) {
    const pattern = PATTERNS[kind]
    pattern.lastIndex = at
    const match = pattern.exec(sentence)
    if (kind === 'bounded' && /^over/i.test(match?.[0] ?? '') && HANDED.test(sentence.slice(Math.max(0, at - 12), at)))
      continue
    if (kind === 'range' && match && isChange(sentence.slice(Math.max(0, at - CHANGE_CHARACTERS), at), match[0]))
      continue
    const bounds = match && boundsOf(kind, match.groups ?? {})
    if (match && bounds) {
      const passed =
        kind === 'plain' &&
        bounds.low === bounds.high &&
        PASSED.test(sentence.slice(Math.max(0, at - PASSED_CHARACTERS), at))
      return { length: match[0].length, bounds: passed ? atLeast(bounds.low) : bounds }
    }
  }
  return null
}

/** "rose from 41 to 56", "was raised from 41 to 56": two figures, one after the other. */
const isChange = (before: string, range: string): boolean =>
  /\sto\s/i.test(range) && (/^from\s/i.test(range) ? CHANGES : CHANGES_FROM).test(before)
const CHANGE = String.raw`\b(?:ris(?:e[ns]?|ing)|rose|climb(?:s|ed|ing)?|gr[eo]w(?:n|s|ing)?|increas(?:e[sd]?|ing)|jump(?:s|ed|ing)?|(?:went|gone|going) up|revis(?:e[sd]?|ing)|rais(?:e[sd]?|ing)|up)(?:\s\w+){0,2}\s`
const CHANGES = new RegExp(`${CHANGE}$`, 'i')
const CHANGES_FROM = new RegExp(`${CHANGE}from\\s$`, 'i')
const CHANGE_CHARACTERS = 40

/** "handed over 14 prisoners", "ran over two boys" */
const HANDED =
  /\b(?:hand(?:s|ed|ing)?|turn(?:s|ed|ing)?|t(?:ake|akes|ook|aking|aken)|g(?:ave|iven?|ives|iving)|r(?:an|un|uns|unning)|sign(?:s|ed|ing)?|knock(?:s|ed)?) $/i

/** "exceeded 150", "the toll has passed 150"; not "passed two checkpoints" */
const PASSED =
  /(?:\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?)|\b(?:toll|number|count|tally|figure|total|deaths|casualties|cases|arrests)\b[^.;]{0,40}\b(?:passed|topped|tops|crossed|(?:climb|ris|jump)(?:ed|en|s)? (?:above|past|beyond)|rose (?:above|past|beyond)))\s$/i
const PASSED_CHARACTERS = 70

type Groups = Readonly<Record<string, string | undefined>>

function boundsOf(kind: keyof typeof PATTERNS, groups: Groups): Bounds | null {
  switch (kind) {
    case 'range':
      return rangeOf(groups)
    case 'loose': {
      const [, low, high] = LOOSE.find((_, index) => groups[`l${index}`] !== undefined) ?? []
      return low === undefined || high === undefined ? null : { low, high, approximate: true }
    }
    case 'bounded':
      return boundedOf(groups)
    case 'plain':
      return plainOf(groups)
  }
}

function boundedOf(groups: Groups): Bounds | null {
  if (groups.vague !== undefined) {
    // "at least hundreds", "up to thousands": as loose as without.
    const [, low, high] = LOOSE.find(([words]) => words === groups.vague?.toLowerCase()) ?? []
    return low === undefined || high === undefined ? null : { low, high, approximate: true }
  }
  const value = parseNumber(groups.number ?? '')
  const bounds = BOUNDED.find((_, index) => groups[`b${index}`] !== undefined)?.[1]
  return value === null || bounds === undefined ? null : bounds(value)
}

/** "between 1.2 and 1.5 million": the scale at the end is the beginning's too. */
function rangeOf({ first = '', second = '' }: Groups): Bounds | null {
  const scale = new RegExp(`[ -](${SCALES})$`, 'i').exec(second)?.[1]
  const shared = scale !== undefined && !new RegExp(SCALES, 'i').test(first) ? `${first} ${scale}` : first
  const [low, high] = [parseNumber(shared), parseNumber(second)]
  return low === null || high === null || low >= high ? null : { low, high, approximate: false }
}

function plainOf({ number = '', sign }: Groups): Bounds | null {
  const value = parseNumber(number)
  if (value === null) return null
  if (sign !== undefined)
    return /more/i.test(sign) ? atLeast(value) : /fewer/i.test(sign) ? atMost(value) : about(value)
  // "a hundred" and "a dozen" are round, "one hundred" and "100" are counted.
  return /^(?:an?|half an?)\s/i.test(number) ? about(value) : exactly(value)
}
