// Contents and quotations -> the contents, each quotation that is mostly theirs taken in as a whole, over all its paragraphs.

import type { Quotation, Span } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'

/** @param others the source and the cue: a quotation that holds one of them is not what is said. */
export function withWholeQuotations(
  content: readonly Span[],
  others: readonly Span[],
  quotationsAt: SpanIndex<Quotation>['touching'],
): Span[] {
  let spans = [...content]
  for (const { spans: quoted, closed } of new Set(content.flatMap(quotationsAt))) {
    const [first] = quoted
    const taken = spans.reduce((sum, span) => sum + shared(span, first), 0)
    const foreign = others.some((other) => quoted.some((span) => shared(span, other) > 0))
    // Whoever speaks at its opening mark speaks to its end.
    const opens = spans.some(
      (span) => shared(span, [first[0], first[0] + OPENING_CHARACTERS]) >= OPENING_CHARACTERS - 1,
    )
    if (closed && !foreign && (opens || 2 * taken > first[1] - first[0])) spans = union([...spans, ...quoted])
  }
  return spans
}

const OPENING_CHARACTERS = 10

const shared = ([start, end]: Span, [from, to]: Span): number => Math.max(0, Math.min(end, to) - Math.max(start, from))

/** In order, what touches made one. */
function union(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const [start, end] of spans.toSorted(([a], [b]) => a - b)) {
    const last = joined.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}
