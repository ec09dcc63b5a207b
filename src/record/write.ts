// A document and its reading -> the record, whole or not at all: each function here is one transaction.

import { deflateSync } from 'node:zlib'
import type { Statement } from 'better-sqlite3'
import type { Reading, Received } from '../types.ts'
import type { OpenRecord } from './open.ts'
import { articleRow, statementRows, surface } from './rows.ts'
import { insertVersion } from './versions.ts'

/**
 * Bytes that are there already gain a sighting only.
 * @param receivedAt ISO 8601, UTC
 */
export function writeDocument(record: OpenRecord, received: Received, reading: Reading, receivedAt: string): void {
  const { db } = record
  const { id, sha256, origin, mediaType, retrievedAt } = reading.document
  const store = db.transaction(() => {
    const { changes } = db
      .prepare(
        `INSERT INTO documents (id, sha256, origin, media_type, received_at, retrieved_at, reader)
         VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING`,
      )
      .run(id, sha256, origin, mediaType, receivedAt, retrievedAt ?? null, JSON.stringify(reading.reader))
    const number = numberOf(record, sha256)
    if (number === null) return
    if (changes > 0) {
      writeRaw(record, number, received)
      writeReading(record, number, reading)
    }
    insertSighting(record, number, origin, id, receivedAt)
  })
  store.immediate()
}

/** Null where the record does not have these bytes. */
export function numberOf({ db }: OpenRecord, sha256: string): number | null {
  return (
    db.prepare<[string], { number: number }>('SELECT number FROM documents WHERE sha256 = ?').get(sha256)?.number ??
    null
  )
}

/** The same bytes once more, from here: nothing changes where they were seen here before. */
export function writeSighting(
  record: OpenRecord,
  document: number,
  origin: string,
  id: string,
  receivedAt: string,
): void {
  record.db.transaction(() => insertSighting(record, document, origin, id, receivedAt)).immediate()
}

/** What a newer reader made of the same bytes takes the place of what an older one did. */
export function replaceReading(record: OpenRecord, document: number, reading: Reading): void {
  const { db } = record
  const replace = db.transaction(() => {
    for (const table of ['readings', 'warnings', 'articles', 'blocks', 'entities', 'statements']) {
      db.prepare(`DELETE FROM ${table} WHERE document = ?`).run(document)
    }
    db.prepare('UPDATE documents SET reader = ?, media_type = ? WHERE number = ?').run(
      JSON.stringify(reading.reader),
      reading.document.mediaType,
      document,
    )
    writeReading(record, document, reading)
  })
  replace.immediate()
}

function insertSighting(record: OpenRecord, document: number, origin: string, id: string, receivedAt: string): void {
  record.db
    .prepare('INSERT INTO sightings (document, origin, id, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING')
    .run(document, origin, id, receivedAt)
  if (IS_PAGE.test(origin)) insertVersion(record, origin, document, receivedAt)
}

/** A web address; with "#" it is a part of what it gave. */
const IS_PAGE = /^https?:\/\/[^#]+$/i

function writeRaw({ db }: OpenRecord, document: number, { bytes, ...given }: Received): void {
  const deflated = deflateSync(bytes)
  const pays = deflated.length < bytes.length * 0.9
  db.prepare('INSERT INTO raw (document, given, packing, bytes) VALUES (?, ?, ?, ?)').run(
    document,
    JSON.stringify(given),
    pays ? 'deflate' : 'none',
    pays ? deflated : bytes,
  )
}

function writeReading({ db }: OpenRecord, document: number, reading: Reading): void {
  const { text } = reading.document
  const statements = new Map<string, Statement<[object]>>()
  const insert = (table: string, row: object) => {
    const columns = Object.keys(row)
    const statement =
      statements.get(table) ??
      db.prepare(
        `INSERT INTO ${table} (document, ${columns.join(', ')}) VALUES (${document}, ${columns.map((name) => `@${name}`).join(', ')})`,
      )
    statements.set(table, statement)
    statement.run(row)
  }
  insert('readings', { json: JSON.stringify(reading) })
  for (const { code, message } of reading.warnings) insert('warnings', { code, message })
  for (const [index, article] of reading.articles.entries()) {
    insert('articles', articleRow(text, article, index))
    for (const { kind, span } of article.blocks) {
      insert('blocks', { article: index + 1, kind, start: span[0], end: span[1], text: surface(text, [span]) })
    }
    for (const { id, type, name, mentions } of article.entities) {
      insert('entities', { id, article: index + 1, type, name, mentions: mentions.length })
    }
  }
  for (const row of statementRows(reading)) insert('statements', row)
}
