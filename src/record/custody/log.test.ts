import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeRecord, type OpenRecord, openRecord } from '../open.ts'
import { appendEntry, type Entry, firstBrokenEntry, lastEntry, listEntries } from './log.ts'

let folder: string
let record: OpenRecord

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-log-'))
  record = openRecord(join(folder, 'hearsay.db'), 'create')
  for (const about of ['a', 'b', 'c'])
    appendEntry(record, { at: '2024-05-01T12:00:00.000Z', who: 'Ada', what: 'noted', about, detail: { words: about } })
})

afterEach(() => {
  closeRecord(record)
  rmSync(folder, { recursive: true })
})

test('entries follow each other without a gap, each holding the hash of the one before', () => {
  const entries = [...listEntries(record)]
  expect(entries.map(({ number, about, detail }) => [number, about, detail])).toEqual([
    [1, 'a', '{"words":"a"}'],
    [2, 'b', '{"words":"b"}'],
    [3, 'c', '{"words":"c"}'],
  ])
  expect(entries.map(({ previous }) => previous)).toEqual(['0'.repeat(64), entries[0].hash, entries[1].hash])
  expect(lastEntry(record)).toEqual(entries[2])
  expect(firstBrokenEntry(record)).toBeNull()
})

test('what is in the log can neither be changed nor taken out', () => {
  expect(() => record.db.exec("UPDATE log SET who = 'Eve'")).toThrow('only added to')
  expect(() => record.db.exec('DELETE FROM log WHERE number = 3')).toThrow('only added to')
})

const FORGERIES: [string, (entry: Entry) => Partial<Entry> | null, number][] = [
  ['another name', () => ({ who: 'Eve' }), 2],
  ['another time', () => ({ at: '2024-05-01T12:00:00.001Z' }), 2],
  ['another detail', () => ({ detail: '{"words":"B"}' }), 2],
  ['another hash', ({ hash }) => ({ hash: hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) }), 2],
  ['another number', () => ({ number: 9 }), 2],
  ['an entry gone', () => null, 2],
]

test.each(FORGERIES)('whoever gets around that is found out: %s', (_, forge, broken) => {
  record.db.exec('DROP TRIGGER log_stays_update; DROP TRIGGER log_stays_delete')
  const [, entry] = listEntries(record)
  record.db.exec('DELETE FROM log WHERE number = 2')
  const forged = forge(entry)
  if (forged)
    record.db
      .prepare('INSERT INTO log VALUES (@number, @at, @who, @what, @about, @detail, @previous, @hash)')
      .run({ ...entry, ...forged })
  expect(firstBrokenEntry(record)).toBe(broken)
})
