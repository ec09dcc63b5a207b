// How fast is the whole way, and where does the time go? On a corpus that is generated from a seed, so that figures from
// different days and machines can be told apart from each other by the machine and the code alone.
//
//   npm run bench [-- --documents 200 --words 400]

import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { register } from 'node:module'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: { documents: { type: 'string', default: '200' }, words: { type: 'string', default: '400' } },
})
const documents = Number(values.documents)

/** Milliseconds by stage; a stage within a stage counts for itself only. */
const spent = new Map()
const open = []

const timeStage =
  (stage, run) =>
  (...args) => {
    if (typeof run !== 'function') throw new Error(`nothing to time for ${stage}: has a stage been renamed?`)
    const started = performance.now()
    open.push(0)
    const close = (result) => {
      const whole = performance.now() - started
      spent.set(stage, (spent.get(stage) ?? 0) + whole - open.pop())
      if (open.length > 0) open[open.length - 1] += whole
      return result
    }
    const result = run(...args)
    return result instanceof Promise ? result.then(close) : close(result)
  }
globalThis.timeStage = timeStage

register('./timed-loader.mjs', import.meta.url, {
  data: [
    { file: '/dist/layout/layout.js', name: 'layOut', stage: 'layout' },
    { file: '/dist/language/language.js', name: 'readLanguage', stage: 'language' },
    { file: '/dist/reading/entities/entities.js', name: 'findEntities', stage: 'entities' },
    { file: '/dist/reading/statements/statements.js', name: 'settleStatements', stage: 'statements' },
  ],
})

const { inventReports } = await import('../dist/testing/invented-news.js')
const { openDocument } = await import('../dist/intake/document.js')
const { read } = await import('../dist/pipeline.js')
const { loadResources } = await import('../dist/resources.js')
const { openRecord, closeRecord } = await import('../dist/record/open.js')
const { writeDocument } = await import('../dist/record/write.js')

const loading = performance.now()
const loaded = await loadResources()
const loadTime = performance.now() - loading
const resources = {
  ...loaded,
  tagger: timeStage('tagger', loaded.tagger),
  findDrafts: timeStage('model', loaded.findDrafts),
}

const encoder = new TextEncoder()
const corpus = inventReports(1, documents, Number(values.words)).map(({ name, content }) => ({
  bytes: encoder.encode(content),
  origin: name,
}))
const folder = mkdtempSync(join(tmpdir(), 'hearsay-bench-'))
const record = openRecord(join(folder, 'bench.db'), 'create')
const intake = timeStage('intake', openDocument)
const whole = timeStage('pipeline', read)
const json = timeStage('JSON', JSON.stringify)
const keep = timeStage('record', writeDocument)

async function readOne(received) {
  const reading = await whole(intake(received), resources)
  json(reading)
  keep(record, received, reading, '2024-01-01T00:00:00.000Z')
  return reading.document.text.split(/\s+/).length
}

for (const { name, content } of inventReports(2, 20, 200))
  await readOne({ bytes: encoder.encode(content), origin: name })
spent.clear() // the first documents only warm the machine

let words = 0
const started = performance.now()
for (const received of corpus) words += await readOne(received)
const seconds = (performance.now() - started) / 1000
closeRecord(record)

const total = [...spent.values()].reduce((sum, each) => sum + each, 0)
console.log(`${documents} generated documents (a quarter of them HTML), ${words} words, one process`)
console.log(`Node.js ${process.versions.node}, ${cpus().length} x ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`)
console.log(`documents/s  ${(documents / seconds).toFixed(1)}`)
console.log(`words/s      ${Math.round(words / seconds)}`)
console.log(`record       ${Math.round(statSync(join(folder, 'bench.db')).size / documents / 1000)} kB a document`)
console.log(`memory       ${Math.round(process.memoryUsage().rss / 1e6)} MB at the end`)
console.log(`loading      ${Math.round(loadTime)} ms, once\n`)
console.log('stage         ms a document   share')
for (const stage of [
  'intake',
  'layout',
  'language',
  'tagger',
  'model',
  'entities',
  'statements',
  'pipeline',
  'JSON',
  'record',
]) {
  const time = spent.get(stage) ?? 0
  console.log(
    `${stage.padEnd(12)}${(time / documents).toFixed(2).padStart(15)}${`${((100 * time) / total).toFixed(1)} %`.padStart(9)}`,
  )
}
rmSync(folder, { recursive: true })
