// An open database -> its schema's version, and the migrations that it lacks. Throws UserError for what is no record of this version or an
// older release.

import type Database from 'better-sqlite3'
import { EXIT, UserError } from '../user-error.ts'
import { breakSeal } from './custody/seal.ts'
import type { OpenRecord } from './open-record.ts'
import { APPLICATION_ID, LAST_UNRELEASED, versionAfter } from './schema.ts'

/** Changes nothing. Returns whether all migrations are applied. */
export function isMigrated(db: Database.Database, path: string, migrations: readonly string[]): boolean {
  return checkVersion(db, path, migrations) === versionAfter(migrations)
}

/** All steps in one transaction, which waits for any other process that migrates the same record. */
export function migrate(record: OpenRecord, migrations: readonly string[]): void {
  const { db, path } = record
  if (isMigrated(db, path, migrations)) return
  const steps = db.transaction(() => {
    const version = checkVersion(db, path, migrations)
    if (version === versionAfter(migrations)) return
    breakSeal(record)
    for (const step of migrations.slice(version === 0 ? 0 : version - LAST_UNRELEASED)) db.exec(step)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${versionAfter(migrations)}`)
    if (version === 0) record.seal.owed = true
  })
  steps.immediate()
}

/** 0 for a database that is still empty. */
function checkVersion(db: Database.Database, path: string, migrations: readonly string[]): number {
  const application = Number(db.pragma('application_id', { simple: true }))
  const version = Number(db.pragma('user_version', { simple: true }))
  const isEmpty = db.prepare<[], number>('SELECT count(*) FROM sqlite_schema').pluck().get() === 0
  if (isEmpty && version === 0) return 0
  if (application !== APPLICATION_ID) {
    throw new UserError(
      `${path} is an SQLite database but not a Hearsay record; name another with --record`,
      EXIT.record,
    )
  }
  if (version <= LAST_UNRELEASED) {
    throw new UserError(
      `the record ${path} was made by a development version of hearsay, before the first release; read its documents into a new record, or export it with that version (hearsay export --what record) and import it here`,
      EXIT.record,
    )
  }
  if (version > versionAfter(migrations)) {
    throw new UserError(
      `the record ${path} was written by a newer version of hearsay (its schema is ${version}, this one knows ${versionAfter(migrations)}); update hearsay, or name another with --record`,
      EXIT.record,
    )
  }
  return version
}
