// A path -> the open record, migrated to the present schema. Throws UserError for what is no record of this program.

import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { EXIT, UserError } from '../user-error.ts'
import { type CopyAside, copyAside, isWritable } from './copy-aside.ts'
import { sealRecord } from './custody/make-seal.ts'
import { breakSeal, pending, removeSeal } from './custody/seal.ts'
import { isMigrated, migrate } from './migrate.ts'
import type { OpenRecord } from './open-record.ts'
import { explainRecordError } from './record-error.ts'
import { MIGRATIONS } from './schema.ts'

export type { OpenRecord }

/** How long a process waits for another one that writes. */
const PATIENCE_MS = 4000

/**
 * `create` makes it if it is missing; otherwise it must exist. `read` brings an older record up to date first, `look` writes nothing, ever.
 * Others may write while one reads.
 */
export type Access = 'look' | 'read' | 'write' | 'create'

/** @param migrations others than the program's own in tests only */
export function openRecord(path: string, access: Access, migrations: readonly string[] = MIGRATIONS): OpenRecord {
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
    if (access === 'look') return openToLook(path, migrations)
    return access === 'read' ? openForReading(path, migrations) : openForWriting(path, migrations)
  } catch (error) {
    throw explainRecordError(error, path)
  }
}

/** A larger record is closed without a seal, so that nobody has to wait; `hearsay verify` makes it. */
const MAX_SEALED_BYTES = 2e9

export function closeRecord(record: OpenRecord): void {
  const { db, path, seal } = record
  if (record.copyOf !== undefined) {
    db.close()
    copies.get(record)?.remove()
    return
  }
  if (db.open && !db.readonly && pending(path) > 0) breakSeal(record)
  if (seal.owed && db.open && statSync(path).size <= MAX_SEALED_BYTES) {
    db.pragma('busy_timeout = 200')
    sealRecord(record)
  }
  db.close()
}

function openToLook(path: string, migrations: readonly string[]): OpenRecord {
  const db = connect(path, true)
  if (isMigrated(db, path, migrations)) return { path, db, seal: { owed: false } }
  db.close()
  throw new UserError(
    `the record ${path} was written by an older version of hearsay; bring it up to date with: hearsay documents --record ${path}`,
    EXIT.record,
  )
}

function openForReading(path: string, migrations: readonly string[]): OpenRecord {
  if (isWritable(path)) return openInPlace(path, migrations)
  try {
    return openInPlace(path, migrations)
  } catch (error) {
    if (!(error instanceof Database.SqliteError && /^SQLITE_(?:CANTOPEN|READONLY)/.test(error.code))) throw error
    return openCopy(path, migrations)
  }
}

const copies = new WeakMap<OpenRecord, CopyAside>()

/** Of a record where nothing may be written. Only what follows from its documents may change in it: its incidents. */
export function openCopy(path: string, migrations: readonly string[] = MIGRATIONS): OpenRecord {
  const copy = copyAside(path)
  try {
    const record = { ...openForWriting(copy.path, migrations), copyOf: path }
    copies.set(record, copy)
    return record
  } catch (error) {
    copy.remove()
    throw explainRecordError(error, path)
  }
}

function openInPlace(path: string, migrations: readonly string[]): OpenRecord {
  const db = connect(path, true)
  if (isMigrated(db, path, migrations)) return { path, db, seal: { owed: false } }
  db.close()
  closeRecord(openForWriting(path, migrations)) // an older record is migrated first
  return { path, db: connect(path, true), seal: { owed: false } }
}

function openForWriting(path: string, migrations: readonly string[]): OpenRecord {
  const db = connect(path, false)
  const record = { path, db, seal: { owed: false } }
  try {
    isMigrated(db, path, migrations) // throws before anything is written
    if (pending(path) > 0) removeSeal(path) // somebody was killed, or is at work
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    db.pragma('foreign_keys = ON')
    migrate(record, migrations)
    return record
  } catch (error) {
    db.close()
    throw error
  }
}

// Resolved, because SQLite takes "" and ":memory:" for something else than files.
const connect = (path: string, readonly: boolean): Database.Database =>
  new Database(resolve(path), { readonly, fileMustExist: readonly, timeout: PATIENCE_MS })

/** From now on, whoever writes through it is told that nothing may be written. */
export const refuseChanges = ({ db }: OpenRecord): void => void db.pragma('query_only = ON')

/** Several writes in one transaction: all of them reach the record, or none. */
export const atOnce = <Result>({ db }: OpenRecord, write: () => Result): Result => db.transaction(write).immediate()
