import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeReading } from '../../testing/made-reading.ts'
import { TWO_INCIDENTS, TWO_REPORTS } from '../../testing/two-incidents.ts'
import { areIncidentsFresh } from '../incidents/freshness.ts'
import { writeIncidents } from '../incidents/store.ts'
import { type Access, closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { MIGRATIONS } from '../schema.ts'
import { replaceReading, writeDocument, writeSighting } from '../write.ts'
import { setReliability } from '../write-decision.ts'
import { headOf } from './log.ts'
import { type Verdict, verifyRecord } from './verify.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const LATER = '2024-05-02T12:00:00.000Z'
const WARNED = makeReading('A wire of its own \ud800 and no word more.\n© Bridge Courier', {
  origin: 'half a \udc00.txt',
})
WARNED.reading.warnings.push({ code: 'damaged-encoding', message: 'one character is missing' })

/** A row in every table. */
const UNSURE = structuredClone(TWO_REPORTS[0])
for (const event of UNSURE.reading.articles[0].events) event.confidence = 0.3

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-verify-'))
  path = join(folder, 'hearsay.db')
  use('create', (record) => {
    for (const { received, reading } of [UNSURE, TWO_REPORTS[1], WARNED]) writeDocument(record, received, reading, NOON)
    writeSighting(record, 1, 'elsewhere.txt', 'wire-7', LATER)
    replaceReading(
      record,
      2,
      { ...TWO_REPORTS[1].reading, reader: { version: '2', model: 'made', settings: '' } },
      LATER,
    )
    writeSighting(record, 1, 'https://example.org/report', 'wire-7', LATER)
    writeSighting(record, 2, 'https://example.org/report', 'wire-7', LATER)
    setReliability(record, 'the ministry', { grade: 'B', why: 'corrects itself' }, { who: 'Ada', at: LATER })
    writeIncidents(record, TWO_INCIDENTS)
  })
})

afterEach(() => rmSync(folder, { recursive: true }))

function use<T>(access: Access, work: (record: OpenRecord) => T): T {
  const record = openRecord(path, access)
  try {
    return work(record)
  } finally {
    closeRecord(record)
  }
}

function verify(noted?: string): { changes: string[]; verdict: Verdict } {
  const changes: string[] = []
  const verifying = verifyRecord(path, { noted })
  for (;;) {
    const { value, done } = verifying.next()
    if (done) return { changes, verdict: value }
    changes.push(value)
  }
}

function firstChange(): string | null {
  for (const change of verifyRecord(path)) return change
  return null
}

const breakSealByHand = () => rmSync(`${path}.seal`)

/** As somebody does it who knows SQLite. */
function tamper(work: (db: Database.Database) => void): void {
  const db = new Database(path)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  db.exec('DROP TRIGGER log_stays_update; DROP TRIGGER log_stays_delete')
  try {
    work(db)
    const triggers = /CREATE TRIGGER log_stays_\w+ .*$/gm
    for (const [sql] of MIGRATIONS.join('\n').matchAll(triggers)) db.exec(sql)
  } finally {
    db.close()
  }
}

const holds = (seal: Verdict['seal']) => ({ changes: [], verdict: expect.objectContaining({ seal, documents: 3 }) })

test('what the program wrote holds, and is sealed', () => {
  expect(verify()).toEqual(holds('holds'))
  expect(use('read', areIncidentsFresh)).toBe(true)
})

test('where there is no seal, all that has meaning is looked at; a seal is made then, and incidents are worked out anew', () => {
  breakSealByHand()
  expect(verify()).toEqual(holds('made'))
  expect(use('read', areIncidentsFresh)).toBe(false)
  expect(verify()).toEqual(holds('holds'))
})

test('an entry that was noted down is in the log, or it is not', () => {
  const { number, hash } = use('read', headOf)
  use('write', (record) => writeSighting(record, 1, 'again.txt', 'wire-8', LATER))
  expect(verify(hash).verdict.noted).toMatchObject({ number, hash })
  const other = hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
  expect(verify(other).changes).toEqual([`the log holds no entry with the hash ${other}`])
})

test('the hand that tampers leaves nothing else behind', () => {
  breakSealByHand()
  tamper(() => {})
  expect(verify()).toEqual(holds('made'))
})

/** What reconciling keeps, which is thrown away without a seal; where watching stands, and who may sign in, which is no content. */
const DERIVED =
  "'event_chains', 'chain_mentions', 'chain_blocks', 'candidate_pairs', 'article_shingles', 'reading_versions', 'matched_readings', 'match_store_state', 'statement_parties', 'event_parties', 'watched', 'watched_for', 'people', 'assistants', 'seen'"

const columnsOf = (db: Database.Database) =>
  db
    .prepare<[], { table: string; column: string; type: string; key: number }>(
      `SELECT m.name AS "table", c.name AS "column", c.type, c.pk AS key FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND m.name NOT LIKE '%\\_text\\__%' ESCAPE '\\'
         AND m.name NOT LIKE 'incident%' AND m.name NOT IN (${DERIVED}) AND c.name <> 'announced'
         AND m.name || '.' || c.name <> 'versions.number' ORDER BY m.name, c.cid`,
    )
    .all()

const CHANGED: Readonly<Record<string, string>> = {
  TEXT: "coalesce(@, '') || 'x'",
  INTEGER: '@ + 1000',
  REAL: '@ + 0.001',
  BLOB: "CAST('x' || @ AS BLOB)",
}

test('without a seal, too: whatever column of whatever table is changed, or row taken out, the first or the last, it is found', () => {
  const pristine = `${path}-pristine`
  breakSealByHand()
  const columns = use('read', ({ db }) => columnsOf(db))
  copyFileSync(path, pristine)
  const tamperings = columns.flatMap(({ table, column, type }) =>
    ['min', 'max'].flatMap((end) => {
      const where = `WHERE "${column}" IS (SELECT ${end}("${column}") FROM ${table})`
      const change = CHANGED[type].replace('@', `"${column}"`)
      return [`UPDATE ${table} SET "${column}" = ${change} ${where}`, `DELETE FROM ${table} ${where}`]
    }),
  )
  const missed = tamperings.filter((sql) => {
    copyFileSync(pristine, path)
    rmSync(`${path}.seal`, { force: true })
    let changed = 0
    tamper((db) => {
      changed = db.prepare(sql).run().changes
    })
    return changed === 0 || firstChange() === null
  })
  expect(tamperings.length).toBeGreaterThan(250)
  expect(missed).toEqual([])
}, 60_000)

test('while another process has the record open, nothing is sealed under it and no incident forgotten', () => {
  const other = openRecord(path, 'write')
  setReliability(other, 'the ministry', { grade: 'C', why: null }, { who: 'Ada', at: LATER })
  const verify = () => {
    const verifying = verifyRecord(path)
    for (let next = verifying.next(); ; next = verifying.next()) if (next.done) return next.value.seal
  }
  expect(verify()).toBe('open elsewhere')
  expect(other.db.prepare('SELECT count(*) FROM incidents').pluck().get()).toBe(TWO_INCIDENTS.length)
  closeRecord(other)
  expect(verify()).toBe('holds')
})
