import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import { listEntries } from './custody/log.ts'
import { verifyRecord } from './custody/verify.ts'
import { closeRecord, openRecord } from './open.ts'
import { drawRows } from './rows.ts'
import { APPLICATION_ID, MIGRATIONS } from './schema.ts'
import { writeSighting } from './write.ts'
import { setReliability } from './write-decision.ts'

const BEFORE = '2024-01-01T12:00:00.000Z'
const NOW = '2024-05-01T12:00:00.000Z'

/** As the version before the log left it. */
function writeOldRecord(path: string): void {
  const db = new Database(path)
  for (const step of MIGRATIONS.slice(0, 2)) db.exec(step)
  db.pragma(`application_id = ${APPLICATION_ID}`)
  db.pragma('user_version = 2')
  const tables = new Set(db.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all())
  for (const [index, { received, reading }] of TWO_REPORTS.entries()) {
    const { bytes, ...given } = received
    const { id, sha256, origin, mediaType } = reading.document
    const insert = (table: string, row: object) => {
      const columns = Object.keys(row)
      db.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map((name) => `@${name}`)})`).run(row)
    }
    const document = index + 1
    const reader = JSON.stringify(reading.reader)
    insert('documents', { number: document, id, sha256, origin, media_type: mediaType, received_at: BEFORE, reader })
    insert('raw', { document, given: JSON.stringify(given), packing: 'none', bytes })
    insert('sightings', { document, origin, id, received_at: BEFORE })
    insert('readings', { document, json: JSON.stringify(reading) })
    for (const [table, row] of drawRows(reading)) if (tables.has(table)) insert(table, { document, ...row })
  }
  db.prepare("INSERT INTO reliability VALUES ('the ministry', 'B', 'corrects itself', ?)").run(BEFORE)
  db.close()
}

test('a record from before the log: it begins with what was there, says so, and holds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-old-'))
  const path = join(folder, 'hearsay.db')
  try {
    writeOldRecord(path)
    expect(() => openRecord(path, 'read')).toThrow('needs the time')
    const record = openRecord(path, 'read', () => NOW)
    const entries = [...listEntries(record)]
    closeRecord(record)
    expect(entries.map(({ at, what, about }) => [at, what, about])).toEqual([
      ...TWO_REPORTS.map(({ reading }) => [NOW, 'found', reading.document.sha256]),
      [NOW, 'grade', 'the ministry'],
    ])
    for (const { detail } of entries) expect(JSON.parse(detail).note).toBe('it was in the record before the log began')
    expect(JSON.parse(entries[0].detail).receivedAt).toBe(BEFORE)
    const verify = () => [...verifyRecord(path, { now: () => NOW })]
    expect(verify()).toEqual([])
    const later = openRecord(path, 'write')
    writeSighting(later, 1, 'elsewhere.txt', 'wire-7', NOW)
    setReliability(later, 'the ministry', { grade: 'C', why: null }, { who: 'Ada', at: NOW })
    closeRecord(later)
    expect(verify()).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
