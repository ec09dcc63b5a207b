// Damaged files of every format -> how many were read, how many refused, and whether any broke intake: a crash, 5 seconds without an answer, a
// message that is no sentence on one line. Each file is made from its number, so that one that breaks can be made again.
//
//   node benchmarks/sweep.mjs [FILES] [FIRST]      after npm run build; 10,000 files unless stated otherwise. Exit code 1 if one broke.

import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { damage } from '../dist/testing/damage.js'
import { randomFrom } from '../dist/testing/invented-news.js'
import { allSamples } from '../dist/testing/samples.js'
import { tryIntake } from '../dist/testing/try-intake.js'

const LIMIT_MS = 5000
const samples = allSamples(new URL('../src/intake/fixtures/', import.meta.url))

/** One worker at a time: one that hangs is ended, and the next goes on after its file. */
async function watch(count, first) {
  const started = performance.now()
  const totals = { read: 0, refused: 0, slowest: 0, slowestName: '' }
  const broken = []
  for (let next = first; next < first + count; ) next = await run(next, first + count, totals, broken)
  const seconds = (performance.now() - started) / 1000
  console.log(
    `${count} damaged files of ${samples.length} samples in ${seconds.toFixed(0)} s: ${totals.read} read, at least in part; ${totals.refused} refused`,
  )
  console.log(`slowest: ${totals.slowest.toFixed(0)} ms (${totals.slowestName})`)
  console.log(broken.length === 0 ? 'none broke intake' : `${broken.length} broke intake:\n${broken.join('\n')}`)
  process.exit(broken.length === 0 ? 0 : 1)
}

/** The number after the last file that was answered for. */
function run(from, end, totals, broken) {
  return new Promise((resolve) => {
    const worker = new Worker(fileURLToPath(import.meta.url), { workerData: { from, end } })
    let at = from
    // It takes its time to load, and the first file is not to blame for that.
    let heard = null
    const leave = (next) => {
      clearInterval(guard)
      worker.removeAllListeners()
      worker.terminate().then(() => resolve(next))
    }
    const fail = (why) => {
      broken.push(`${at} (${nameOf(at)}): ${why}`)
      leave(at + 1)
    }
    const guard = setInterval(() => {
      if (heard !== null && performance.now() - heard > LIMIT_MS) fail(`no answer within ${LIMIT_MS / 1000} s`)
    }, 200)
    worker.on('message', ({ number, read, faults, ms }) => {
      heard = performance.now()
      if (number === undefined) return
      for (const fault of faults) broken.push(`${number} (${nameOf(number)}): ${fault}`)
      if (read) totals.read++
      else totals.refused++
      if (ms > totals.slowest) Object.assign(totals, { slowest: ms, slowestName: `${number}, ${nameOf(number)}` })
      at = number + 1
      if (at === end) leave(end)
    })
    worker.on('error', (error) => fail(error.stack ?? error))
    worker.on('exit', (code) => fail(`the process ended with ${code}`))
  })
}

const nameOf = (number) => samples[number % samples.length].name

async function work({ from, end }) {
  parentPort.postMessage({})
  for (let number = from; number < end; number++) {
    const { name, bytes } = samples[number % samples.length]
    const damaged = await damage(bytes, randomFrom(number))
    const started = performance.now()
    const { faults, documents } = await tryIntake(name, damaged)
    parentPort.postMessage({ number, read: documents > 0, faults, ms: performance.now() - started })
  }
}

if (isMainThread) await watch(Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 0))
else await work(workerData)
