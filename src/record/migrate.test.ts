import { copyFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { scratchFolder } from '../testing/hearsay.ts'
import { TWO_REPORTS } from '../testing/two-incidents.ts'
import { listDocuments } from './documents.ts'
import { closeRecord, openRecord } from './open.ts'
import { APPLICATION_ID, LAST_UNRELEASED, MIGRATIONS, versionAfter } from './schema.ts'
import { writeDocument } from './write.ts'

const SECOND = "ALTER TABLE documents ADD COLUMN shelfmark TEXT NOT NULL DEFAULT 'none';"
const NEXT = [...MIGRATIONS, SECOND]
const NOON = '2024-05-01T12:00:00.000Z'

/** A record of today, with a document in it. */
function makeRecord(): string {
  const path = join(scratchFolder(), 'hearsay.db')
  const record = openRecord(path, 'create')
  const [{ received, reading }] = TWO_REPORTS
  writeDocument(record, received, reading, NOON)
  closeRecord(record)
  return path
}

const shelfmarks = (path: string, access: 'read' | 'write'): unknown[] => {
  const record = openRecord(path, access, NEXT)
  try {
    return record.db.prepare('SELECT shelfmark FROM documents').pluck().all()
  } finally {
    closeRecord(record)
  }
}

test.each(['read', 'write'] as const)('a record of an earlier schema is migrated when it is opened to %s', (access) => {
  const path = makeRecord()
  expect(shelfmarks(path, access)).toEqual(['none'])
  expect(shelfmarks(path, access)).toEqual(['none']) // each step once
  const db = new Database(path, { readonly: true })
  expect(db.pragma('user_version', { simple: true })).toBe(versionAfter(NEXT))
  db.close()
  expect(existsSync(`${path}.seal`)).toBe(true) // the new schema is sealed
  expect(() => openRecord(path, 'write')).toThrow(
    new RegExp(`was written by a newer version of hearsay \\(its schema is ${versionAfter(NEXT)}, this one`),
  )
})

test('a migration that fails changes nothing', () => {
  const path = makeRecord()
  expect(() => openRecord(path, 'write', [...NEXT, 'CREATE TABLE documents (x);'])).toThrow('documents already exists')
  const record = openRecord(path, 'read')
  expect([...listDocuments(record)]).toHaveLength(1)
  closeRecord(record)
})

test('a record of a development version is left alone, with a sentence that says what to do', () => {
  for (const version of [1, LAST_UNRELEASED]) {
    const path = makeRecord()
    const db = new Database(path)
    db.pragma('journal_mode = DELETE')
    db.pragma(`user_version = ${version}`)
    db.close()
    copyFileSync(path, `${path}-before`)
    for (const access of ['read', 'write', 'create'] as const)
      expect(() => openRecord(path, access)).toThrow(
        /was made by a development version of hearsay, before the first release; read its documents into a new record, or export it with that version \(hearsay export --what record\) and import it here$/,
      )
    const [now, before] = [path, `${path}-before`].map((file) => {
      const opened = new Database(file, { readonly: true })
      const rows = opened.prepare('SELECT * FROM documents').all()
      opened.close()
      return rows
    })
    expect(now).toEqual(before)
  }
})

test('another SQLite database is no record', () => {
  const path = join(scratchFolder(), 'other.db')
  const db = new Database(path)
  db.exec('CREATE TABLE notes (text TEXT)')
  db.close()
  expect(() => openRecord(path, 'write')).toThrow('is an SQLite database but not a Hearsay record')
  expect(APPLICATION_ID.toString(16)).toBe('48454152')
})
