import { chmodSync, copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { beforeAll, expect, test } from 'vitest'
import { dumpRecord, integrityOf } from '../testing/dump-record.ts'
import { runHearsay, runProgram, scratchFolder } from '../testing/hearsay.ts'

let model: string

beforeAll(async () => {
  model = scratchFolder()
  writeFileSync(join(model, 'a.txt'), 'The mayor of Herat said on Monday that the bridge was closed.\n')
  writeFileSync(join(model, 'b.txt'), 'The mayor of Herat said on Tuesday that the bridge was open again.\n')
  expect(await runHearsay(['read', 'a.txt'], { cwd: model })).toMatchObject({ code: 0 })
}, 60_000)

/** A folder with a record that holds a.txt, and b.txt besides. */
function copyModel(): string {
  const folder = scratchFolder()
  for (const name of ['a.txt', 'b.txt', 'hearsay.db']) copyFileSync(join(model, name), join(folder, name))
  return folder
}

test.concurrent('a record that another process has locked: one line, unharmed, and still readable', async () => {
  const folder = copyModel()
  const record = join(folder, 'hearsay.db')
  const other = new Database(record)
  other.exec('BEGIN IMMEDIATE')
  const locked = await runHearsay(['read', 'b.txt'], { cwd: folder, env: { HEARSAY_WAIT: '1' } })
  expect(locked.stderr).toMatch(
    /^hearsay: waiting for another process that writes to hearsay\.db\nhearsay: the record hearsay\.db is locked by another process; .+\n$/,
  )
  expect(locked.code).toBe(3)
  const meanwhile = await runHearsay(['documents', '--format', 'ndjson'], { cwd: folder })
  expect(meanwhile).toMatchObject({ code: 0, stderr: '' })
  expect(meanwhile.stdout.split('\n')).toHaveLength(2)
  other.exec('ROLLBACK')
  other.close()
  expect(await runHearsay(['read', 'b.txt'], { cwd: folder })).toMatchObject({ code: 0 })
  expect(dumpRecord(record).documents).toHaveLength(2)
})

test.concurrent('a record that a newer version wrote is left as it is, byte for byte', async () => {
  const folder = copyModel()
  const record = join(folder, 'hearsay.db')
  const newer = new Database(record)
  newer.pragma('user_version = 999')
  newer.close()
  const before = readFileSync(record)
  for (const args of [['read', 'b.txt'], ['documents'], ['reread']]) {
    const { code, stderr } = await runHearsay(args, { cwd: folder })
    expect(stderr).toMatch(/^hearsay: the record hearsay\.db was written by a newer version of hearsay .+\n$/)
    expect(code).toBe(3)
  }
  expect(readFileSync(record).equals(before)).toBe(true)
})

const NO_RECORDS: [name: string, make: (path: string) => void, message: RegExp][] = [
  [
    'a text file',
    (path) => writeFileSync(path, 'Not a database at all, but a long enough text.\n'.repeat(50)),
    /is no SQLite database/,
  ],
  ['a folder', (path) => mkdirSync(path), /is not a file/],
  [
    "another program's database",
    (path) => {
      const other = new Database(path)
      other.exec('CREATE TABLE contacts (name TEXT)')
      other.close()
    },
    /is an SQLite database but not a Hearsay record/,
  ],
]

test.concurrent.each(NO_RECORDS)('%s in the place of a record is refused and left alone', async (_, make, message) => {
  const folder = copyModel()
  const path = join(folder, 'other.db')
  make(path)
  for (const args of [['read', 'b.txt'], ['statements']]) {
    const { code, stderr } = await runHearsay([...args, '--record', 'other.db'], { cwd: folder })
    expect(stderr).toMatch(message)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(code).toBe(3)
  }
})

test.concurrent('a damaged record: commands say so, doctor says where', async () => {
  const folder = copyModel()
  const record = join(folder, 'hearsay.db')
  const bytes = readFileSync(record)
  bytes.fill(0x5a, 4096, bytes.length - 4096)
  writeFileSync(record, bytes)
  const { code, stderr } = await runHearsay(['statements'], { cwd: folder })
  expect(stderr).toMatch(/^hearsay: the record hearsay\.db is damaged; .+\n$/)
  expect(code).toBe(3)
  const doctor = await runHearsay(['doctor'], { cwd: folder })
  expect(doctor.stdout).toMatch(/^BAD +record +.*damaged/m)
  expect(doctor.code).toBe(3)
})

test.concurrent('a place where nothing may be written', async () => {
  const folder = copyModel()
  const place = join(folder, 'place')
  mkdirSync(place)
  writeFileSync(join(place, 'hearsay.db'), readFileSync(join(folder, 'hearsay.db')), { mode: 0o444 })
  chmodSync(place, 0o555)
  const onto = await runHearsay(['read', 'b.txt', '--record', 'place/hearsay.db'], { cwd: folder, unprivileged: true })
  expect(onto.stderr).toMatch(/^hearsay: the record place\/hearsay\.db cannot be (?:opened|written)[^\n]+\n$/)
  expect(onto.code).toBe(3)
  const fresh = await runHearsay(['read', 'b.txt', '--record', 'place/new.db'], { cwd: folder, unprivileged: true })
  expect(fresh.stderr).toMatch(/^hearsay: the record place\/new\.db cannot be (?:opened|written)[^\n]+\n$/)
  expect(fresh.code).toBe(3)
  chmodSync(place, 0o755)
})

test.concurrent('a record where nothing may be written is listed, searched, exported, and left as it was', async () => {
  const folder = copyModel()
  const place = join(folder, 'place')
  mkdirSync(place)
  writeFileSync(join(place, 'hearsay.db'), readFileSync(join(folder, 'hearsay.db')), { mode: 0o444 })
  chmodSync(place, 0o555)
  for (const command of [
    ['statements'],
    ['documents'],
    ['incidents', '--all'],
    ['sources'],
    ['search', 'bridge'],
    ['export'],
    ['export', '--what', 'record'],
    ['log'],
  ]) {
    const there = await runHearsay(command, { cwd: folder })
    const closed = await runHearsay(command, { cwd: place, unprivileged: true })
    expect([command, closed]).toEqual([command, there])
    expect(closed).toMatchObject({ code: 0 })
  }
  expect(readdirSync(place)).toEqual(['hearsay.db'])
  chmodSync(place, 0o755)
})

test.concurrent('no record at all: what to do is said, and none is made', async () => {
  const folder = scratchFolder()
  for (const command of [['statements'], ['documents'], ['show', '3f'], ['search', 'x'], ['export'], ['reread']]) {
    expect(await runHearsay(command, { cwd: folder })).toEqual({
      code: 3,
      stdout: '',
      stderr: 'hearsay: there is no record at hearsay.db; make one with: hearsay read FILE\n',
    })
  }
})

test.concurrent('two runs into one record at the same time store everything once', async () => {
  const folder = copyModel()
  const runs = await Promise.all(
    [1, 2, 3].map(() => runProgram(['read', 'a.txt', 'b.txt', '--record', 'new.db'], { cwd: folder })),
  )
  expect(runs.map(({ code, stderr }) => [code, stderr.split('\n').length])).toEqual([
    [0, 3],
    [0, 3],
    [0, 3],
  ])
  expect(dumpRecord(join(folder, 'new.db')).documents).toHaveLength(2)
  expect(integrityOf(join(folder, 'new.db'))).toEqual(['ok'])
})
