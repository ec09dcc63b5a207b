// The record -> a number that grows whenever a refresh gave the sources or parties of any document other keys.

import type { OpenRecord } from '../open-record.ts'

/** To be asked while incidents are fresh. */
export function followParties(record: OpenRecord): () => number {
  let known: Map<number, string> | null = null
  let reached = 0
  let turn = 0
  return () => {
    const changed = changedSince(record, reached)
    if (changed.length === 0 && known) return turn
    reached = changed.at(-1)?.version ?? reached
    if (!known) {
      known = keysIn(record)
      return turn
    }
    const documents = changed.map(({ document }) => document)
    const now = keysIn(record, documents)
    const isOther = documents.some((document) => now.get(document) !== known?.get(document))
    for (const document of documents) {
      const keys = now.get(document)
      if (keys === undefined) known.delete(document)
      else known.set(document, keys)
    }
    if (isOther) turn++
    return turn
  }
}

const changedSince = ({ db }: OpenRecord, version: number): { document: number; version: number }[] =>
  db
    .prepare<[number], { document: number; version: number }>(
      'SELECT document, version FROM reading_versions WHERE version > ? ORDER BY version',
    )
    .all(version)

/** Of each document, or of some, the keys of whoever speaks and acts in it, as one text. */
function keysIn({ db }: OpenRecord, documents?: readonly number[]): Map<number, string> {
  const where = documents ? 'WHERE document IN (SELECT value FROM json_each(@documents))' : 'WHERE @documents IS NULL'
  const rows = db
    .prepare<[{ documents: string | null }], { document: number; keys: string }>(
      `SELECT document, group_concat(id || ' ' || party, char(10)) AS keys FROM statement_parties ${where} GROUP BY document
       UNION ALL
       SELECT document, group_concat(party, char(10)) FROM event_parties ${where} GROUP BY document`,
    )
    .all({ documents: documents ? JSON.stringify(documents) : null })
  const keys = new Map<number, string>()
  for (const { document, keys: own } of rows) keys.set(document, `${keys.get(document) ?? ''}\n\n${own}`)
  return keys
}
