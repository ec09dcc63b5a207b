import { copyFileSync, existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeReading } from '../../testing/made-reading.ts'
import { TWO_INCIDENTS } from '../../testing/two-incidents.ts'
import { listDocuments } from '../documents.ts'
import { writeIncidents } from '../incidents/store.ts'
import { type Access, closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { writeDocument, writeSighting } from '../write.ts'
import { verifyRecord } from './verify.ts'

const NOON = '2024-05-01T12:00:00.000Z'
const { received, reading } = makeReading('A wire of its own.')

let folder: string
let path: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-seal-'))
  path = join(folder, 'hearsay.db')
  const record = openRecord(path, 'create')
  writeDocument(record, received, reading, NOON)
  closeRecord(record)
})
afterEach(() => rmSync(folder, { recursive: true }))

const isSealed = () => existsSync(`${path}.seal`)
const see = (record: OpenRecord, origin: string) => writeSighting(record, 1, origin, 'wire', NOON)
const changes = () => [...verifyRecord(path)]

const LEAVING: [what: string, access: Access, deed: (record: OpenRecord) => unknown][] = [
  ['reading', 'read', (record) => [...listDocuments(record)]],
  ['opening it to write, and writing nothing', 'write', () => {}],
  ['what is there already', 'write', (record) => writeDocument(record, received, reading, NOON)],
]

test.each(LEAVING)('%s leaves the seal alone', (_, access, deed) => {
  const record = openRecord(path, access)
  deed(record)
  expect(isSealed()).toBe(true)
  closeRecord(record)
  expect([isSealed(), changes()]).toEqual([true, []])
})

const BREAKING: [what: string, deed: (record: OpenRecord) => unknown][] = [
  ['a deed', (record) => see(record, 'elsewhere.txt')],
  ['incidents worked out', (record) => writeIncidents(record, TWO_INCIDENTS)],
]

test.each(BREAKING)('%s breaks it, and closing makes it anew', (_, deed) => {
  const record = openRecord(path, 'write')
  deed(record)
  expect(isSealed()).toBe(false)
  closeRecord(record)
  expect([isSealed(), changes()]).toEqual([true, []])
})

test('who writes without breaking it, as no deed does, does so at the end', () => {
  const record = openRecord(path, 'write')
  record.db.exec('UPDATE incidents_state SET fresh = 1')
  expect(isSealed()).toBe(true)
  closeRecord(record)
  expect([isSealed(), changes()]).toEqual([true, []])
})

test('of two at a time each seals what it leaves, and breaks what the other sealed', () => {
  const [one, other] = [openRecord(path, 'write'), openRecord(path, 'write')]
  see(one, '1.txt')
  see(other, '2.txt')
  closeRecord(one)
  expect(isSealed()).toBe(true)
  see(other, '3.txt')
  expect(isSealed()).toBe(false)
  closeRecord(other)
  expect([isSealed(), changes()]).toEqual([true, []])
})

test('while somebody reads, who writes leaves it without a seal; that is no change, and verify makes one', () => {
  const [reader, writer] = [openRecord(path, 'read'), openRecord(path, 'write')]
  reader.db.exec('BEGIN')
  reader.db.prepare('SELECT count(*) FROM log').get()
  see(writer, '1.txt')
  closeRecord(writer)
  expect(isSealed()).toBe(false)
  closeRecord(reader)
  expect([changes(), isSealed()]).toEqual([[], true])
})

test('who is killed leaves no seal, the next run makes none, and verify does', () => {
  const killed = openRecord(path, 'write')
  see(killed, '1.txt')
  const left = join(folder, 'left.db')
  for (const end of ['', '-wal']) copyFileSync(path + end, left + end)
  closeRecord(killed)
  path = left
  expect(changes()).toEqual([])
  rmSync(`${path}.seal`)
  const next = openRecord(path, 'write')
  see(next, '2.txt')
  closeRecord(next)
  expect(isSealed()).toBe(false)
  expect([changes(), isSealed()]).toEqual([[], true])
})

test('a seal beside what has not reached the file counts for nothing', () => {
  const record = openRecord(path, 'write')
  record.db.exec('UPDATE incidents_state SET fresh = 1') // and then it is killed
  const left = join(folder, 'left.db')
  for (const end of ['', '-wal', '.seal']) copyFileSync(path + end, left + end)
  closeRecord(record)
  path = left
  expect([changes(), isSealed()]).toEqual([[], true])
})

test('another program that writes is found out, though it changed nothing that counts', () => {
  const db = new Database(path)
  db.exec('CREATE INDEX of_mine ON statements (stance)')
  db.close()
  expect(changes()).toEqual(['the file of the record is not, to the byte, what it was when it was sealed'])
})

test('by a link, too, the seal is that of the file', () => {
  const link = join(folder, 'link')
  symlinkSync(path, link)
  const record = openRecord(link, 'write')
  see(record, '1.txt')
  expect(isSealed()).toBe(false)
  closeRecord(record)
  expect([isSealed(), existsSync(`${link}.seal`)]).toEqual([true, false])
  expect([...verifyRecord(link)]).toEqual([])
})
