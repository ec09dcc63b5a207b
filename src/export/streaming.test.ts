// However much is exported, it goes out piece by piece as rows come in (npm run bench measures the memory).

import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeRecord, type OpenRecord } from '../record/open.ts'
import { inventRecord } from '../testing/invented-record.ts'
import { csv } from './csv.ts'
import { EXPORTERS, exporterFor, formatsOf, type What } from './exporters.ts'
import { ndjson } from './rows.ts'

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

const REPORTS = 60
let record: OpenRecord
beforeAll(() => {
  record = inventRecord(REPORTS, (reading) => {
    const text = `${reading.document.text}\n${`Nothing else was told of ${reading.document.id}. `.repeat(500)}`
    const articles = reading.articles.map((article) => ({ ...article, span: [0, text.length] as [number, number] }))
    return { ...reading, document: { ...reading.document, text }, articles }
  })
})
afterAll(() => closeRecord(record))

/** Characters of the longest report, as JSON. */
const ONE_REPORT = 60_000

const PAIRS = (Object.keys(EXPORTERS) as What[])
  .filter((what) => what !== 'incident')
  .flatMap((what) => formatsOf(what).map((format) => [what, format] as const))

test.each(PAIRS)('%s as %s: no piece grows with the record', (what, format) => {
  const pieces = [...(exporterFor(what, format)?.(record, {}) ?? [])]
  const out = pieces.reduce((sum, piece) => sum + piece.length, 0)
  const most = Math.max(0, ...pieces.map((piece) => piece.length))
  expect(format === 'parquet' || most <= ONE_REPORT || most < out / 10).toBe(true) // a group of rows of Parquet is one piece
})
