// The record -> what it holds, in numbers.

import type { OpenRecord } from './open-record.ts'

export interface Summary {
  documents: number
  articles: number
  statements: number
  /** Statements by a source given by name, by one that is not, and by nobody the text mentions. */
  named: number
  unnamed: number
  nobody: number
  /** By name, most statements first; `outlets` counts the different outlets that cite it. */
  sources: { source: string; kind: string; statements: number; documents: number; outlets: number }[]
}

export function summarise({ db }: OpenRecord, mostCited = 8): Summary {
  const counts = db
    .prepare<[], Omit<Summary, 'sources'>>(
      `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM articles) AS articles,
         count(*) AS statements, count(*) FILTER (WHERE named = 1) AS named,
         count(*) FILTER (WHERE named = 0 AND source IS NOT NULL) AS unnamed,
         count(*) FILTER (WHERE source IS NULL) AS nobody
       FROM statements`,
    )
    .get()
  if (!counts) throw new Error('a count without a row')
  const sources = db
    .prepare<[number], Summary['sources'][number]>(
      `SELECT source, max(source_kind) AS kind, count(*) AS statements, count(DISTINCT document) AS documents,
         count(DISTINCT outlet) AS outlets
       FROM statements JOIN articles USING (document, article)
       WHERE named = 1 AND source IS NOT NULL GROUP BY source ORDER BY statements DESC, documents DESC, source LIMIT ?`,
    )
    .all(mostCited)
  return { ...counts, sources }
}
