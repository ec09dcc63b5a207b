// A document and its reading -> the record, whole or not at all. Each function here is one transaction.

import { deflateSync } from 'node:zlib'
import type { Statement } from 'better-sqlite3'
import type { Reading, Received } from '../types.ts'
import { arrivalOf, type Sighting, type Stay, sha256Of } from './custody/arrival.ts'
import { appendEntry } from './custody/log.ts'
import { asDecided } from './decisions.ts'
import { ownReadingOf } from './documents.ts'
import type { OpenRecord } from './open-record.ts'
import { PROGRAM } from './program.ts'
import { DECIDED, DRAWN, drawRows } from './rows.ts'
import { insertVersion, isPage } from './versions.ts'

/**
 * Bytes that the record has already only gain a sighting.
 * @param receivedAt ISO 8601, UTC
 */
export function writeDocument(record: OpenRecord, received: Received, reading: Reading, receivedAt: string): void {
  const { sha256, id, origin } = reading.document
  const store = record.db.transaction(() => {
    const number = numberOf(record, sha256)
    if (number !== null) return noteSighting(record, number, { origin, id, receivedAt })
    const arrival = arrivalOf(received, reading, JSON.stringify(reading))
    appendEntry(record, { at: receivedAt, who: PROGRAM, what: 'received', about: sha256, detail: arrival })
    const stay = { ...arrival, receivedAt, sightings: [{ origin, id, receivedAt }] }
    const written = insertDocument(record, sha256, stay, received, reading)
    if (isPage(origin)) insertVersion(record, origin, written, receivedAt)
  })
  store.immediate()
}

/** Everything but its entry in the log; within the transaction of that entry. */
export function insertDocument(
  record: OpenRecord,
  sha256: string,
  { id, origin, mediaType, receivedAt, retrievedAt, reader, sightings }: Stay,
  received: Received,
  reading: Reading,
): number {
  const { lastInsertRowid } = record.db
    .prepare(
      `INSERT INTO documents (id, sha256, origin, media_type, received_at, retrieved_at, reader)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(id, sha256, origin, mediaType, receivedAt, retrievedAt, JSON.stringify(reader))
  const number = Number(lastInsertRowid)
  writeRaw(record, number, received)
  writeReading(record, number, reading)
  for (const sighting of sightings) insertSighting(record, number, sighting)
  return number
}

/** Null if the record does not have these bytes. */
export function numberOf({ db }: OpenRecord, sha256: string): number | null {
  return (
    db.prepare<[string], { number: number }>('SELECT number FROM documents WHERE sha256 = ?').get(sha256)?.number ??
    null
  )
}

/** The same bytes once more, from this origin; nothing changes if they were seen there before. */
export function writeSighting(
  record: OpenRecord,
  document: number,
  origin: string,
  id: string,
  receivedAt: string,
): void {
  const note = record.db.transaction(() => noteSighting(record, document, { origin, id, receivedAt }))
  note.immediate()
}

/**
 * Replaces the reading with what a newer reader made of the same bytes.
 * @param at ISO 8601, UTC
 */
export function replaceReading(record: OpenRecord, document: number, reading: Reading, at: string): void {
  const replace = record.db.transaction(() => {
    const before = readBefore(record, document)
    const detail = { before: JSON.parse(before.reader), ...readAnew(reading) }
    appendEntry(record, { at, who: PROGRAM, what: 'reread', about: before.sha256, detail })
    putReading(record, document, reading)
  })
  replace.immediate()
}

/**
 * What a person says of a document, and what was read in its bytes with that.
 * @param received the bytes, with what is said of them now
 */
export function writeFacts(
  record: OpenRecord,
  document: number,
  { bytes: _, ...given }: Received,
  reading: Reading,
  by: { who: string; at: string },
): void {
  const { db } = record
  const write = db.transaction(() => {
    const { sha256 } = readBefore(record, document)
    const kept = db.prepare<[number], { given: string }>('SELECT given FROM raw WHERE document = ?').get(document)
    const detail = { before: JSON.parse(kept?.given ?? '{}'), given, ...readAnew(reading) }
    appendEntry(record, { ...by, what: 'describe', about: sha256, detail })
    db.prepare('UPDATE raw SET given = ? WHERE document = ?').run(JSON.stringify(given), document)
    putReading(record, document, reading)
  })
  write.immediate()
}

const readAnew = (reading: Reading) => ({
  reader: reading.reader,
  mediaType: reading.document.mediaType,
  reading: sha256Of(JSON.stringify(reading)),
})

function readBefore({ db }: OpenRecord, document: number): { sha256: string; reader: string } {
  const before = db
    .prepare<[number], { sha256: string; reader: string }>('SELECT sha256, reader FROM documents WHERE number = ?')
    .get(document)
  if (!before) throw new Error(`there is no document ${document}`)
  return before
}

function putReading(record: OpenRecord, document: number, reading: Reading): void {
  const { db } = record
  for (const table of ['readings', ...DRAWN]) db.prepare(`DELETE FROM ${table} WHERE document = ?`).run(document)
  db.prepare('UPDATE documents SET reader = ?, media_type = ? WHERE number = ?').run(
    JSON.stringify(reading.reader),
    reading.document.mediaType,
    document,
  )
  writeReading(record, document, reading)
}

function noteSighting(record: OpenRecord, document: number, sighting: Sighting): void {
  const { origin, id, receivedAt } = sighting
  const row = record.db
    .prepare<[string, string, number], { sha256: string; seen: number }>(
      `SELECT sha256, EXISTS (SELECT 1 FROM sightings WHERE document = number AND origin = ? AND sightings.id = ?) AS seen
       FROM documents WHERE number = ?`,
    )
    .get(origin, id, document)
  if (!row) return
  if (isPage(origin)) insertVersion(record, origin, document, receivedAt)
  if (row.seen) return
  appendEntry(record, { at: receivedAt, who: PROGRAM, what: 'seen', about: row.sha256, detail: { origin, id } })
  insertSighting(record, document, sighting)
}

export function insertSighting({ db }: OpenRecord, document: number, { origin, id, receivedAt }: Sighting): void {
  db.prepare(
    'INSERT INTO sightings (document, origin, id, received_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(document, origin, id, receivedAt)
}

function writeRaw({ db }: OpenRecord, document: number, { bytes, ...given }: Received): void {
  const deflated = deflateSync(bytes)
  const pays = deflated.length < bytes.length * 0.9
  db.prepare('INSERT INTO raw (document, given, packing, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING').run(
    document,
    JSON.stringify(given),
    pays ? 'deflate' : 'none',
    pays ? deflated : bytes,
  )
}

/** Decisions lie over the reading: the reading stays as the reader made it, the rows become what people left of it. */
export function redraw(record: OpenRecord, document: number): void {
  const { db } = record
  for (const table of DECIDED) db.prepare(`DELETE FROM ${table} WHERE document = ?`).run(document)
  // Touches the reading, so that triggers mark incidents as stale.
  db.prepare('UPDATE readings SET json = json WHERE document = ?').run(document)
  const insert = inserter(record, document)
  const rows = drawRows(asDecided(record, ownReadingOf(record, document)))
  for (const [table, row] of rows) if (DECIDED.includes(table)) insert(table, row)
}

function writeReading(record: OpenRecord, document: number, reading: Reading): void {
  const insert = inserter(record, document)
  insert('readings', { json: JSON.stringify(reading) })
  for (const [table, row] of drawRows(asDecided(record, reading))) insert(table, row)
}

function inserter({ db }: OpenRecord, document: number): (table: string, row: object) => void {
  const statements = new Map<string, Statement<[object]>>()
  return (table, row) => {
    const columns = Object.keys(row)
    const statement =
      statements.get(table) ??
      db.prepare(
        `INSERT INTO ${table} (document, ${columns.join(', ')}) VALUES (${document}, ${columns.map((name) => `@${name}`).join(', ')})`,
      )
    statements.set(table, statement)
    statement.run(row)
  }
}
