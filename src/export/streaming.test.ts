// However much is exported, little is held: memory is measured while rows and reports by the thousand go by.

import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { closeRecord, type OpenRecord } from '../record/open.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { csv } from './csv.ts'
import { EXPORTERS, exporterFor, formatsOf, type What } from './exporters.ts'
import { parquet } from './parquet.ts'
import { ndjson, type Piece, type Row } from './rows.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

const MEGABYTE = 1_000_000

function held(): number {
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / MEGABYTE
}

/** In megabytes: what goes out, and the most that is held meanwhile beyond what was held before. */
function run(pieces: Iterable<Piece>, every = 100): { out: number; most: number } {
  const before = held()
  let [out, most, count] = [0, 0, 0]
  for (const piece of pieces) {
    out += piece.length / MEGABYTE
    if (count++ % every === 0 || typeof piece !== 'string') most = Math.max(most, held() - before)
  }
  return { out, most }
}

function* manyRows(count: number): Generator<Row> {
  for (let start = 0; start < count; start++)
    yield { source: `source ${start}`, start, latitude: start / 7, passage: `${start} was said. `.repeat(120) }
}

test.each([
  ['csv', csv, 30, 5],
  ['ndjson', ndjson, 30, 5],
  ['parquet', parquet, 2, 40], // packs what repeats; holds a group of eight million characters, and what is made of it
] as const)('%s: twenty thousand rows of two thousand characters', (_, format, least, bound) => {
  const { out, most } = run(format(['source', 'start', 'latitude', 'passage'], manyRows(20_000)), 1000)
  expect(out).toBeGreaterThan(least)
  expect(most).toBeLessThan(bound)
})

test.each([
  ['csv', csv, 4],
  ['ndjson', ndjson, 3],
] as const)('%s: rows are asked for one at a time', (_, format, most) => {
  let asked = 0
  function* rows() {
    for (;;) yield { n: ++asked }
  }
  const lines = format(['n'], rows())
  for (let i = 0; i < 4; i++) lines.next()
  expect(asked).toBeLessThanOrEqual(most + 1)
})

const REPORTS = 500
let record: OpenRecord
beforeAll(() => {
  record = inventRecord(REPORTS, (reading) => {
    const text = `${reading.document.text}\n${`Nothing else was told of ${reading.document.id}. `.repeat(500)}`
    const articles = reading.articles.map((article) => ({ ...article, span: [0, text.length] as [number, number] }))
    return { ...reading, document: { ...reading.document, text }, articles }
  })
})
afterAll(() => closeRecord(record))

const PAIRS = (Object.keys(EXPORTERS) as What[])
  .filter((what) => what !== 'incident')
  .flatMap((what) => formatsOf(what).map((format) => [what, format] as const))

test.each(PAIRS)('%s as %s: five hundred reports of twenty thousand characters', (what, format) => {
  const { most } = run(exporterFor(what, format)?.(record, {}) ?? [])
  expect(most).toBeLessThan(6) // the texts together are more, their readings more than that
})

test('what is read is not kept: the texts alone would be more than is held', () => {
  const { out } = run(exporterFor('articles', 'ftm')?.(record, {}) ?? [])
  expect(out).toBeGreaterThan(7)
})
