// An error from SQLite -> the sentence a user needs. Anything else is passed on as it is.

import Database from 'better-sqlite3'
import { EXIT, UserError } from '../user-error.ts'

/** By the start of SQLite's result code; the first that fits. */
const REASONS: readonly [code: string, reason: string][] = [
  ['SQLITE_BUSY', 'is locked by another process; try again when that has finished'],
  ['SQLITE_LOCKED', 'is locked by another process; try again when that has finished'],
  ['SQLITE_FULL', 'cannot grow: the disk is full; what was read before is safe, make room and run the same again'],
  ['SQLITE_NOTADB', 'is no SQLite database; name another with --record'],
  ['SQLITE_CORRUPT', 'is damaged; run hearsay doctor, and restore it from a copy or read the documents into a new one'],
  ['SQLITE_READONLY', 'cannot be written: the file or its folder is read-only; name another with --record'],
  ['SQLITE_CANTOPEN', 'cannot be opened: check that it is a file, and that you may read and write it and its folder'],
  ['SQLITE_PERM', 'cannot be opened: permission is denied'],
  ['SQLITE_IOERR', 'could not be read or written: the disk or file system failed'],
]

export function explainRecordError(error: unknown, path: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const { code } = error
  const reason = REASONS.find(([start]) => code.startsWith(start))?.[1]
  return reason === undefined ? error : new UserError(`the record ${path} ${reason} (${code})`, EXIT.record)
}
