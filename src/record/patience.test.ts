import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scratchFolder } from '../testing/hearsay.ts'
import { makeReading } from '../testing/made-reading.ts'
import { closeRecord, openRecord } from './open.ts'
import { patiently, pauseMs } from './patience.ts'
import { numberOf, writeDocument } from './write.ts'

test('a write waits for whoever writes, and is done once', async () => {
  const path = join(scratchFolder(), 'hearsay.db')
  const [record, other] = [openRecord(path, 'create'), openRecord(path, 'create')]
  record.db.pragma('busy_timeout = 1')
  other.db.exec('BEGIN IMMEDIATE')
  const pauses: number[] = []
  const { received, reading } = makeReading('Ada said the bridge was closed.')
  const store = () => writeDocument(record, received, reading, '2024-05-01T12:00:00.000Z')
  await patiently(record, store, {
    async pause(ms) {
      pauses.push(ms)
      if (pauses.length === 5) other.db.exec('ROLLBACK')
    },
  })
  expect(pauses).toHaveLength(5)
  expect(numberOf(record, reading.document.sha256)).toBe(1)
  other.db.exec('BEGIN IMMEDIATE')
  let paused = 0
  const pause = async (ms: number) => {
    paused += ms
  }
  await expect(patiently(record, store, { patienceMs: 3000, pause })).rejects.toThrow('locked')
  expect(paused).toBeGreaterThanOrEqual(3000)
  other.db.exec('ROLLBACK')
  for (const each of [record, other]) closeRecord(each)
})

test('what is no matter of waiting fails at once', async () => {
  const record = openRecord(join(scratchFolder(), 'hearsay.db'), 'create')
  const pause = () => Promise.reject(new Error('it waited'))
  await expect(patiently(record, () => record.db.exec('no SQL'), { pause })).rejects.toThrow('syntax error')
  closeRecord(record)
})

test('pauses grow to a second, and differ between processes', () => {
  const of = (pid: number) => [1, 2, 3, 4, 5, 6, 7, 8].map((tries) => pauseMs(tries, pid))
  for (const pauses of [of(1), of(4711)]) for (const ms of pauses) expect(ms >= 50 && ms <= 1000, String(ms)).toBe(true)
  expect(of(4711)).not.toEqual(of(4712))
})
