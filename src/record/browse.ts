// The record -> the entries that lists and facets are made of, and statements by number.

import { fullTextQuery } from './match.ts'
import type { OpenRecord } from './open-record.ts'
import type { CitedStatement } from './rows.ts'
import { spellingsIn } from './spellings.ts'

export interface ArticleEntry {
  document: number
  article: number
  id: string
  sha256: string
  origin: string
  title: string | null
  outlet: string | null
  published: string | null
  language: string
  received_at: string
}

export type StatementEntry = [
  number: number,
  document: number,
  article: number,
  source: string | null,
  source_kind: string | null,
  named: 0 | 1,
  relay: string | null,
  manner: string,
  stance: string,
  nested: 0 | 1,
]

/** A place that an article names, and how often. */
export interface PlaceEntry {
  document: number
  article: number
  name: string
}

/** The type of an event that a statement reports, or a signal about the statement: one of the two is null. */
export interface TopicEntry {
  /** Of the statement. */
  number: number
  type: string | null
  signal: string | null
}

export const lastDocument = ({ db }: OpenRecord): number =>
  db.prepare<[], number | null>('SELECT max(number) FROM documents').pluck().get() ?? 0

const ARTICLE_ENTRY = `
  SELECT a.document, a.article, d.id, d.sha256, d.origin, a.title, a.outlet, a.published, a.language, d.received_at
  FROM articles a JOIN documents d ON d.number = a.document`

/** Of the documents numbered above `after`, up to one. */
export const listArticleEntries = ({ db }: OpenRecord, after: number, upTo: number): ArticleEntry[] =>
  db
    .prepare<[number, number], ArticleEntry>(
      `${ARTICLE_ENTRY} WHERE a.document > ? AND a.document <= ? ORDER BY a.document, a.article`,
    )
    .all(after, upTo)

/** By the document's id, which accounts carry, and the article's place in it. */
export const articleNamed = ({ db }: OpenRecord, id: string, article: number): ArticleEntry | undefined =>
  db
    .prepare<[string, number], ArticleEntry>(
      `${ARTICLE_ENTRY} WHERE d.id = ? AND a.article = ? ORDER BY a.document DESC LIMIT 1`,
    )
    .get(id, article)

/** In the order of their numbers. As one text, because handing over hundreds of thousands of rows one by one takes four times as long. */
export function listStatementEntries({ db }: OpenRecord, after: number, upTo: number): StatementEntry[] {
  const json = db
    .prepare<[number, number], string>(
      `SELECT json_group_array(
         json_array(number, document, article, source, source_kind, named, relay, manner, stance, within IS NOT NULL))
       FROM statements WHERE document > ? AND document <= ?`,
    )
    .pluck()
    .get(after, upTo)
  const entries: StatementEntry[] = JSON.parse(json ?? '[]')
  return entries.sort(([one], [other]) => one - other)
}

/** The most mentioned of each article first. */
export const listPlaceEntries = ({ db }: OpenRecord, after: number, upTo: number): PlaceEntry[] =>
  db
    .prepare<[number, number], PlaceEntry>(
      `SELECT document, article, name FROM entities WHERE type = 'place' AND document > ? AND document <= ?
       ORDER BY document, article, mentions DESC`,
    )
    .all(after, upTo)

export const listTopicEntries = ({ db }: OpenRecord, after: number, upTo: number): TopicEntry[] =>
  db
    .prepare<{ after: number; upTo: number }, TopicEntry>(
      `SELECT DISTINCT s.number, e.type, NULL AS signal
       FROM events e JOIN statements s ON s.document = e.document AND s.id = e.statement
       WHERE e.document > @after AND e.document <= @upTo
       UNION ALL
       SELECT DISTINCT s.number, NULL, g.code
       FROM signals g JOIN statements s ON s.document = g.document AND s.id = g.statement
       WHERE g.document > @after AND g.document <= @upTo`,
    )
    .all({ after, upTo })

/** If both are as before, the record was only added to: which readers read it, and how many statements it has up to that number. */
export function contentsOf({ db }: OpenRecord, upTo: number): { readers: string | null; statements: number } {
  const found = db
    .prepare<[number], { readers: string | null; statements: number }>(
      `SELECT (SELECT group_concat(reader) FROM (SELECT DISTINCT reader FROM documents ORDER BY reader)) AS readers,
         (SELECT count(*) FROM statements WHERE number <= ?) AS statements`,
    )
    .get(upTo)
  return found ?? { readers: null, statements: 0 }
}

/** Changes with every change of the record, by this process or another. */
export function versionOf({ db }: Pick<OpenRecord, 'db'>): string {
  const own = db.prepare<[], { n: number }>('SELECT total_changes() AS n').get()?.n
  return `${db.pragma('data_version', { simple: true })} ${own}`
}

/** Numbers of the statements in which all words occur; null if there is no word to search for. */
export function matchStatements(record: OpenRecord, words: string): number[] | null {
  const query = fullTextQuery(words, spellingsIn(record))
  if (query === null) return null
  // As one text, because handing over a hundred thousand rows one by one takes twice the time.
  const numbers = record.db
    .prepare<[string], string>('SELECT json_group_array(rowid) FROM statements_text WHERE statements_text MATCH ?')
    .pluck()
    .get(query)
  return JSON.parse(numbers ?? '[]')
}

export type NumberedStatement = CitedStatement & { number: number }

/** In the order of the numbers given. */
export function statementsByNumber({ db }: OpenRecord, numbers: readonly number[]): NumberedStatement[] {
  const find = db.prepare<[number], NumberedStatement>(
    `SELECT s.number, s.article, s.id, s.source, s.source_text, s.source_kind, s.named, s.relay, s.addressee, s.cue, s.content, s.manner, s.stance,
       s.within, s.start, s.end, s.passage, d.id AS document, d.sha256, d.origin,
       a.title, a.outlet, a.url, a.published, a.published_basis
     FROM statements s JOIN documents d ON d.number = s.document JOIN articles a USING (document, article)
     WHERE s.number = ?`,
  )
  return numbers.flatMap((number) => find.get(number) ?? [])
}
