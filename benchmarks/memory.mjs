// Thousands of rows and reports, exported, and an endless line, read -> how much memory they take. Exit code 1 if it is more than
// the bound.
//
//   npm run bench, or after a build: node --expose-gc benchmarks/memory.mjs

import { csv } from '../dist/export/csv.js'
import { EXPORTERS, exporterFor, formatsOf } from '../dist/export/exporters.js'
import { parquet } from '../dist/export/parquet.js'
import { ndjson } from '../dist/export/rows.js'
import { readNdjson } from '../dist/intake/io/ndjson.js'
import { closeRecord } from '../dist/record/open.js'
import { inventRecord } from '../dist/testing/invented-record.js'

const MEGABYTE = 1e6

function held() {
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / MEGABYTE
}

/** The most that is held while the pieces go by, beyond what was held before. */
function mostHeld(pieces, every) {
  const before = held()
  let [most, count] = [0, 0]
  for (const piece of pieces)
    if (count++ % every === 0 || typeof piece !== 'string') most = Math.max(most, held() - before)
  return most
}

function report(what, most, bound) {
  if (most >= bound) process.exitCode = 1
  console.log(`${most < bound ? 'ok ' : 'BAD'}  ${what}: ${most.toFixed(1)} MB held, bound ${bound} MB`)
}

function* manyRows(count) {
  for (let start = 0; start < count; start++)
    yield { source: `source ${start}`, start, latitude: start / 7, passage: `${start} was said. `.repeat(120) }
}

/** Parquet packs what repeats; it holds a group of eight million characters, and what is made of it. */
for (const [name, format, bound] of [
  ['csv', csv, 5],
  ['ndjson', ndjson, 5],
  ['parquet', parquet, 40],
])
  report(
    `20,000 rows as ${name}`,
    mostHeld(format(['source', 'start', 'latitude', 'passage'], manyRows(20_000)), 1000),
    bound,
  )

const record = inventRecord(500, (reading) => {
  const text = `${reading.document.text}\n${`Nothing else was told of ${reading.document.id}. `.repeat(500)}`
  const articles = reading.articles.map((article) => ({ ...article, span: [0, text.length] }))
  return { ...reading, document: { ...reading.document, text }, articles }
})
for (const what of Object.keys(EXPORTERS).filter((name) => name !== 'incident'))
  for (const format of formatsOf(what))
    report(
      `500 reports of 20,000 characters, ${what} as ${format}`,
      mostHeld(exporterFor(what, format)(record, {}), 100),
      6,
    )
closeRecord(record)

function* endless() {
  for (let chunk = 0; chunk < 1000; chunk++) yield Buffer.alloc(1e6, 'x')
  yield Buffer.from('\nnext')
}
const before = held()
let most = 0
for await (const _ of readNdjson(endless(), 'in', 1000)) most = Math.max(most, held() - before)
report('a line of a gigabyte', most, 500)
