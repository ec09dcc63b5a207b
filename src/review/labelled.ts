// An article -> the fields that every labelled record of it begins with, and spans counted from the article's start.

import type { Article, Reading, Span } from '../types.ts'

/** An article of which people decided something, and who they were. */
export interface Reviewed {
  reading: Reading
  article: Article
  /** From 1. */
  number: number
  who: string
}

export function headOf({ reading: { document }, article, number }: Reviewed) {
  const [start, end] = article.span
  const title =
    article.title &&
    document.text
      .slice(...article.title)
      .replace(/\s+/g, ' ')
      .trim()
  return {
    id: `${document.sha256}-${number}`,
    title: title ?? null,
    date: article.published?.value.slice(0, 10) ?? null,
    text: document.text.slice(start, end),
  }
}

export const within = ({ article }: Pick<Reviewed, 'article'>, [start, end]: Span): Span => [
  start - article.span[0],
  end - article.span[0],
]

/** Spans in order, those that touch as one. */
export function merged(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else all.push([start, end])
  }
  return all
}

/** What of some spans others leave. */
export const without = (spans: readonly Span[], others: readonly Span[]): Span[] =>
  others.reduce<Span[]>(
    (left, [from, to]) =>
      left.flatMap(([start, end]) => {
        const parts: Span[] = [
          [start, Math.min(end, from)],
          [Math.max(start, to), end],
        ]
        return parts.filter(([a, b]) => a < b)
      }),
    [...spans],
  )
