// The record and words -> where they occur, in statements and in blocks of articles; the best hits first.

import { EXIT, UserError } from '../user-error.ts'
import { fullTextQuery } from './match.ts'
import type { OpenRecord } from './open-record.ts'
import { documentsWithin, joined, type Scope } from './scope.ts'
import { spellingsIn } from './spellings.ts'

export interface Hit {
  where: 'statement' | 'text'
  document: string
  sha256: string
  origin: string
  article: number
  /** Of the statement. */
  id: string | null
  source: string | null
  outlet: string | null
  /** Where the statement's passage, or the block, stands in the document's text. */
  start: number
  end: number
  /** About 24 words around the first match; `HIT` and `END` stand around what matched. */
  snippet: string
}

/** Control characters, which no snippet holds otherwise: see surface(). */
export const HIT = '\u0001'
export const END = '\u0002'

export interface SearchOptions extends Scope {
  limit?: number
}

/** Statements first. Throws UserError if there is no word to search for. */
export function* search(
  record: OpenRecord,
  words: string,
  { limit = -1, ...scope }: SearchOptions = {},
): Generator<Hit> {
  const query = fullTextQuery(words, spellingsIn(record))
  if (query === null) throw new UserError(`"${words}" contains no word to search for`, EXIT.usage)
  const { where, values } = joined(documentsWithin(scope, 'd.number'), 'AND')
  const inStatements = `
    SELECT 'statement' AS "where", d.id AS document, d.sha256, d.origin, s.article, s.id, s.source, a.outlet, s.start, s.end,
      snippet(statements_text, 1, '${HIT}', '${END}', '…', 24) AS snippet
    FROM statements_text t JOIN statements s ON s.number = t.rowid JOIN documents d ON d.number = s.document
      JOIN articles a USING (document, article)
    WHERE statements_text MATCH ?${where} ORDER BY rank, s.number LIMIT ?`
  const inBlocks = `
    SELECT 'text' AS "where", d.id AS document, d.sha256, d.origin, b.article, NULL AS id, NULL AS source, a.outlet, b.start, b.end,
      snippet(blocks_text, 0, '${HIT}', '${END}', '…', 24) AS snippet
    FROM blocks_text t JOIN blocks b ON b.number = t.rowid JOIN documents d ON d.number = b.document
      JOIN articles a USING (document, article)
    WHERE blocks_text MATCH ?${where} ORDER BY rank, b.number LIMIT ?`
  for (const sql of [inStatements, inBlocks])
    yield* record.db.prepare<(string | number)[], Hit>(sql).iterate(query, ...values, limit)
}
