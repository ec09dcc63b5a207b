// The record, or a collection of it -> its articles and statements in numbers. SQL counts them, most of them in an index alone: no article
// is held in memory.

import type { OpenRecord } from './open-record.ts'
import { documentsWithin, joined, type Scope } from './scope.ts'

export interface Sums {
  documents: number
  articles: number
  /** Without a date; and of these, the ones that somebody could say it of: not those of accounts that people added. */
  undated: number
  toDate: number
  /** How many articles there are of each date of publication, cut to the day. */
  days: { day: string; count: number }[]
  statements: number
  /** Statements by a source given by name, and by nobody the text mentions. */
  named: number
  nobody: number
  stances: { value: string; count: number }[]
  /** Articles in which all that is attributed is attributed to one source, and that one has no name. */
  restOnOneUnnamed: number
}

export interface ArticleSums {
  sha256: string
  article: number
  origin: string
  title: string | null
  outlet: string | null
  published: string | null
  statements: number
  /** Without a named source. */
  unnamed: number
}

/** What an account that a person added was read from begins so. */
const BY_HAND = 'by hand, '

export function sumsOf({ db }: OpenRecord, scope: Scope): Sums {
  const { where, values } = joined(documentsWithin(scope, 'document'), 'WHERE')
  const all = <Row>(sql: string): Row[] => db.prepare<(string | number)[], Row>(sql).all(...values)
  const [articles] = all<Pick<Sums, 'documents' | 'articles' | 'undated' | 'toDate'>>(
    `SELECT count(DISTINCT document) AS documents, count(*) AS articles,
       count(*) FILTER (WHERE coalesce(published, '') = '') AS undated,
       count(*) FILTER (WHERE coalesce(published, '') = '' AND NOT EXISTS (
         SELECT 1 FROM documents WHERE number = document AND substr(origin, 1, ${BY_HAND.length}) = '${BY_HAND}')) AS toDate
     FROM articles${where}`,
  )
  const [statements] = all<Pick<Sums, 'statements' | 'named' | 'nobody' | 'restOnOneUnnamed'>>(
    `SELECT coalesce(sum(n), 0) AS statements, coalesce(sum(named), 0) AS named, coalesce(sum(n - attributed), 0) AS nobody,
       count(*) FILTER (WHERE first = last AND NOT isNamed) AS restOnOneUnnamed
     FROM (
       SELECT count(*) AS n, sum(named) AS named, max(named) AS isNamed, count(nullif(source, '')) AS attributed,
         min(nullif(source, '')) AS first, max(source) AS last
       FROM statements${where} GROUP BY document, article)`,
  )
  return {
    ...articles,
    ...statements,
    days: all(`SELECT substr(published, 1, 10) AS day, count(*) AS count FROM articles${where} GROUP BY day`),
    stances: all(`SELECT stance AS value, count(*) AS count FROM statements${where} GROUP BY stance`),
  }
}

/** Those that came last, the last first. */
export function latestArticles({ db }: OpenRecord, scope: Scope, most: number): ArticleSums[] {
  const { where, values } = joined(documentsWithin(scope, 'document'), 'WHERE')
  return db
    .prepare<(string | number)[], ArticleSums>(
      `SELECT sha256, article, origin, title, outlet, published,
         (SELECT count(*) FROM statements s WHERE s.document = a.document AND s.article = a.article) AS statements,
         (SELECT count(*) FROM statements s WHERE s.document = a.document AND s.article = a.article AND named = 0) AS unnamed
       FROM articles a JOIN documents ON number = document${where} ORDER BY document DESC, article DESC LIMIT ?`,
    )
    .all(...values, most)
}
