// A record -> whether anything in it was changed since it was written, part by part, and what was changed first.

import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { isWritable } from '../copy-aside.ts'
import { forgetIncidents } from '../incidents/freshness.ts'
import { closeRecord, type OpenRecord, openCopy, openRecord } from '../open.ts'
import { checkRecord } from './check.ts'
import { findUnapproved } from './check-approvals.ts'
import { findChangedDocuments } from './check-documents.ts'
import { findChangedGrades } from './check-grades.ts'
import { findChangedSchema } from './check-schema.ts'
import { findChangedText } from './check-text.ts'
import { findChangedVersions } from './check-versions.ts'
import { type Entry, entryWithHash, firstBrokenEntry, headOf } from './log.ts'
import { sealRecord } from './make-seal.ts'
import { isOpenElsewhere } from './open-elsewhere.ts'
import { fitsFile, fitsLog, isThere, readSeal, type Seal } from './seal.ts'

export interface Verifying {
  /** Hash of an entry, as it was noted down on another day. */
  noted?: string | undefined
  /** Called after each document. */
  passed?: () => void
}

export interface Verdict {
  /** The last entry, whose hash is to be noted down. */
  head: Pick<Entry, 'number' | 'hash'>
  documents: number
  /** `none` where there was none, and none could be made. */
  seal: 'holds' | 'made' | 'open elsewhere' | 'none'
  /** The entry that was noted down. */
  noted: Entry | null
}

/** Yields what was changed, a sentence each, in the order in which it is looked at; nothing where all holds. */
export function* verifyRecord(path: string, { noted, passed = () => {} }: Verifying = {}): Generator<string, Verdict> {
  const seal = readSeal(path)
  const outside = yield* anyOf(findChangedFile(seal))
  const isInUse = seal === null && isOpenElsewhere(path, () => openToVerify(path))
  const record = openToVerify(path)
  const { db } = record
  try {
    db.exec('BEGIN') // what others write meanwhile is left to another day
    const sealed = seal !== null && isThere(path, seal)
    const verdict = { head: headOf(record), documents: countDocuments(record), noted: findNoted(record, noted) }
    const inside = yield* anyOf(
      findChangedSeal(path, record, seal),
      findMissing(verdict.noted, noted),
      findBrokenEntry(record),
      findChangedDocuments(record, passed),
      findChangedGrades(record),
      findUnapproved(record),
      findChangedVersions(record),
      findChangedSchema(record),
      checkRecord(record),
    )
    db.exec('ROLLBACK')
    const text = yield* anyOf(findChangedText(record))
    if (outside || inside || text) return { ...verdict, seal: 'none' }
    if (isInUse) return { ...verdict, seal: 'open elsewhere' }
    return { ...verdict, seal: sealed ? 'holds' : record.copyOf === undefined && sealAnew(record) ? 'made' : 'none' }
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK')
    closeRecord(record)
  }
}

/** Yields all that they do; true where that is anything. What is so damaged that it cannot be looked at is changed. */
function* anyOf(...checks: Iterable<string>[]): Generator<string, boolean> {
  let any = false
  for (const check of checks) {
    try {
      for (const change of check) {
        any = true
        yield change
      }
    } catch (error) {
      if (!isDamage(error)) throw error
      any = true
      yield `it is damaged (${error.message})`
    }
  }
  return any
}

const isDamage = (error: unknown): error is Error =>
  error instanceof SyntaxError || (error instanceof Database.SqliteError && !/^SQLITE_(?:BUSY|LOCKED)/.test(error.code))

/** To write, since SQLite looks at full text in no other way; where nothing may be written, a copy elsewhere is looked at. */
export const openToVerify = (path: string): OpenRecord =>
  !existsSync(path) || isWritable(path) ? openRecord(path, 'write') : openCopy(path)

function* findChangedFile(seal: Seal | null): Generator<string> {
  if (seal && !fitsFile(seal)) yield 'the file of the record is not, to the byte, what it was when it was sealed'
}

function* findChangedSeal(path: string, record: OpenRecord, seal: Seal | null): Generator<string> {
  if (seal && fitsFile(seal) && !fitsLog(seal, headOf(record)) && isThere(path, seal))
    yield 'the seal is not what it was: it is not that of this log'
}

const findNoted = (record: OpenRecord, hash: string | undefined): Entry | null =>
  hash === undefined ? null : entryWithHash(record, hash)

function* findMissing(entry: Entry | null, hash: string | undefined): Generator<string> {
  if (hash !== undefined && !entry) yield `the log holds no entry with the hash ${hash}`
}

function* findBrokenEntry(record: OpenRecord): Generator<string> {
  const number = firstBrokenEntry(record)
  if (number !== null) yield `entry ${number} of the log is not what was written there after entry ${number - 1}`
}

/** Nothing tells of incidents but the seal, so they go, to be worked out anew. */
function sealAnew(record: OpenRecord): boolean {
  try {
    forgetIncidents(record)
  } catch (error) {
    if (error instanceof Database.SqliteError) return false
    throw error
  }
  return sealRecord(record)
}

const countDocuments = ({ db }: OpenRecord): number =>
  db.prepare<[], { n: number }>('SELECT count(*) AS n FROM documents').get()?.n ?? 0
