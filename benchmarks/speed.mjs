// A corpus generated from a seed -> the speed of the whole program and the time of each part. Figures from different days differ only by
// machine and code. Exit code 1 if one document of 5 MB takes more memory than the bound.
//
//   npm run bench [-- --documents 200 --words 400 --workers 1,2 --megabytes 5]

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { register } from 'node:module'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { runFilter } from './filter.mjs'
import { STAGES, spent, timeStage } from './stages.mjs'

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '200' },
    words: { type: 'string', default: '400' },
    workers: { type: 'string', default: [...new Set([1, availableParallelism()])].join() },
    megabytes: { type: 'string', default: '5' },
  },
})
const documents = Number(values.documents)
/** For a document of 5 MB, over all processes. */
const MAX_MEGABYTES = 700

register('./timed-loader.mjs', import.meta.url, { data: STAGES })
const { inventReports } = await import('../dist/testing/invented-news.js')
const { openDocument } = await import('../dist/intake/document.js')
const { read } = await import('../dist/pipeline.js')
const { loadResources } = await import('../dist/resources.js')
const { openRecord, closeRecord } = await import('../dist/record/open.js')
const { writeDocument } = await import('../dist/record/write.js')

const loading = performance.now()
const resources = await loadResources()
const loadTime = performance.now() - loading

const encoder = new TextEncoder()
const reports = inventReports(1, documents, Number(values.words))
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const record = openRecord(join(folder, 'bench.db'), 'create')
const intake = timeStage('intake', openDocument)
const whole = timeStage('pipeline', read)
const json = timeStage('JSON', JSON.stringify)
const keep = timeStage('record', writeDocument)

async function readOne({ name, content }) {
  const received = { bytes: encoder.encode(content), origin: name }
  const reading = await whole(await intake(received), resources)
  json(reading)
  keep(record, received, reading, '2024-01-01T00:00:00.000Z')
  return countWords(reading.document.text)
}

const countWords = (text) => text.split(/\s+/).length

for (const report of inventReports(2, 20, 200)) await readOne(report)
spent.clear() // the first documents only warm the machine

let words = 0
const started = performance.now()
for (const report of reports) words += await readOne(report)
const seconds = (performance.now() - started) / 1000
closeRecord(record)

const total = [...spent.values()].reduce((sum, each) => sum + each, 0)
const perSecond = (milliseconds) => Math.round(words / (milliseconds / 1000))
console.log(`${documents} generated documents (a quarter of them HTML), ${words} words, one process`)
console.log(`Node.js ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`)
console.log(`documents/s  ${(documents / seconds).toFixed(1)}`)
console.log(
  `words/s      ${perSecond(seconds * 1000)}; all but the model, and the record: ${perSecond(total - (spent.get('model') ?? 0) - (spent.get('record') ?? 0))}`,
)
console.log(`record       ${Math.round(statSync(join(folder, 'bench.db')).size / documents / 1000)} kB a document`)
console.log(`memory       ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end`)
console.log(`loading      ${Math.round(loadTime)} ms, once\n`)
console.log('stage         ms a document   share')
for (const stage of ['intake', ...STAGES.map(({ stage }) => stage), 'pipeline', 'JSON', 'record']) {
  const time = spent.get(stage) ?? 0
  console.log(
    `${stage.padEnd(12)}${(time / documents).toFixed(2).padStart(15)}${`${((100 * time) / total).toFixed(1)} %`.padStart(9)}`,
  )
}
rmSync(folder, { recursive: true })

console.log(
  '\nthe filter (NDJSON to NDJSON), loading included; memory of all its processes at its highest, shared pages once',
)
const lines = reports.map(({ name, kind, content }) => `${JSON.stringify({ id: name, [kind]: content })}\n`)
for (const workers of values.workers.split(',')) report(`${workers} workers`, words, await runFilter(lines, workers))
if (Number(values.megabytes) > 0) {
  const long = longReport(Number(values.megabytes) * 1e6)
  const line = `${JSON.stringify({ id: 'long', text: long })}\n`
  const ran = await runFilter([line], 1)
  report(`one document of ${values.megabytes} MB`, countWords(long), ran)
  if (Number(values.megabytes) <= 5 && ran.megabytes > MAX_MEGABYTES) {
    console.log(`BAD  over the bound of ${MAX_MEGABYTES} MB`)
    process.exitCode = 1
  }
}

function report(what, count, { seconds, megabytes }) {
  const memory = megabytes === null ? 'memory unknown on this system' : `${Math.round(megabytes)} MB`
  console.log(`${what.padEnd(26)}${seconds.toFixed(1)} s, ${Math.round(count / seconds)} words/s, ${memory}`)
}

/** One article made of many invented ones. */
function longReport(length) {
  let text = ''
  for (let seed = 100; text.length < length; seed++)
    text += inventReports(seed, 3, 5000)
      .map(({ content }) => content)
      .join('\n')
  return text.slice(0, length)
}
