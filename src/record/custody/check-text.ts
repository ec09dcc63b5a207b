// The record -> whether full text finds just the words that its statements and blocks hold.

import Database from 'better-sqlite3'
import type { OpenRecord } from '../open.ts'

/** Nothing where the record may not be written: SQLite makes this look like writing, though it changes nothing. */
export function* findChangedText({ db }: OpenRecord): Generator<string> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%'")
    .all()
  for (const { name } of tables) {
    try {
      db.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`)
    } catch (error) {
      if (!(error instanceof Database.SqliteError)) throw error
      if (error.code.startsWith('SQLITE_READONLY')) return
      if (!error.code.startsWith('SQLITE_CORRUPT')) throw error
      yield `the full text (${name}) does not hold the words that it should`
    }
  }
}
