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
