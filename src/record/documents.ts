// The record -> its documents: listed, found by id, with their readings and their bytes.

import { inflateSync } from 'node:zlib'
import type { Reading, Received } from '../types.ts'
import { EXIT, UserError } from '../user-error.ts'
import { asDecided, documentsDecided } from './decisions.ts'
import { LACKING, type Lacking } from './lacking.ts'
import { startsWith } from './match.ts'
import type { OpenRecord } from './open-record.ts'
import { type Condition, documentsWithin, joined, type Scope } from './scope.ts'

export interface DocumentRow {
  number: number
  id: string
  sha256: string
  origin: string
  media_type: string
  received_at: string
  retrieved_at: string | null
  reader: string
  articles: number
  statements: number
  unnamed: number
  sightings: number
  warnings: number
  /** Of the first article that has them. */
  title: string | null
  outlet: string | null
  published: string | null
}

const LIST = `
  SELECT number, id, sha256, origin, media_type, received_at, retrieved_at, reader,
    (SELECT count(*) FROM articles WHERE document = number) AS articles,
    (SELECT count(*) FROM statements s WHERE s.document = d.number) AS statements,
    (SELECT count(*) FROM statements s WHERE s.document = d.number AND named = 0) AS unnamed,
    (SELECT count(*) FROM sightings WHERE document = number) AS sightings,
    (SELECT count(*) FROM warnings WHERE document = number) AS warnings,
    (SELECT title FROM articles WHERE document = number AND title IS NOT NULL ORDER BY article LIMIT 1) AS title,
    (SELECT outlet FROM articles WHERE document = number AND outlet IS NOT NULL ORDER BY article LIMIT 1) AS outlet,
    (SELECT published FROM articles WHERE document = number AND published IS NOT NULL ORDER BY article LIMIT 1) AS published
  FROM documents d`

/** Which documents are listed. */
export interface DocumentFilter extends Scope {
  /** Only those of which an article lacks it. */
  without?: Lacking | undefined
}

function conditionOf({ without, ...scope }: DocumentFilter): ReturnType<typeof joined> {
  const lacking: Condition[] = without === undefined ? [] : [[LACKING[without], []]]
  return joined([...lacking, ...documentsWithin(scope, 'd.number')], 'WHERE')
}

/** In the order of arrival; a negative limit is none. */
export function* listDocuments({ db }: OpenRecord, limit = -1, filter: DocumentFilter = {}): Generator<DocumentRow> {
  const { where, values } = conditionOf(filter)
  yield* db
    .prepare<(string | number)[], DocumentRow>(`${LIST}${where} ORDER BY number LIMIT ?`)
    .iterate(...values, limit)
}

export function countDocuments({ db }: OpenRecord, filter: DocumentFilter): number {
  const { where, values } = conditionOf(filter)
  const row = db
    .prepare<(string | number)[], { count: number }>(`SELECT count(*) AS count FROM documents d${where}`)
    .get(...values)
  return row?.count ?? 0
}

/** By its id or sha256, or the start of either if only one begins so. Throws UserError if none does, or several do. */
export function findDocument({ db }: OpenRecord, typed: string): { number: number; id: string } {
  const find = (condition: string, value: string) =>
    db
      .prepare<[string, string], { number: number; id: string }>(
        `SELECT number, id FROM documents WHERE id ${condition} OR sha256 ${condition} ORDER BY number LIMIT 6`,
      )
      .all(value, value)
  const exact = find('= ?', typed)
  const found = exact.length > 0 ? exact : find("LIKE ? ESCAPE '\\'", startsWith(typed))
  if (found.length === 1) return found[0]
  if (found.length === 0) {
    throw new UserError(`no document's id begins with "${typed}"; hearsay documents lists them`, EXIT.usage)
  }
  const ids = found.slice(0, 5).map(({ id }) => id)
  const more = found.length > 5 ? ', ...' : ''
  throw new UserError(
    `"${typed}" matches several documents: ${ids.join(', ')}${more}; write more of the id or of the sha256`,
    EXIT.usage,
  )
}

/** In the order of arrival. */
export function documentNumbers({ db }: OpenRecord, sha256s: ReadonlySet<string>, scope: Scope = {}): number[] {
  const { where, values } = joined(documentsWithin(scope, 'number'), 'WHERE')
  return db
    .prepare<(string | number)[], { number: number; sha256: string }>(
      `SELECT number, sha256 FROM documents${where} ORDER BY number`,
    )
    .all(...values)
    .flatMap(({ number, sha256 }) => (sha256s.has(sha256) ? [number] : []))
}

/** As people left it. */
export const readingOf = (record: OpenRecord, document: number): Reading =>
  asDecided(record, ownReadingOf(record, document))

/** As the reader left it. */
export function ownReadingOf({ db }: OpenRecord, document: number): Reading {
  const row = db.prepare<[number], { json: string }>('SELECT json FROM readings WHERE document = ?').get(document)
  if (!row) throw new Error(`document ${document} has no reading`)
  return JSON.parse(row.json)
}

/** The first document with this id, which accounts carry: its reading as people left it, and when it came (ISO 8601, UTC). */
export function documentNamed(record: OpenRecord, id: string): { reading: Reading; receivedAt: string } | null {
  const row = record.db
    .prepare<[string], { number: number; received_at: string }>(
      'SELECT number, received_at FROM documents WHERE id = ? ORDER BY number LIMIT 1',
    )
    .get(id)
  return row ? { reading: readingOf(record, row.number), receivedAt: row.received_at } : null
}

/** As people left them, each as JSON on one line, in the order of arrival. */
export function* listReadings(record: OpenRecord, scope: Scope = {}): Generator<string> {
  const decided = documentsDecided(record)
  const { where, values } = joined(documentsWithin(scope, 'number'), 'WHERE')
  const rows = record.db
    .prepare<(string | number)[], { sha256: string; json: string }>(
      `SELECT sha256, json FROM readings JOIN documents ON number = document${where} ORDER BY document`,
    )
    .iterate(...values)
  for (const { sha256, json } of rows)
    yield decided.has(sha256) ? JSON.stringify(asDecided(record, JSON.parse(json))) : json
}

/** Of the documents with these ids, as people left them. */
export const readingsWithIds = (record: OpenRecord, ids: readonly string[]): Reading[] =>
  record.db
    .prepare<[string], { json: string }>(
      `SELECT json FROM readings JOIN documents ON document = number
       WHERE id IN (SELECT value FROM json_each(?)) ORDER BY document`,
    )
    .all(JSON.stringify(ids))
    .map(({ json }) => asDecided(record, JSON.parse(json)))

/** The bytes exactly as received, with what the caller said of them. */
export function receivedOf({ db }: OpenRecord, document: number): Received {
  const row = db
    .prepare<[number], { given: string; packing: string; bytes: Buffer }>(
      'SELECT given, packing, bytes FROM raw WHERE document = ?',
    )
    .get(document)
  if (!row) throw new Error(`document ${document} has no raw bytes`)
  return { ...JSON.parse(row.given), bytes: row.packing === 'deflate' ? inflateSync(row.bytes) : row.bytes }
}

/** Those that were read by another reader than this one; all of them if none is given. */
export function documentsNotReadBy(
  { db }: OpenRecord,
  reader?: Reading['reader'],
): { number: number; origin: string }[] {
  return db
    .prepare<[string], { number: number; origin: string }>(
      'SELECT number, origin FROM documents WHERE reader <> ? ORDER BY number',
    )
    .all(reader ? JSON.stringify(reader) : '')
}
