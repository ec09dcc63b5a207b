// The record -> how much it holds, and its most cited sources.

import { listSourceFigures, type SourceFigures } from './incidents/figures.ts'
import type { OpenRecord } from './open-record.ts'

export interface Summary {
  documents: number
  articles: number
  statements: number
  /** Statements by a source given by name, by one that is not, and by nobody the text mentions. */
  named: number
  unnamed: number
  nobody: number
  /** By name, most statements first. */
  sources: Pick<SourceFigures, 'source' | 'statements' | 'documents' | 'outlets'>[]
}

export function summarise(record: OpenRecord, mostCited = 8): Summary {
  const counts = record.db
    .prepare<[], Omit<Summary, 'sources'>>(
      `SELECT (SELECT count(*) FROM documents) AS documents, (SELECT count(*) FROM articles) AS articles,
         count(*) AS statements, count(*) FILTER (WHERE named = 1) AS named,
         count(*) FILTER (WHERE named = 0 AND source IS NOT NULL) AS unnamed,
         count(*) FILTER (WHERE source IS NULL) AS nobody
       FROM statements`,
    )
    .get()
  if (!counts) throw new Error('a count without a row')
  return { ...counts, sources: [...listSourceFigures(record, { named: true, limit: mostCited })] }
}
