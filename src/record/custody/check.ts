// The record -> whether it is sound: what SQLite finds, full text included, and whether every document is whole.

import type { OpenRecord } from '../open.ts'

/** Empty where nothing is wrong. */
export function checkRecord({ db }: OpenRecord): string[] {
  const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(10)').all()
  const damage = rows.map(({ integrity_check }) => integrity_check).filter((line) => line !== 'ok')
  const parts = db
    .prepare<[], { sha256: string }>(
      `SELECT sha256 FROM documents WHERE number NOT IN (SELECT document FROM raw)
         OR number NOT IN (SELECT document FROM readings) OR number NOT IN (SELECT document FROM sightings)
         OR number NOT IN (SELECT document FROM reading_versions) LIMIT 10`,
    )
    .all()
  const loose = db.prepare<[], { table: string }>('PRAGMA foreign_key_check').all()
  const tables = new Set(loose.map(({ table }) => table))
  return [
    ...damage,
    ...Array.from(tables, (table) => `the ${table} of a document are there without it`),
    ...parts.map(({ sha256 }) => `document ${sha256} is not whole`),
  ]
}

/** SQLite's version, and whether it was built with full-text search. */
export function describeSqlite({ db }: OpenRecord): { version: string; fullText: boolean } {
  const row = db
    .prepare<[], { version: string; fts: number }>(
      "SELECT sqlite_version() AS version, sqlite_compileoption_used('ENABLE_FTS5') AS fts",
    )
    .get()
  return { version: row?.version ?? '?', fullText: row?.fts === 1 }
}
