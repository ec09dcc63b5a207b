// A reading -> the rows of the record's tables that queries use. Pure.

import type { Article, Reading, Span, Statement } from '../types.ts'

/** A table of the record and a row of it, without the document's number. */
export type DrawnRow = [table: (typeof DRAWN)[number], row: Readonly<Record<string, string | number | null>>]

/** The tables that are drawn from readings, as people left them. */
export const DRAWN = [
  'warnings',
  'articles',
  'blocks',
  'entities',
  'statements',
  'doubts',
  'events',
  'signals',
] as const

/** Those of them that people's decisions change. */
export const DECIDED: readonly string[] = ['entities', 'statements', 'doubts', 'events', 'signals']

/** All of them, in the order in which they are written. */
export function* drawRows(reading: Reading): Generator<DrawnRow> {
  const { text } = reading.document
  for (const { code, message } of reading.warnings) yield ['warnings', { code, message }]
  for (const [index, article] of reading.articles.entries()) {
    yield ['articles', { ...articleRow(text, article, index) }]
    for (const { kind, span } of article.blocks)
      yield ['blocks', { article: index + 1, kind, start: span[0], end: span[1], text: surface(text, [span]) }]
    for (const { id, type, name, mentions } of article.entities)
      yield ['entities', { id, article: index + 1, type, name, mentions: mentions.length }]
    for (const { id, type, mode = null, status, statement } of article.events)
      yield ['events', { id, article: index + 1, type, mode, status, statement }]
    for (const { code, statement = null, event = null } of article.signals ?? [])
      yield ['signals', { article: index + 1, code, statement, event }]
  }
  for (const row of statementRows(reading)) yield ['statements', { ...row }]
  for (const row of doubtRows(reading)) yield ['doubts', { ...row }]
}

interface ArticleRow {
  article: number
  title: string | null
  outlet: string | null
  bylines: string | null
  url: string | null
  dateline: string | null
  published: string | null
  published_basis: string | null
  language: string
}

interface StatementRow {
  article: number
  id: string
  source: string | null
  source_text: string | null
  source_kind: string | null
  named: 0 | 1
  relay: string | null
  addressee: string | null
  cue: string
  content: string
  manner: Statement['manner']
  stance: Statement['stance']
  within: string | null
  start: number
  end: number
  passage: string
}

/** One statement with all that is needed to cite it. */
export interface CitedStatement extends StatementRow {
  document: string
  sha256: string
  origin: string
  title: string | null
  outlet: string | null
  url: string | null
  published: string | null
  published_basis: string | null
}

export function citeStatements(reading: Reading): CitedStatement[] {
  const { id: document, sha256, origin, text } = reading.document
  const articles = reading.articles.map((article, index) => articleRow(text, article, index))
  return statementRows(reading).map((row) => {
    const { title, outlet, url, published, published_basis } = articles[row.article - 1]
    return { document, sha256, origin, title, outlet, url, published, published_basis, ...row }
  })
}

function articleRow(text: string, article: Article, index: number): ArticleRow {
  return {
    article: index + 1,
    title: article.title ? surface(text, [article.title]) : null,
    outlet: article.outlet ?? null,
    bylines: article.bylines?.join('; ') ?? null,
    url: article.url ?? null,
    dateline: article.dateline?.place ?? null,
    published: article.published?.value ?? null,
    published_basis: article.published?.basis ?? null,
    language: article.language,
  }
}

function statementRows({ document: { text }, articles }: Reading): StatementRow[] {
  return articles.flatMap((article, index) => {
    const names = new Map(article.entities.map(({ id, name }) => [id, name]))
    return article.statements.map((statement) => statementRow(text, statement, names, index + 1))
  })
}

interface DoubtRow {
  article: number
  kind: 'event' | 'place'
  id: string
  confidence: number
}

const DOUBTFUL = 0.5

/** Events and places that the reader was least sure of. */
const doubtRows = ({ articles }: Pick<Reading, 'articles'>): DoubtRow[] =>
  articles.flatMap(({ events, entities }, index) =>
    [
      ...events.map(({ id, confidence }) => ({ kind: 'event' as const, id, confidence })),
      ...entities.flatMap(({ id, place }) =>
        place ? [{ kind: 'place' as const, id, confidence: place.confidence }] : [],
      ),
    ].flatMap((doubt) => (doubt.confidence < DOUBTFUL ? [{ article: index + 1, ...doubt }] : [])),
  )

function statementRow(
  text: string,
  statement: Statement,
  names: ReadonlyMap<string, string>,
  article: number,
): StatementRow {
  const { id, source, cue, content, manner, stance, relay, addressee, within } = statement
  const spans = [...(source?.spans ?? []), ...cue, ...content]
  const start = Math.min(...spans.map(([from]) => from))
  const end = Math.max(...spans.map(([, to]) => to))
  const sourceText = source && surface(text, source.spans)
  return {
    article,
    id,
    source: source?.name ?? ((source?.entity !== undefined && names.get(source.entity)) || sourceText),
    source_text: sourceText,
    source_kind: source?.kind ?? null,
    named: source?.named ? 1 : 0,
    relay: relay?.map((entity) => names.get(entity) ?? entity).join('; ') ?? null,
    addressee: addressee ? (addressee.entity && names.get(addressee.entity)) || surface(text, addressee.spans) : null,
    cue: surface(text, cue),
    content: surface(text, content),
    manner,
    stance,
    within: within ?? null,
    start,
    end,
    passage: surface(text, [[start, end]]),
  }
}

/** Parts that stand apart are joined by " ... "; runs of white space and control characters count as one space. */
export const surface = (text: string, spans: readonly Span[]): string =>
  spans
    .map(([start, end]) =>
      text
        .slice(start, end)
        .replace(/[\s\u0000-\u001f]+/g, ' ')
        .trim(),
    )
    .join(' ... ')
