// The record -> its articles one at a time, each with its reading; and as rows.

import { listReadings } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import { surface } from '../record/rows.ts'
import type { Scope } from '../record/scope.ts'
import type { Article, Count, Entity, EventMention, Reading, Span, Statement, Time } from '../types.ts'
import type { Row } from './rows.ts'

export interface CitedArticle {
  reading: Reading
  article: Article
  /** Its place in the document, from 1. */
  number: number
}

export function* listArticles(record: OpenRecord, scope: Scope = {}): Generator<CitedArticle> {
  for (const json of listReadings(record, scope)) yield* articlesOf(JSON.parse(json))
}

export function* articlesOf(reading: Reading): Generator<CitedArticle> {
  for (const [index, article] of reading.articles.entries()) yield { reading, article, number: index + 1 }
}

/** An article's parts by their ids. */
export interface Parts {
  events: ReadonlyMap<string, EventMention>
  entities: ReadonlyMap<string, Entity>
  times: ReadonlyMap<string, Time>
  counts: ReadonlyMap<string, Count>
  statements: ReadonlyMap<string, Statement>
}

export const partsOf = ({ events, entities, times, counts, statements }: Article): Parts => ({
  events: byId(events),
  entities: byId(entities),
  times: byId(times),
  counts: byId(counts),
  statements: byId(statements),
})

const byId = <Part extends { id: string }>(parts: readonly Part[]): Map<string, Part> =>
  new Map(parts.map((part) => [part.id, part]))

/** So many UTF-16 units to either side of what is cited: a text may be one paragraph from end to end. */
const AROUND = 600

/** The paragraph, title or caption that a span stands in, of a long one what is around it; itself where none holds it. */
export function passageAround(
  { blocks }: Article,
  [from, to]: Span,
): { span: Span; cut: [before: boolean, after: boolean] } {
  let [low, high] = [0, blocks.length] // blocks stand in order and apart
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle].span[1] < to) low = middle + 1
    else high = middle
  }
  const block = blocks[low]?.span
  const [start, end] = block && block[0] <= from ? block : [from, to]
  const span: Span = [Math.max(start, from - AROUND), Math.min(end, to + AROUND)]
  return { span, cut: [span[0] > start, span[1] < end] }
}

/** What a reader of the article would call it; null where it has no title. */
export const titleOf = ({ reading, article }: CitedArticle): string | null =>
  article.title ? surface(reading.document.text, [article.title]) : null

export const ARTICLE_COLUMNS = [
  'document',
  'article',
  'title',
  'outlet',
  'bylines',
  'published',
  'published_basis',
  'url',
  'dateline',
  'language',
  'statements',
  'events',
  'signals',
  'origin',
  'sha256',
  'retrieved_at',
  'start',
  'end',
] as const

export function articleRow(cited: CitedArticle): Row {
  const { reading, article, number } = cited
  const { id, origin, sha256, retrievedAt } = reading.document
  const { outlet, bylines, published, url, dateline, language, statements, events, signals, span } = article
  return {
    document: id,
    article: number,
    title: titleOf(cited),
    outlet: outlet ?? null,
    bylines: bylines?.join('; ') ?? null,
    published: published?.value ?? null,
    published_basis: published?.basis ?? null,
    url: url ?? null,
    dateline: dateline?.place ?? null,
    language,
    statements: statements.length,
    events: events.length,
    signals: signals?.map(({ code }) => code).join('; ') ?? null,
    origin,
    sha256,
    retrieved_at: retrievedAt ?? null,
    start: span[0],
    end: span[1],
  }
}
