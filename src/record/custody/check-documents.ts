// The record -> which of its documents are not what the log says of them: bytes, what was said of them, reading, rows.

import { readingOf, receivedOf } from '../documents.ts'
import type { OpenRecord } from '../open.ts'
import { DRAWN, drawRows } from '../rows.ts'
import { ARRIVALS, type Stay, sha256Of, stayAsKept, stayAsLogged } from './arrival.ts'
import { asKept, entriesAbout } from './log.ts'

/** @param passed called after each document */
export function* findChangedDocuments(record: OpenRecord, passed: () => void): Generator<string> {
  yield* findStrays(record)
  const documents = record.db
    .prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM documents ORDER BY number')
    .iterate()
  for (const { number, sha256 } of documents) {
    try {
      for (const what of changesIn(record, number, sha256)) yield `document ${sha256}: ${what}`
    } catch (error) {
      yield `document ${sha256} is damaged (${error instanceof Error ? error.message : error})`
    }
    passed()
  }
}

/** Documents are numbered in the order in which the log says they came. */
export function* findStrays({ db }: OpenRecord): Generator<string> {
  const came = db
    .prepare<string[], { about: string; number: number }>(
      `SELECT about, number FROM log WHERE what IN (${ARRIVALS.map(() => '?').join(', ')}) ORDER BY number`,
    )
    .iterate(...ARRIVALS)
  try {
    for (const { sha256 } of db
      .prepare<[], { sha256: string }>('SELECT sha256 FROM documents ORDER BY number')
      .iterate()) {
      const { value } = came.next()
      if (!value) return yield `document ${sha256} is in the record, and no entry of the log tells how it came`
      if (value.about !== sha256)
        return yield `document ${value.about}, which came by entry ${value.number} of the log, is not in its place`
    }
    const { value } = came.next()
    if (value) yield `document ${value.about}, which came by entry ${value.number} of the log, is gone`
  } finally {
    came.return?.()
  }
}

const NAMES: Readonly<Record<keyof Stay, string>> = {
  id: 'id',
  origin: 'origin',
  mediaType: 'media type',
  receivedAt: 'time of arrival',
  retrievedAt: 'time of retrieval',
  size: 'size',
  given: 'description by who brought it',
  reader: 'reader',
  reading: 'reading',
  sightings: 'list of places where it was seen',
}

export function* differences(kept: Stay, logged: Stay): Generator<string> {
  for (const key of Object.keys(NAMES) as (keyof Stay)[])
    if (inOrder(kept[key]) !== inOrder(logged[key])) yield `its ${NAMES[key]} is not what the log says`
}

function* changesIn(record: OpenRecord, document: number, sha256: string): Generator<string> {
  if (sha256Of(receivedOf(record, document).bytes) !== sha256) yield 'its bytes are not those that came'
  const logged = stayAsLogged(entriesAbout(record, sha256))
  if (!logged) return yield 'no entry of the log tells how it came'
  const kept = stayAsKept(record, document)
  yield* differences(kept, logged)
  const drawn = [...drawRows(readingOf(record, document))]
  for (const table of DRAWN) {
    const rows = drawn.filter(([name]) => name === table).map(([, row]) => row)
    if (inOrder(rows) !== inOrder(rowsOf(record, table, document))) yield `its ${table} are not what its reading says`
  }
}

/** As the record has them, without its own numbers. */
function rowsOf({ db }: OpenRecord, table: string, document: number): object[] {
  const rows = db.prepare<[number], object>(`SELECT * FROM ${table} WHERE document = ?`).all(document)
  return rows.map((row) => ({ ...row, document: undefined, number: undefined }))
}

/** Values that are alike come to the same text, whatever the order in a list or among keys. */
function inOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inOrder).sort().join()}]`
  if (typeof value === 'string') return JSON.stringify(asKept(value))
  if (value === null || typeof value !== 'object') return String(value)
  const keys = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${keys
    .map(([key, each]) => `${JSON.stringify(key)}:${inOrder(each)}`)
    .sort()
    .join()}}`
}
