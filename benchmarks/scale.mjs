// How reconciling grows, after npm run build: it measures dist/.
//
//   node benchmarks/scale.mjs [COUNT...]                          invented readings of one sentence, in memory: 1,000, 10,000 and 100,000
//   node benchmarks/scale.mjs --from READINGS.ndjson [--from ...] [--memory MB] [--workers N] [COUNT...]
//                                                                 readings of real reports, exchanged (exchange.mjs), by `hearsay reconcile`
//
// Each count has a process of its own.

import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exchanged } from './exchange.mjs'

/** Of a second: the unit in which Linux counts processor time. */
const TICKS = 100

const { values, positionals } = parseArgs({
  options: {
    from: { type: 'string', multiple: true },
    memory: { type: 'string' },
    workers: { type: 'string' },
    alone: { type: 'boolean' },
  },
  allowPositionals: true,
})
const counts = positionals.length > 0 ? positionals.map(Number) : [1000, 10_000, 100_000]

if (values.alone) await invented(counts[0])
else if (values.from) {
  console.log(
    '| readings | MB in | until read, s | until written, s | processor s | peak MB | temporary files, MB | incidents | MB out | hash |',
  )
  console.log('|---|---|---|---|---|---|---|---|---|---|')
  for (const count of counts) await real(count)
} else {
  console.log('readings   seconds  µs a reading  one more, ms  peak MB  incidents')
  for (const count of counts)
    process.stdout.write(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--alone', String(count)]))
}

async function invented(count) {
  const { inventReadings } = await import('../dist/testing/invented-readings.js')
  const { openReconciler } = await import('../dist/reconciling/reconcile.js')
  const reconciler = openReconciler()
  const begun = performance.now()
  for (const { reading } of inventReadings(count)) reconciler.add(reading)
  const incidents = reconciler.incidents().length
  const all = performance.now()
  for (const { reading } of inventReadings(1, 99))
    reconciler.add({ ...reading, document: { ...reading.document, id: 'one more' } })
  reconciler.incidents()
  const more = performance.now()
  const { maxRSS } = process.resourceUsage()
  console.log(
    `${String(count).padStart(7)} ${((all - begun) / 1000).toFixed(1).padStart(9)} ${(((all - begun) * 1000) / count).toFixed(0).padStart(13)} ${(more - all).toFixed(0).padStart(12)} ${(maxRSS / 1024).toFixed(0).padStart(8)} ${String(incidents).padStart(10)}`,
  )
}

/** What the process uses is looked up every second (Linux). */
async function real(count) {
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const asked = ['memory', 'workers'].flatMap((name) => (values[name] ? [`--${name}`, values[name]] : []))
  const child = spawn(process.execPath, [main, 'reconcile', ...asked], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const most = { memory: 0, processor: 0, disk: 0 }
  const look = setInterval(() => lookAt(child.pid, most), 1000)
  const begun = performance.now()
  const seconds = () => ((performance.now() - begun) / 1000).toFixed(0)
  let [fed, out, incidents] = [0, 0, 0]
  const hash = createHash('sha256')
  child.stdout.on('data', (chunk) => {
    out += chunk.length
    for (const byte of chunk) if (byte === 10) incidents++
    hash.update(chunk)
  })
  const closed = new Promise((done) => child.on('close', done))
  for await (const line of exchanged(values.from, count)) {
    fed += line.length + 1
    if (!child.stdin.write(`${line}\n`)) await new Promise((done) => child.stdin.once('drain', done))
  }
  child.stdin.end()
  const read = seconds()
  const code = await closed
  clearInterval(look)
  const megabytes = (bytes) => (bytes / 1e6).toFixed(0)
  console.log(
    `| ${[count, megabytes(fed), read, seconds(), most.processor.toFixed(0), most.memory.toFixed(0), megabytes(most.disk), incidents, megabytes(out), hash.digest('hex').slice(0, 16)].join(' | ')} |${code === 0 ? '' : ` ended with ${code}`}`,
  )
}

function lookAt(pid, most) {
  try {
    const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
    most.memory = Math.max(most.memory, Number(peak ?? 0) / 1024)
    const used = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ')
    most.processor = Math.max(most.processor, (Number(used[11]) + Number(used[12])) / TICKS)
    const files = readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`)
    const gone = files.filter((file) => readlinkSync(file).endsWith('(deleted)'))
    most.disk = Math.max(
      most.disk,
      gone.reduce((sum, file) => sum + statSync(file).size, 0),
    )
  } catch {
    // it has ended
  }
}
