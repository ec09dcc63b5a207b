// Something in an article -> a few of its words by which a note finds it again; null if it does not exist.

import type { Reading, Span } from '../types.ts'
import type { Anchor, Note } from './decision.ts'
import { quoteOf } from './quote.ts'

const SHORT = 80

/**
 * @param number the article's, from 1
 * @param passage its words, where the note is on a passage
 */
export function anchorIn(
  { document, articles }: Reading,
  number: number,
  on: Note['on'],
  { id, passage }: { id?: string | undefined; passage?: Span | undefined },
): Anchor | null {
  const article = articles[number - 1]
  if (!article) return null
  const first = article.title ?? article.blocks[0]?.span ?? article.span
  const spans: Record<Note['on'], Span | undefined> = {
    article: [first[0], Math.min(first[1], first[0] + SHORT)],
    statement: article.statements.find((one) => one.id === id)?.content[0],
    event: article.events.find((one) => one.id === id)?.trigger,
    place: article.entities.find((one) => one.id === id)?.mentions[0]?.span,
    time: article.times.find((one) => one.id === id)?.span,
    count: article.counts.find((one) => one.id === id)?.span,
    passage: passage && isInside(passage, article.span) ? passage : undefined,
    incident: undefined,
    source: undefined,
    proposal: undefined,
  }
  const span = spans[on]
  return span ? { document: document.sha256, quote: quoteOf(document.text, span) } : null
}

const isInside = ([start, end]: Span, [from, to]: Span): boolean => from <= start && start < end && end <= to
