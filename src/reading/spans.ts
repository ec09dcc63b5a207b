// Many spans -> which of them touch or hold a given one, without looking at all of them.

import type { Span } from '../types.ts'

export interface SpanIndex<Item> {
  /** In order of their starts. */
  touching(span: Span): Item[]
  /** Those that have the whole span inside, in order of their starts. */
  holding(span: Span): Item[]
}

export function indexSpans<Item>(entries: readonly (readonly [span: Span, item: Item])[]): SpanIndex<Item> {
  const sorted = entries.toSorted(([a], [b]) => a[0] - b[0] || a[1] - b[1])
  // The farthest end of this and all before it: where it lies behind a span's start, none before can touch the span.
  const reach: number[] = []
  for (const [[, end]] of sorted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  const find = (span: Span, fits: (candidate: Span) => boolean): Item[] => {
    const found: Item[] = []
    for (let i = firstFrom(sorted, span[1]) - 1; i >= 0 && reach[i] > span[0]; i--) {
      if (fits(sorted[i][0])) found.push(sorted[i][1])
    }
    return found.reverse()
  }
  return {
    touching: (span) => find(span, ([, end]) => end > span[0]),
    holding: (span) => find(span, ([start, end]) => start <= span[0] && span[1] <= end),
  }
}

/** What has a span of its own, looked up by it. */
export const indexBySpan = <Item extends { span: Span }>(items: readonly Item[]): SpanIndex<Item> =>
  indexSpans(items.map((item) => [item.span, item] as const))

/** Characters of several stretches together. */
export const lengthOf = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0)

/** Index of the first span that starts at `at` or later. */
function firstFrom(sorted: readonly (readonly [Span, unknown])[], at: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle][0][0] < at) low = middle + 1
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
