// A whole record -> lines of JSON from which an equal one can be made: what it holds, its log, its documents, its grades.

import { type Stay, stayAsKept } from '../custody/arrival.ts'
import { headOf, listEntries } from '../custody/log.ts'
import { receivedOf } from '../documents.ts'
import type { OpenRecord } from '../open.ts'

export const ARCHIVE = 'hearsay/record/1'

/** Rows drawn from readings, full text and incidents are left out: they are made anew. One document at a time is held. */
export function* archiveLines(record: OpenRecord): Generator<string> {
  const { db } = record
  db.exec('BEGIN') // what others write meanwhile is left out
  try {
    const head = headOf(record)
    const documents = db.prepare<[], number>('SELECT count(*) FROM documents').pluck().get()
    yield line({ record: ARCHIVE, documents, entries: head.number, head: head.hash })
    for (const { detail, ...entry } of listEntries(record))
      yield line({ entry: { ...entry, detail: JSON.parse(detail) } })
    for (const { number, sha256 } of listNumbers(record)) {
      yield line({ document: documentOf(record, number, sha256) })
      const json = db.prepare<[number], string>('SELECT json FROM readings WHERE document = ?').pluck().get(number)
      yield `{"reading":${json}}\n`
    }
    for (const grade of listGrades(record)) yield line({ grade })
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

const listNumbers = ({ db }: OpenRecord): Iterable<{ number: number; sha256: string }> =>
  db.prepare<[], { number: number; sha256: string }>('SELECT number, sha256 FROM documents ORDER BY number').iterate()

const listGrades = ({ db }: OpenRecord): ArchivedGrade[] =>
  db.prepare<[], ArchivedGrade>('SELECT name, grade, why, set_at AS setAt FROM reliability ORDER BY set_at, name').all()
