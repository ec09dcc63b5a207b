// The evaluation sets -> Hearsay and its peers side by side, in one run: first how well each does, then how fast on the same reports.
// See README.md.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { install } from './install.mjs'
import { measured } from './measured.mjs'
import { HEARSAY, PEERS, SETS } from './peers.mjs'

const USAGE = `usage: CORPORA=FOLDER SCORE=FOLDER node benchmarks/peers/run.mjs [options]

  --list          the peers and what each is scored on; installs nothing
  --only A,B      these peers alone
  --tasks A,B     these tasks alone; "speed" is one
  --documents N   the first of each set alone, for a machine that is slow or busy
  --reports N     how many reports for the speed (120)
  --rounds N      how often each reads them, in turn (3)
  --cache FOLDER  where packages and readings are kept (~/.cache/hearsay-peers)`

const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    help: { type: 'boolean', short: 'h' },
    list: { type: 'boolean' },
    only: { type: 'string', default: Object.keys(PEERS).join() },
    tasks: { type: 'string', default: [...Object.keys(SETS), 'speed'].join() },
    documents: { type: 'string' },
    reports: { type: 'string', default: '120' },
    rounds: { type: 'string', default: '3' },
    cache: { type: 'string', default: join(homedir(), '.cache', 'hearsay-peers') },
  },
})
const { CORPORA, SCORE } = process.env
const chosen = Object.entries(PEERS).filter(([name]) => values.only.split(',').includes(name))
const tasks = values.tasks.split(',')

if (values.help) console.log(USAGE)
else if (values.list) list()
else if (!CORPORA || !SCORE) {
  console.error(`CORPORA and SCORE must say where the sets and the scorer are.\n\n${USAGE}`)
  process.exitCode = 2
} else await compare()

function list() {
  for (const [name, { what, tasks, speed }] of chosen)
    console.log(`${name.padEnd(16)}${what.padEnd(44)}${[...tasks, ...(speed ? ['speed'] : [])].join(', ')}`)
}

async function compare() {
  const tools = install(values.cache, here, (line) => console.error(line))
  const there = chosen
    .map(([, peer]) => peer)
    .filter(({ needs }) => tools.python && (needs !== 'java' || tools.classpath))
  const all = [HEARSAY, ...there].map((peer) => ({ ...peer, filter: peer.filter(tools) }))
  for (const [task, set] of Object.entries(SETS)) if (tasks.includes(task)) await quality(task, join(CORPORA, set), all)
  if (tasks.includes('speed')) await speed(all.filter((peer) => peer.speed))
}

/** Each peer's readings are kept in the cache, to be looked at. */
async function quality(task, gold, all) {
  const input = firstLines(score(['inputs', task, gold]), values.documents)
  const folder = join(values.cache, 'readings', task)
  mkdirSync(folder, { recursive: true })
  const wanted = join(folder, 'gold.jsonl')
  writeFileSync(wanted, firstLines(readFileSync(gold, 'utf8'), values.documents))
  console.log(`\n## ${task}\n`)
  for (const { what, tasks, filter } of all) {
    if (!tasks.includes(task)) continue
    const ran = await measured(filter, { cwd: here, input }).catch(({ message }) => message)
    if (typeof ran === 'string') {
      console.log(`${what}\nno result: ${ran}\n`)
      continue
    }
    const readings = join(folder, `${what.replace(/\W+/g, '-')}.ndjson`)
    writeFileSync(readings, ran.output)
    const scored = score([task, wanted, readings]).split('\n')
    console.log(`${what}\n${scored.filter((line) => /\d/.test(line)).join('\n')}\n`)
  }
}

function firstLines(text, count) {
  return count ? `${text.split('\n').slice(0, Number(count)).join('\n')}\n` : text
}

function score(words) {
  const ran = spawnSync(process.execPath, [join(SCORE, 'score.mjs'), ...words], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  if (ran.status !== 0) throw new Error(ran.stderr)
  return ran.stdout
}

/** One report alone costs what loading costs; the others, what reading costs. The least of all rounds, since others use the machine too. */
async function speed(all) {
  const reports = wireReports(Number(values.reports))
  const lines = reports.map((report) => `${JSON.stringify(report)}\n`)
  const words = wordsOf(reports) - wordsOf(reports.slice(0, 1))
  const least = all.map(() => ({ load: Infinity, whole: Infinity, clock: Infinity, megabytes: 0 }))
  for (let round = 0; round < Number(values.rounds); round++)
    for (const [at, { filter }] of all.entries()) {
      const first = await measured(filter, { cwd: here, input: lines[0] })
      const whole = await measured(filter, { cwd: here, input: lines.join('') })
      const so = least[at]
      so.load = Math.min(so.load, first.processor)
      so.whole = Math.min(so.whole, whole.processor)
      so.clock = Math.min(so.clock, whole.seconds)
      so.megabytes = Math.max(so.megabytes, whole.megabytes)
    }
  console.log(`\n## speed\n\n${reports.length} reports, ${wordsOf(reports)} words, ${values.rounds} rounds in turn\n`)
  console.log(
    '                                            loading   words in a second of   the same,   by the      most',
  )
  console.log(
    '                                                      processor, once loaded  loading in    clock    memory',
  )
  for (const [at, { what }] of all.entries()) {
    const { load, whole, clock, megabytes } = least[at]
    const figures = [
      `${load.toFixed(1)} s`.padStart(9),
      Math.round(words / (whole - load))
        .toString()
        .padStart(23),
      Math.round(wordsOf(reports) / whole)
        .toString()
        .padStart(12),
      Math.round(wordsOf(reports) / clock)
        .toString()
        .padStart(9),
      `${Math.round(megabytes)} MB`.padStart(10),
    ]
    console.log(what.padEnd(42) + figures.join(''))
  }
}

function wireReports(count) {
  const lines = readFileSync(join(CORPORA, 'wire-reports', 'reports.jsonl'), 'utf8')
    .split('\n')
    .slice(0, count)
  return lines.map((line) => {
    const { id, text, published } = JSON.parse(line)
    return { id, text, published }
  })
}

function wordsOf(reports) {
  return reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0)
}
