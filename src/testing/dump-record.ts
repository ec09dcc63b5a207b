// A record's file -> all that its tables hold, less the times of arrival, what hangs on them, and the counts of changes: what must
// be equal where only the clock and the way there differ.

import Database from 'better-sqlite3'

export function dumpRecord(path: string): Record<string, unknown[]> {
  const db = new Database(path, { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' AND name NOT LIKE '%\\_text\\_%' ESCAPE '\\' ORDER BY name",
      )
      .all()
    return Object.fromEntries(
      tables.map(({ name }) => {
        const columns = db
          .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${name}')`)
          .all()
          .map((column) => column.name)
          .filter((column) => !(LEFT_OUT[name] ?? ['received_at', 'version']).includes(column))
        return [name, db.prepare(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${columns.join(', ')}`).all()]
      }),
    )
  } finally {
    db.close()
  }
}

const LEFT_OUT: Readonly<Record<string, readonly string[]>> = { log: ['at', 'previous', 'hash'] }

/** Everything that SQLite itself finds wrong, full text included; ['ok'] where that is nothing. */
export function integrityOf(path: string): string[] {
  const db = new Database(path)
  try {
    for (const table of ['blocks_text', 'statements_text']) {
      db.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`)
    }
    const rows = db.prepare<[], { integrity_check: string }>('PRAGMA integrity_check').all()
    return rows.map((row) => row.integrity_check)
  } finally {
    db.close()
  }
}
