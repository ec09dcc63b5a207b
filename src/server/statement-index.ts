// The record -> every article and statement as a few small numbers, so that facets are counted in milliseconds. follow-record.ts keeps it.

import { groupBy } from '../group-by.ts'
import {
  type ArticleEntry,
  lastDocument,
  listArticleEntries,
  listPlaceEntries,
  listStatementEntries,
  listTopicEntries,
  type StatementEntry,
  type TopicEntry,
} from '../record/browse.ts'
import type { OpenRecord } from '../record/open.ts'
import { columnsOf } from './columns.ts'
import type { Dictionary, IndexedArticle, IndexedStatement, StatementIndex } from './indexed.ts'

/** The source of a statement whose text names none. */
export const NOBODY = ''
/** Names go into addresses, and a report may hold a word of a megabyte: this much of one tells it from others. */
const LONGEST_NAME = 200
export const clip = (text: string, most = LONGEST_NAME): string =>
  text.length > most ? `${text.slice(0, most)}…` : text
/** So many of an article's places count as where it is about. */
const PLACES_AN_ARTICLE = 5

/** Statements that people decided on are drawn anew, with numbers above all others. */
export function forget(index: StatementIndex, documents: ReadonlySet<number>): void {
  if (documents.size === 0) return
  index.articles = index.articles.filter(({ document }) => !documents.has(document))
  index.statements = index.statements.filter(({ article }) => !documents.has(article.document))
}

export const byDay = (a: IndexedArticle, b: IndexedArticle): number => (a.day === b.day ? 0 : a.day < b.day ? 1 : -1)

export function emptyIndex(): StatementIndex {
  const dictionary = (): Dictionary => ({ words: [], numbers: new Map() })
  const empty = {
    spoken: {},
    articles: [],
    byId: new Map(),
    statements: [],
    newest: [],
    outlets: dictionary(),
    sources: dictionary(),
    kinds: dictionary(),
    stances: dictionary(),
    manners: dictionary(),
    types: dictionary(),
    places: dictionary(),
    months: dictionary(),
    signals: dictionary(),
  }
  return { ...empty, columns: columnsOf([], empty) }
}

/** Many documents are indexed by so many, so that what SQL hands over stays small. */
const DOCUMENTS_AT_ONCE = 500

/** @param documents those up to `reached` that are to be read again */
export function extend(
  index: StatementIndex,
  record: OpenRecord,
  reached: number,
  documents: ReadonlySet<number>,
): void {
  const last = lastDocument(record)
  for (let after = reached; after < last; after += DOCUMENTS_AT_ONCE)
    append(index, record, after, after + DOCUMENTS_AT_ONCE)
  const again = [...documents].filter((document) => document <= reached)
  for (const document of again) append(index, record, document - 1, document)
  if (again.length > 0) index.articles.sort((a, b) => a.document - b.document || a.article - b.article)
  index.statements.sort((a, b) => a.number - b.number)
}

/** The documents numbered above `after`, up to one. */
export function append(index: StatementIndex, record: OpenRecord, after: number, upTo: number): void {
  const fresh = new Map<string, IndexedArticle>()
  const places = groupBy(listPlaceEntries(record, after, upTo), ({ document, article }) => keyOf(document, article))
  for (const entry of listArticleEntries(record, after, upTo)) {
    const key = keyOf(entry.document, entry.article)
    const article = indexArticle(index, entry, places.get(key)?.map(({ name }) => name) ?? [])
    index.articles.push(article)
    index.byId.set(`${entry.id} ${entry.article}`, article)
    fresh.set(key, article)
  }
  const topics = groupBy(listTopicEntries(record, after, upTo), ({ number }) => number)
  for (const entry of listStatementEntries(record, after, upTo)) {
    const [number, document, place, , , named] = entry
    const article = fresh.get(keyOf(document, place))
    if (!article) continue // it came between the two queries: the next look finds it
    const statement = indexStatement(index, entry, article, topics.get(number) ?? NO_TOPICS)
    index.statements.push(statement)
    article.said.push(statement)
    if (!named) article.unnamed++
  }
}

const NO_TOPICS: readonly TopicEntry[] = []

export const articleOf = ({ byId }: StatementIndex, document: string, article: number): IndexedArticle | undefined =>
  byId.get(`${document} ${article}`)

const keyOf = (document: number, article: number): string => `${document} ${article}`

function indexArticle(index: StatementIndex, entry: ArticleEntry, places: readonly string[]): IndexedArticle {
  const day = entry.published?.slice(0, 10) ?? ''
  return {
    ...entry,
    title: entry.title && clip(entry.title),
    outlet: entry.outlet && clip(entry.outlet),
    outletCode: codeOf(index.outlets, outletLabel(entry)),
    day,
    monthCode: codeOf(index.months, day.slice(0, 7)),
    places: [...new Set(places)].slice(0, PLACES_AN_ARTICLE).map((name) => codeOf(index.places, name)),
    said: [],
    unnamed: 0,
  }
}

function indexStatement(
  index: StatementIndex,
  entry: StatementEntry,
  article: IndexedArticle,
  topics: readonly TopicEntry[],
): IndexedStatement {
  const [number, , , source, kind, named, relay, manner, stance, nested] = entry
  return {
    number,
    article,
    source: codeOf(index.sources, source ?? NOBODY),
    kind: codeOf(index.kinds, kind ?? 'nobody'),
    stance: codeOf(index.stances, stance),
    manner: codeOf(index.manners, manner),
    types: topics.flatMap(({ type }) => (type === null ? [] : [codeOf(index.types, type)])),
    signals: signalsOf({ source, named, relay, nested }, topics).map((signal) => codeOf(index.signals, signal)),
    named: named === 1,
    relay,
  }
}

function signalsOf(
  { source, named, relay, nested }: { source: string | null; named: 0 | 1; relay: string | null; nested: 0 | 1 },
  topics: readonly TopicEntry[],
): string[] {
  return [
    ...(source === null ? ['nobody named'] : named ? [] : ['unnamed source']),
    ...(relay === null ? [] : ['relayed']),
    ...(nested ? ['within another statement'] : []),
    ...(topics.some(({ signal }) => signal === 'interested-source') ? ['source with a stake'] : []),
  ]
}

function codeOf({ words, numbers }: Dictionary, given: string): number {
  const word = clip(given)
  const known = numbers.get(word)
  if (known !== undefined) return known
  numbers.set(word, words.length)
  return words.push(word) - 1
}

/** The outlet of an article, or "(08-shirqat-saved-pages.txt)": the name of its file, in brackets because that is no outlet. */
const outletLabel = ({ outlet, origin }: { outlet: string | null; origin: string }): string =>
  outlet ?? `(${origin.split(/[/\\]/).filter(Boolean).at(-1) ?? origin})`
