// A record -> lines of JSON from which an equal one can be made: what it holds, its log, its documents, its grades. Of a collection, its
// documents and the entries of the log about them, each with the hash that it has in the whole log.

import { type Stay, stayAsKept } from '../custody/arrival.ts'
import { headOf, listEntries } from '../custody/log.ts'
import { receivedOf } from '../documents.ts'
import type { OpenRecord } from '../open.ts'
import { documentsWithin, joined, type Scope } from '../scope.ts'
import { entriesWithin } from './entries-within.ts'

export const ARCHIVE = 'hearsay/record/1'

/** Rows drawn from readings, full text and incidents are left out: they are made anew. One document at a time is held. */
export function* archiveLines(record: OpenRecord, scope: Scope = {}): Generator<string> {
  const { db } = record
  db.exec('BEGIN') // what others write meanwhile is left out
  try {
    const head = headOf(record)
    const documents = listNumbers(record, scope)
    const entries = scope.collection === undefined ? null : entriesWithin(record, documents)
    yield line({
      record: ARCHIVE,
      documents: documents.length,
      entries: entries?.length ?? head.number,
      head: head.hash,
      collection: scope.collection,
    })
    for (const { detail, ...entry } of entries ?? listEntries(record))
      yield line({ entry: { ...entry, detail: JSON.parse(detail) } })
    for (const { number, sha256 } of documents) {
      yield line({ document: documentOf(record, number, sha256) })
      const json = db.prepare<[number], string>('SELECT json FROM readings WHERE document = ?').pluck().get(number)
      yield `{"reading":${json}}\n`
    }
    if (entries === null) for (const grade of listGrades(record)) yield line({ grade })
  } finally {
    db.exec('ROLLBACK')
  }
}

export type ArchivedDocument = Stay & { sha256: string; bytes: string }

export interface ArchivedGrade {
  name: string
  grade: string
  why: string | null
  setAt: string
}

const line = (value: object): string => `${JSON.stringify(value)}\n`

const documentOf = (record: OpenRecord, number: number, sha256: string): ArchivedDocument => ({
  sha256,
  ...stayAsKept(record, number),
  bytes: Buffer.from(receivedOf(record, number).bytes).toString('base64'),
})

function listNumbers({ db }: OpenRecord, scope: Scope): { number: number; sha256: string }[] {
  const { where, values } = joined(documentsWithin(scope, 'number'), 'WHERE')
  return db
    .prepare<(string | number)[], { number: number; sha256: string }>(
      `SELECT number, sha256 FROM documents${where} ORDER BY number`,
    )
    .all(...values)
}

const listGrades = ({ db }: OpenRecord): ArchivedGrade[] =>
  db.prepare<[], ArchivedGrade>('SELECT name, grade, why, set_at AS setAt FROM reliability ORDER BY set_at, name').all()
