// A process that is killed leaves the record's file and a beginning of its write-ahead log. Whatever beginning it is: the record
// opens, is sound, and holds the first so many documents whole.

import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { scratchFolder } from '../testing/hearsay.ts'
import { inventReports } from '../testing/invented-news.ts'
import { readRoughly } from '../testing/read-roughly.ts'
import { checkRecord } from './custody/check.ts'
import { closeRecord, openRecord } from './open.ts'
import { numberOf, writeDocument, writeSighting } from './write.ts'

const DOCUMENTS = 12
const NOON = '2024-05-01T12:00:00.000Z'
/** A log is cut at the end of every frame (a page and its header), and in the middle of one. */
const FRAME = 4096 + 24
const HEADER = 32

const received = inventReports(3, DOCUMENTS, 60).map(({ name, content }) => ({
  bytes: new TextEncoder().encode(content),
  origin: name,
}))

let folder: string
let log: Buffer

/** The files as they lie on the disk while the process that writes them is alive. */
beforeAll(() => {
  folder = scratchFolder()
  const path = join(folder, 'written.db')
  closeRecord(openRecord(path, 'create'))
  const record = openRecord(path, 'write')
  for (const each of received) writeDocument(record, each, readRoughly(each), NOON)
  writeSighting(record, 1, 'elsewhere.txt', 'again', NOON)
  copyFileSync(path, join(folder, 'file.db'))
  log = readFileSync(`${path}-wal`)
  closeRecord(record)
})

test('the log holds everything that was written, so that cutting it reaches every instant', () => {
  expect(log.length).toBeGreaterThan(DOCUMENTS * FRAME)
  expect((log.length - HEADER) % FRAME).toBe(0)
})

test('cut off anywhere, it opens, is sound, and holds so many documents whole', () => {
  const frames = (log.length - HEADER) / FRAME
  const seen = new Set<number>()
  let last = 0
  for (let frame = 0; frame <= frames; frame++) {
    for (const more of frame % 7 === 0 ? [0, 1, 2000] : [0]) {
      const path = join(folder, 'cut.db')
      copyFileSync(join(folder, 'file.db'), path)
      writeFileSync(`${path}-wal`, log.subarray(0, HEADER + frame * FRAME + more))
      const record = openRecord(path, 'write')
      try {
        expect(checkRecord(record), `after ${frame} frames and ${more} bytes`).toEqual([])
        const there = received.filter(({ bytes }) =>
          numberOf(record, readRoughly({ bytes, origin: '' }).document.sha256),
        )
        expect(there).toEqual(received.slice(0, there.length))
        expect(there.length).toBeGreaterThanOrEqual(last)
        last = there.length
        seen.add(there.length)
      } finally {
        record.db.close()
      }
    }
  }
  expect([...seen]).toEqual(Array.from({ length: DOCUMENTS + 1 }, (_, index) => index))
})
