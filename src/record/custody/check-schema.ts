// The record -> whether its tables, indexes, views and triggers are those of a new one; others besides are the user's own.

import Database from 'better-sqlite3'
import type { OpenRecord } from '../open.ts'
import { MIGRATIONS } from '../schema.ts'

export function* findChangedSchema({ db }: OpenRecord): Generator<string> {
  const fresh = new Database(':memory:')
  try {
    for (const step of MIGRATIONS) fresh.exec(step)
    const there = schemaOf(db)
    for (const [name, sql] of schemaOf(fresh))
      if (there.get(name) !== sql) yield `the ${name} of the record is ${there.has(name) ? 'another' : 'gone'}`
  } finally {
    fresh.close()
  }
}

/** Without the tables that full text makes for itself, which are SQLite's affair. */
function schemaOf(db: Database.Database): Map<string, string> {
  const rows = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT type || ' ' || name AS name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE '%\\_text\\__%' ESCAPE '\\'",
    )
    .all()
  return new Map(rows.map(({ name, sql }) => [name, sql]))
}
