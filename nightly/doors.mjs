// Damaged input at every door that is no file -> how much of it was taken and refused, and what broke the program: a trace of calls,
// 5 seconds without an answer, something half written. What is tried follows from a seed and a number, so that it can be tried again.
//
//   node nightly/doors.mjs [N] [SEED] [FIRST]      after npm run build; 10,000 attempts, seed 1 unless stated otherwise. Exit code 1
//                                                 if anything broke. benchmarks/sweep.mjs does the same for files.
//
// As many processes as there are cores share the attempts; most of an attempt's time goes to records on the disk: TMPDIR=/dev/shm spares it.

import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { closeAll } from '../dist/testing/closing.js'
import { DOOR_NAMES, doorOf, openDoors } from '../dist/testing/doors/doors.js'

const LIMIT_MS = 5000
/** Opening a door takes a while the first time: reports are read, a record is made. */
const OPENING_MS = 60_000
/** Then a new process, which has nothing of what the last one gathered. */
const ATTEMPTS_A_PROCESS = 1000

async function watch(count, seed, first) {
  const all = mkdtempSync(join(tmpdir(), 'hearsay-doors-'))
  process.on('exit', () => rmSync(all, { recursive: true, force: true }))
  const started = performance.now()
  const totals = Object.fromEntries(DOOR_NAMES.map((name) => [name, { taken: 0, refused: 0, ms: 0, slowest: 0 }]))
  const [broken, late] = [[], []]
  let [next, answered] = [first, 0]
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => tell(answered))
  const takeTurns = async () => {
    while (next < first + count) {
      const end = Math.min(first + count, next + ATTEMPTS_A_PROCESS)
      let at = next
      next = end
      while (at < end) {
        const until = await run(at, end, seed, all, totals, broken, late)
        answered += until - at
        at = until
      }
      console.error(`${answered} of ${count}`)
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, takeTurns))
  // A busy machine is late too: what hangs, hangs on its own as well.
  const waited = late.splice(0)
  for (const number of waited) await run(number, number + 1, seed, all, totals, broken, late)
  for (const number of late) broken.push(`${number} (${doorOf(number).name}): no answer, twice`)
  tell(count, waited.length)

  function tell(attempts, late = 0) {
    for (const [name, { taken, refused, ms, slowest }] of Object.entries(totals))
      console.log(
        `${name}: ${taken} taken at least in part, ${refused} refused, ${(ms / (taken + refused)).toFixed(0)} ms each, slowest ${slowest.toFixed(0)} ms`,
      )
    const seconds = (performance.now() - started) / 1000
    console.log(
      `${attempts} attempts, seed ${seed}, in ${seconds.toFixed(0)} s; ${late} late, and tried again on their own`,
    )
    console.log(broken.length === 0 ? 'nothing broke' : `${broken.length} broke:\n${broken.join('\n')}`)
    process.exit(broken.length === 0 ? 0 : 1)
  }
}

/** The number after the last that was answered for. */
function run(from, end, seed, all, totals, broken, late) {
  return new Promise((resolve) => {
    const folder = mkdtempSync(join(all, 'process-'))
    const child = fork(fileURLToPath(import.meta.url), ['--from', from, end, seed].map(String), {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, TMPDIR: folder },
    })
    const left = (next) => {
      rmSync(folder, { recursive: true, force: true })
      resolve(next)
    }
    const seen = new Set()
    let [at, heard, said] = [from, performance.now(), '']
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-5000)
    })
    const fail = (why) => {
      broken.push(`${at} (${doorOf(at).name}): ${why}`)
      leave(at + 1)
    }
    const leave = (next) => {
      clearInterval(guard)
      child.removeAllListeners()
      child.on('exit', () => left(next))
      if (child.exitCode !== null || child.signalCode !== null) left(next)
      else child.kill('SIGKILL')
    }
    const guard = setInterval(() => {
      const limit = seen.has(doorOf(at).name) ? LIMIT_MS : OPENING_MS
      if (performance.now() - heard <= limit) return
      late.push(at)
      leave(at + 1)
    }, 200)
    child.on('message', ({ number, taken, faults, ms }) => {
      const { name } = doorOf(number)
      heard = performance.now()
      for (const fault of faults) {
        broken.push(`${number} (${name}): ${fault}`)
        console.error(broken.at(-1))
      }
      totals[name][taken ? 'taken' : 'refused']++
      totals[name].ms += ms
      if (seen.has(name)) totals[name].slowest = Math.max(totals[name].slowest, ms)
      seen.add(name)
      at = number + 1
      if (at === end) leave(end)
    })
    child.on('exit', (code, signal) => fail(`the process ended with ${code ?? signal}: ${said}`))
  })
}

async function work(from, end, seed) {
  const doors = openDoors(seed)
  process.on('disconnect', () => process.exit())
  for (let number = from; number < end; number++) {
    const started = performance.now()
    const { taken, faults } = await doors.try(number)
    await new Promise((resolve) => process.send({ number, taken, faults, ms: performance.now() - started }, resolve))
  }
  await closeAll()
  doors.close()
}

const [first, ...rest] = process.argv.slice(2)
if (first === '--from') await work(...rest.map(Number))
else await watch(Number(first ?? 10_000), Number(rest[0] ?? 1), Number(rest[1] ?? 0))
