// The record's collections, what documents are filed under: listed with what they hold, filled and renamed. A collection is there as long as
// a document is in it. What people file is in the log; nothing is read again for it.

import { EXIT, UserError } from '../user-error.ts'
import { sha256Of } from './custody/arrival.ts'
import { appendEntry } from './custody/log.ts'
import type { OpenRecord } from './open-record.ts'
import { documentsFiled } from './scope.ts'

export interface Collection {
  name: string
  documents: number
  articles: number
  statements: number
  /** With an account of its documents, without mentions in passing. */
  incidents: number
}

/** @param at ISO 8601, UTC */
interface By {
  who: string
  at: string
}

// Materialised, so that it is read from the index alone and never from beside the bytes of documents.
const LIST = `
  WITH filed AS MATERIALIZED (
    SELECT collection AS name, document FROM raw WHERE collection > ''
  )
  SELECT name, documents, articles, statements, coalesce(incidents, 0) AS incidents FROM
    (SELECT name, count(*) AS documents, sum((SELECT count(*) FROM articles a WHERE a.document = filed.document)) AS articles,
       sum((SELECT count(*) FROM statements s WHERE s.document = filed.document)) AS statements FROM filed GROUP BY name)
    LEFT JOIN
    (SELECT name, count(DISTINCT incident) AS incidents
     FROM filed JOIN documents d ON d.number = filed.document JOIN incident_accounts c ON c.document = d.id
       JOIN incidents i ON i.id = incident WHERE substantial = 1 GROUP BY name) USING (name)
  ORDER BY name`

export const listCollections = ({ db }: OpenRecord): Collection[] => db.prepare<[], Collection>(LIST).all()

/** By name: only how many documents are in each. */
export const collectionSizes = ({ db }: OpenRecord): Pick<Collection, 'name' | 'documents'>[] =>
  db
    .prepare<[], Pick<Collection, 'name' | 'documents'>>(
      "SELECT collection AS name, count(*) AS documents FROM raw WHERE collection > '' GROUP BY collection ORDER BY collection",
    )
    .all()

/** @param name null takes them out of where they are. Returns how many were filed elsewhere before. */
export function fileDocuments(record: OpenRecord, documents: readonly number[], name: string | null, by: By): number {
  const file = record.db.transaction(() => {
    let changed = 0
    for (const document of documents) if (fileDocument(record, document, name, by)) changed++
    return changed
  })
  return file.immediate()
}

/** Returns how many documents are in it. Throws UserError where the old name is not there, or the new one is. */
export function renameCollection(record: OpenRecord, from: string, to: string, by: By): number {
  const rename = record.db.transaction(() => {
    const documents = documentsFiled(record, from)
    if (documents.length === 0)
      throw new UserError(`there is no collection "${from}"; hearsay collections lists them`, EXIT.usage)
    if (from !== to && documentsFiled(record, to).length > 0)
      throw new UserError(
        `there is a collection "${to}" already, and the documents of both could not be told apart afterwards`,
        EXIT.usage,
      )
    fileDocuments(record, documents, to, by)
    return documents.length
  })
  return rename.immediate()
}

/** The entry of the log is that of every other fact of a document; its reading stays. */
function fileDocument(record: OpenRecord, document: number, name: string | null, by: By): boolean {
  const { db } = record
  const row = db
    .prepare<[number], { sha256: string; mediaType: string; reader: string; given: string; json: string }>(
      `SELECT sha256, media_type AS mediaType, reader, given, json
       FROM documents JOIN raw ON raw.document = number JOIN readings ON readings.document = number WHERE number = ?`,
    )
    .get(document)
  if (!row) throw new Error(`there is no document ${document}`)
  const before = JSON.parse(row.given)
  const { collection, ...rest } = before
  if ((collection ?? null) === name) return false
  const given = name === null ? rest : { ...rest, collection: name }
  const { sha256, mediaType, reader, json } = row
  const detail = { before, given, reader: JSON.parse(reader), mediaType, reading: sha256Of(json) }
  appendEntry(record, { ...by, what: 'describe', about: sha256, detail })
  db.prepare('UPDATE raw SET given = ? WHERE document = ?').run(JSON.stringify(given), document)
  return true
}
