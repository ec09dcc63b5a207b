// Many spans -> which of them touch or hold a given one, without looking at all of them.

import type { Span } from '../types.ts'

export interface SpanIndex<Item> {
  /** In order of their starts. */
  touching(span: Span): Item[]
  /** Those that have the whole span inside, in order of their starts. */
  holding(span: Span): Item[]
}

/** Keeps the bounds as plain numbers, a third of what the entries take: a long text has hundreds of thousands. */
export function indexSpans<Item>(entries: readonly (readonly [span: Span, item: Item])[]): SpanIndex<Item> {
  const sorted = entries.toSorted(([a], [b]) => a[0] - b[0] || a[1] - b[1])
  const items = sorted.map(([, item]) => item)
  const starts = Int32Array.from(sorted, ([[start]]) => start)
  const ends = Int32Array.from(sorted, ([[, end]]) => end)
  // The farthest end of this and all before it: where it lies behind a span's start, none before can touch the span.
  const reach = Int32Array.from(ends)
  for (let i = 1; i < reach.length; i++) reach[i] = Math.max(reach[i], reach[i - 1])
  const find = (span: Span, fits: (start: number, end: number) => boolean): Item[] => {
    const found: Item[] = []
    for (let i = firstFrom(starts, span[1]) - 1; i >= 0 && reach[i] > span[0]; i--) {
      if (fits(starts[i], ends[i])) found.push(items[i])
    }
    return found.reverse()
  }
  return {
    touching: (span) => find(span, (_, end) => end > span[0]),
    holding: (span) => find(span, (start, end) => start <= span[0] && span[1] <= end),
  }
}

/** What has a span of its own, looked up by it. */
export const indexBySpan = <Item extends { span: Span }>(items: readonly Item[]): SpanIndex<Item> =>
  indexSpans(items.map((item) => [item.span, item] as const))

/** Characters of several stretches together. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)

/** Index of the first of the starts, which are in order, that is `at` or later. */
function firstFrom(starts: Int32Array, at: number): number {
  let [low, high] = [0, starts.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (starts[middle] < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Index of the first token that ends behind `at`; their number where none does. */
export function tokenFrom(tokens: readonly { span: Span }[], at: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle].span[1] <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** The tokens that lie inside a span, of sentences that touch it: found by halving, since a sentence may have ten thousand. */
export function tokensInside<Kind extends { span: Span }>(
  sentences: readonly { tokens: readonly Kind[] }[],
  [start, end]: Span,
): Kind[] {
  return sentences.flatMap(({ tokens }) => {
    const found: Kind[] = []
    for (let at = tokenFrom(tokens, start); at < tokens.length && tokens[at].span[1] <= end; at++)
      if (tokens[at].span[0] >= start) found.push(tokens[at])
    return found
  })
}
