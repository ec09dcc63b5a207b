// Words of a text -> a quote that finds them again in a changed text: the words, their surroundings and their position.

import type { Span } from '../types.ts'

export interface Quote {
  span: Span
  words: string
  /** What stood right before and behind. */
  prefix: string
  suffix: string
}

const AROUND = 32

export const quoteOf = (text: string, [start, end]: Span): Quote => ({
  span: [start, end],
  words: text.slice(start, end),
  prefix: text.slice(Math.max(0, start - AROUND), start),
  suffix: text.slice(end, end + AROUND),
})

/** Words as long as this are hardly said twice. */
const LONG = 24
/** Shorter ones are only those that were meant where so many characters around them are the same. */
const SAME = 12

/** Of several places with these words the one with most of the same around it, of equals the nearest; null where there is none. */
export function findQuote(text: string, quote: Quote): Span | null {
  const { words, span, prefix, suffix } = quote
  const around = prefix.length + suffix.length
  if (words === '') return null
  if (text.startsWith(words, span[0]) && likenessAt(text, span[0], quote) === around) return span
  let best: { at: number; alike: number } | null = null
  for (const at of occurrences(text, words)) {
    const alike = likenessAt(text, at, quote)
    const nearer = best && Math.abs(at - span[0]) < Math.abs(best.at - span[0])
    if (!best || alike > best.alike || (alike === best.alike && nearer)) best = { at, alike }
  }
  if (!best || (words.length < LONG && best.alike < Math.min(SAME, around / 2))) return null
  return [best.at, best.at + words.length]
}

/** Null where one of them is not there. */
export function findQuotes(text: string, quotes: readonly Quote[]): Span[] | null {
  const spans = quotes.map((quote) => findQuote(text, quote))
  return spans.some((span) => span === null) ? null : spans.flatMap((span) => (span ? [span] : []))
}

function* occurrences(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at
}

function likenessAt(text: string, at: number, { words, prefix, suffix }: Quote): number {
  let before = 0
  while (before < prefix.length && text[at - 1 - before] === prefix.at(-1 - before)) before++
  let behind = 0
  while (behind < suffix.length && text[at + words.length + behind] === suffix[behind]) behind++
  return before + behind
}

/** The share of their characters that two sets of spans have in common: 1 where they are the same, 0 where they lie apart. */
export function likeness(some: readonly Span[], others: readonly Span[]): number {
  const shared = overlap(some, others)
  return shared === 0 ? 0 : shared / (sizeOf(some) + sizeOf(others) - shared)
}

/** What lies most where these words are; null where nothing has so much in common with them. */
export function closest<Thing>(
  things: readonly Thing[],
  likenessOf: (thing: Thing) => number,
  least = 0.01,
): Thing | null {
  let best: { thing: Thing; score: number } | null = null
  for (const thing of things) {
    const score = likenessOf(thing)
    if (score >= least && score > (best?.score ?? 0)) best = { thing, score }
  }
  return best?.thing ?? null
}

const overlap = (some: readonly Span[], others: readonly Span[]): number =>
  some.reduce(
    (sum, [start, end]) =>
      sum + others.reduce((own, [from, to]) => own + Math.max(0, Math.min(end, to) - Math.max(start, from)), 0),
    0,
  )

const sizeOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)
