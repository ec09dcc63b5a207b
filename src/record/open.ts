// A path -> the open record, brought to the present schema. Throws UserError for what is no record of ours.

import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { EXIT, UserError } from '../user-error.ts'
import { beginLog } from './begin-log.ts'
import { sealRecord } from './custody/make-seal.ts'
import { breakSeal, pending, removeSeal } from './custody/seal.ts'
import { explainRecordError } from './record-error.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'

export interface OpenRecord {
  readonly path: string
  /** Only this room speaks SQL. */
  readonly db: Database.Database
  /** `owed` where this process broke the seal, or made the record: then it leaves a new one. */
  readonly seal: { owed: boolean }
}

/** How long a process waits for another one that writes. */
const PATIENCE_MS = 4000

/** `create` makes it where it is missing; for `read` and `write` it must be there. Others may write while one reads. */
export type Access = 'read' | 'write' | 'create'

/** @param now the time, ISO 8601, UTC: where the record is from before there was a log, its log begins then */
export function openRecord(path: string, access: Access, now?: () => string): OpenRecord {
  if (access !== 'create' && !existsSync(path)) {
    throw new UserError(`there is no record at ${path}; make one with: hearsay read FILE`, EXIT.record)
  }
  if (!existsSync(dirname(resolve(path)))) {
    throw new UserError(`the record ${path} cannot be created: its folder does not exist`, EXIT.record)
  }
  if (statSync(path, { throwIfNoEntry: false })?.isFile() === false) {
    throw new UserError(`the record ${path} is not a file; name another with --record`, EXIT.record)
  }
  try {
    return access === 'read' ? openForReading(path, now) : openForWriting(path, now)
  } catch (error) {
    throw explainRecordError(error, path)
  }
}

/** A larger one is left without a seal, rather than to keep its user waiting; `hearsay verify` makes it. */
const SEALED_AT_ONCE = 2e9

export function closeRecord(record: OpenRecord): void {
  const { db, path, seal } = record
  if (db.open && !db.readonly && pending(path) > 0) breakSeal(record)
  if (seal.owed && db.open && statSync(path).size <= SEALED_AT_ONCE) {
    db.pragma('busy_timeout = 200')
    sealRecord(record)
  }
  db.close()
}

function openForReading(path: string, now?: () => string): OpenRecord {
  const db = connect(path, true)
  const version = checkVersion(db, path)
  if (version === MIGRATIONS.length) return { path, db, seal: { owed: false } }
  db.close()
  closeRecord(openForWriting(path, now)) // an older record is brought up to date first
  return { path, db: connect(path, true), seal: { owed: false } }
}

function openForWriting(path: string, now?: () => string): OpenRecord {
  const db = connect(path, false)
  const record = { path, db, seal: { owed: false } }
  try {
    checkVersion(db, path) // before anything is written
    if (pending(path) > 0) removeSeal(path) // somebody was killed, or is at work
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    migrate(record, now)
    return record
  } catch (error) {
    db.close()
    throw error
  }
}

// Resolved, because SQLite takes "" and ":memory:" for something else than files.
const connect = (path: string, readonly: boolean): Database.Database =>
  new Database(resolve(path), { readonly, fileMustExist: readonly, timeout: PATIENCE_MS })

/** The record's version; 0 for one that is still empty. */
function checkVersion(db: Database.Database, path: string): number {
  const application = Number(db.pragma('application_id', { simple: true }))
  const version = Number(db.pragma('user_version', { simple: true }))
  const empty = db.prepare<[], { tables: number }>('SELECT count(*) AS tables FROM sqlite_schema').get()?.tables === 0
  if (application !== APPLICATION_ID && !(empty && version === 0)) {
    throw new UserError(
      `${path} is an SQLite database but not a Hearsay record; name another with --record`,
      EXIT.record,
    )
  }
  if (version > MIGRATIONS.length) {
    throw new UserError(
      `the record ${path} was written by a newer version of hearsay (its schema is ${version}, this one knows ${MIGRATIONS.length}); update hearsay, or name another with --record`,
      EXIT.record,
    )
  }
  return version
}

/** All steps in one transaction, which waits for any other process that is about the same. */
function migrate(record: OpenRecord, now?: () => string): void {
  const { db, path } = record
  if (Number(db.pragma('user_version', { simple: true })) === MIGRATIONS.length) return
  const steps = db.transaction(() => {
    const version = checkVersion(db, path)
    if (version === MIGRATIONS.length) return
    breakSeal(record)
    for (const step of MIGRATIONS.slice(version)) db.exec(step)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${MIGRATIONS.length}`)
    if (version === 0) record.seal.owed = true
    beginLog(record, now)
  })
  steps.immediate()
}
