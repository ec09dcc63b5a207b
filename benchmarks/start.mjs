// How long a start takes: `hearsay --version`, the first reading, `hearsay serve` on many articles. By the clock, which others on the machine
// lengthen, and in processor time of all its processes, where Linux tells it; the least of some runs.
//
//   npm run build && node benchmarks/start.mjs [--runs 7] [--articles 50000] [--record KEPT.db]
//
// Making a record of 50,000 articles takes some minutes; --record keeps it for the next run, --articles 0 leaves `serve` out.

import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { inventRecordAt } from '../dist/testing/invented-record.js'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    articles: { type: 'string', default: '50000' },
    record: { type: 'string' },
  },
})
const [runs, articles] = [Number(values.runs), Number(values.articles)]

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
const MAIN = at('dist/cli/main.js')
const READ = ['read', '--no-record', '--format', 'ndjson']
/** Hundredths of a second, as nearly every Linux counts. */
const TICK_MS = 10

/** Milliseconds of the processor, of one process with its threads; null where the system does not tell. */
function processorTime(pid, fields) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    return fields.reduce((sum, field) => sum + Number(stat[field]), 0) * TICK_MS
  } catch {
    return null
  }
}
const ofChildren = () => processorTime('self', [13, 14])
const ofItself = (pid) => processorTime(pid, [11, 12])

function least(measure) {
  const all = Array.from({ length: runs }, measure)
  return all[0].map((_, column) => Math.min(...all.map((row) => row[column])))
}

function run(args) {
  const [started, before] = [performance.now(), ofChildren()]
  const { status } = spawnSync(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`hearsay ${args.join(' ')} ended with ${status}`)
  return [performance.now() - started, ofChildren() - before]
}

const show = (what, [clock, processor]) =>
  console.log(`${what.padEnd(44)} ${clock.toFixed(0).padStart(6)} ms, processor ${processor.toFixed(0).padStart(6)} ms`)

show(
  'hearsay --version',
  least(() => run(['--version'])),
)
show(
  'hearsay read, a text of 322 words',
  least(() => run([...READ, at('examples/01-leposavic-wire.txt')])),
)
show(
  'hearsay read, a page',
  least(() => run([...READ, at('src/intake/fixtures/live-blog.html')])),
)
if (articles > 0) await timeServe()

async function timeServe() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-start-'))
  const record = values.record ?? join(folder, 'invented.db')
  try {
    if (!existsSync(record)) inventRecordAt(record, articles)
    const all = []
    for (let round = 0; round < Math.min(3, runs); round++) all.push(await serveOnce(record))
    for (const what of Object.keys(all[0]))
      show(
        `hearsay serve, ${articles} articles: ${what}`,
        [0, 1].map((column) => Math.min(...all.map((round) => round[what][column]))),
      )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Until it listens; until the first page is there; until what the page shows is there, which is when it is ready. */
async function serveOnce(record) {
  const started = performance.now()
  const child = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0', '--no-open'])
  const lap = () => [performance.now() - started, ofItself(child.pid)]
  try {
    const url = await new Promise((resolve) => {
      let said = ''
      child.stdout.on('data', (chunk) => {
        said += chunk
        const [found] = /http:\S+/.exec(said) ?? []
        if (found) resolve(found)
      })
    })
    const listens = lap()
    await (await fetch(url)).text()
    const page = lap()
    await (await fetch(`${url}api/overview`)).json()
    return { listens, 'the page': page, ready: lap() }
  } finally {
    child.kill('SIGKILL')
  }
}
