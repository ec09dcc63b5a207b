// The record -> the documents whose present reading the match store does not have.

import type { Reading } from '../../types.ts'
import { asDecided } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'

export const countStale = ({ db }: OpenRecord): { stale: number; all: number } =>
  db
    .prepare<[], { stale: number; all: number }>(
      `SELECT count(*) AS "all", count(*) FILTER (WHERE m.version IS NOT v.version) AS stale
       FROM reading_versions v LEFT JOIN matched_readings m USING (document)`,
    )
    .get() ?? { stale: 0, all: 0 }

export interface StaleDocument {
  number: number
  /** Under which the match store has it. */
  id: string
  /** Null if the document is gone. */
  version: number | null
  /** As people left it, of the last document with this id: the one that counts. Null if there is none any more. */
  reading: Reading | null
}

export function staleDocuments(record: OpenRecord, limit: number): StaleDocument[] {
  const lastOfId = record.db
    .prepare<[string], string>(
      'SELECT json FROM documents JOIN readings ON document = number WHERE id = ? ORDER BY number DESC LIMIT 1',
    )
    .pluck()
  return record.db
    .prepare<[number], Omit<StaleDocument, 'reading'>>(
      `SELECT document AS number, id, NULL AS version FROM matched_readings
       WHERE document NOT IN (SELECT document FROM reading_versions)
       UNION ALL
       SELECT v.document, d.id, v.version
       FROM reading_versions v JOIN documents d ON d.number = v.document
         LEFT JOIN matched_readings m ON m.document = v.document
       WHERE m.version IS NOT v.version ORDER BY 1 LIMIT ?`,
    )
    .all(limit)
    .map((row) => {
      const json = lastOfId.get(row.id)
      return { ...row, reading: json === undefined ? null : asDecided(record, JSON.parse(json)) }
    })
}
