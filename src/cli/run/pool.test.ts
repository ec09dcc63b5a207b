import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { MAIN, scratchFolder } from '../../testing/hearsay.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { startPool } from './pool.ts'
import type { Reader } from './reader.ts'

/** Real processes, which do what the document's origin says; that a pool's own workers read is tested from outside. */
const WORKER = `
  const { appendFileSync } = require('node:fs')
  appendFileSync(__filename + '.started', '.')
  let before = 0
  process.on('disconnect', () => process.exit())
  process.on('message', ({ received: { origin } }) => {
    if (origin === 'exits') process.exit(3)
    if (origin === 'is killed') process.kill(process.pid, 'SIGKILL')
    if (origin === 'throws') throw new TypeError('a fault of ours')
    if (origin === 'eats memory') for (const all = []; ; ) all.push(new Array(10_000).fill(all.length))
    if (origin === 'fails') process.send({ failure: 'it is empty' })
    if (origin === 'reads') {
      process.send({ part: Buffer.from('{"before":') })
      process.send({ part: Buffer.from(before++ + '}') })
      process.send({ read: [] })
    }
  })
  process.send({ ready: { version: '1', model: 'm', settings: 's' } })
`

/** With the real guard, and a reader that does what the document's origin says. */
const GUARDED = `
  import { appendFileSync } from 'node:fs'
  import { fileURLToPath } from 'node:url'
  import { serveReader } from '${pathToFileURL(MAIN.replace('main.js', 'run/serve-reader.js'))}'
  appendFileSync(fileURLToPath(import.meta.url) + '.started', '.')
  const kept = []
  async function read({ origin }) {
    if (origin === 'loops') for (;;);
    if (origin === 'backtracks') /^(a+)+$/.test('a'.repeat(60) + 'b')
    if (origin === 'waits') await new Promise((resolve) => setTimeout(resolve, 1500))
    if (origin === 'never answers') await new Promise(() => {})
    if (origin === 'eats buffers') for (;;) kept.push(Buffer.alloc(10_000_000, 1))
    return { reading: { origin, warnings: [] } }
  }
  serveReader(async () => ({ identity: { version: '1', model: 'm', settings: 's' }, read, textOf: read }))
`

let pool: Reader
let entry = ''
/** So that memory runs out soon. */
const SMALL: ReadLimits = { ...readLimits(), heapMegabytes: 40 }
afterEach(() => pool.close())

function open(size: number, script = WORKER, limits: ReadLimits = SMALL): void {
  entry = join(scratchFolder(), script === GUARDED ? 'worker.mjs' : 'worker.cjs')
  writeFileSync(entry, script)
  pool = startPool(size, limits, pathToFileURL(entry))
}

const started = (): number => readFileSync(`${entry}.started`, 'utf8').length
const read = (origin: string) => pool.read({ bytes: new Uint8Array([1]), origin })

const DEATHS: [origin: string, message: RegExp][] = [
  ['exits', /^the reader died on it \(code 3\); please report this$/],
  ['is killed', /^the reader was killed while it read it, .+ fewer --workers/],
  ['throws', /^the reader died on it \(code 1: TypeError: a fault of ours\); please report this$/],
  ['eats memory', /^the reader ran out of memory on it; split it, or allow more/],
]

test.each(DEATHS)('a worker that %s costs one document, and is replaced', async (origin, message) => {
  open(1)
  const [, lost, ...others] = await Promise.all(['reads', origin, 'reads', 'reads'].map(read))
  expect(lost).toMatchObject({ failure: { message: expect.stringMatching(message) } })
  expect(others).toMatchObject([{ reading: { before: 0 } }, { reading: { before: 1 } }])
  expect(started()).toBe(2)
})

test('as many workers as there are documents at a time, and never more than asked for', async () => {
  open(3)
  for (let index = 0; index < 4; index++) expect(await read('reads')).toMatchObject({ reading: { before: index } })
  expect(started()).toBe(1)
  await Promise.all(Array.from({ length: 9 }, () => read('reads')))
  expect(started()).toBe(3)
})

test('what cannot be read is told, and costs no worker', async () => {
  open(2)
  expect(await read('fails')).toEqual({ failure: new Error('it is empty') })
  expect(await read('reads')).toHaveProperty('reading')
  expect(started()).toBe(1)
})

const UNABLE = ['process.send({ broken: "the model is missing" })', 'throw new Error("the model is missing")']

test.each(UNABLE)('a worker that cannot load fails the run, not document after document: %s', async (script) => {
  open(2, script)
  const outcomes = await Promise.allSettled([...['reads', 'reads', 'reads'].map(read), pool.identity()])
  for (const outcome of outcomes)
    expect(outcome).toMatchObject({
      status: 'rejected',
      reason: { message: expect.stringMatching(/^a worker cannot read: .*the model is missing/) },
    })
})

test('who reads is known before and after a document was read', async () => {
  open(2)
  const identity = { version: '1', model: 'm', settings: 's' }
  expect(await pool.identity()).toEqual(identity)
  await read('reads')
  expect(await pool.identity()).toEqual(identity)
  expect(started()).toBe(1)
})

test('once it is closed, an answer on its way starts no worker for what still waits', async () => {
  open(1)
  const first = read('reads')
  for (let more = 0; more < 20; more++) void read('reads')
  await first
  await pool.close()
  await sleep(300)
  expect(started()).toBe(1)
})

const LIMITS: ReadLimits = { timeFor: () => 1000, memory: 600e6, still: 120_000, heapMegabytes: null }

const ENDED: [origin: string, message: RegExp][] = [
  ['loops', /^the reader was ended on it after 1 second of processor time; .+ --max-time$/],
  ['backtracks', /^the reader was ended on it after 1 second of processor time; .+ --max-time$/],
  ['eats buffers', /^the reader was ended on it when it had taken 600 MB of memory; .+ --max-memory$/],
]

test.each(ENDED)('a document that %s is ended at its limit and costs itself alone', async (origin, message) => {
  open(1, GUARDED, LIMITS)
  const outcomes = await Promise.all(['reads', origin, 'reads'].map(read))
  expect(outcomes[1]).toMatchObject({ failure: { message: expect.stringMatching(message) } })
  expect([outcomes[0], outcomes[2]]).toMatchObject(Array(2).fill({ reading: { origin: 'reads' } }))
  expect(started()).toBe(2)
})

test('processor time is counted: one that only waits is not ended', async () => {
  open(1, GUARDED, LIMITS)
  expect(await read('waits')).toHaveProperty('reading')
})

test('one that waits for what never comes is ended', async () => {
  open(1, GUARDED, { ...LIMITS, still: 1000 })
  expect(await read('never answers')).toMatchObject({
    failure: { message: expect.stringMatching(/it stood still for 1 second;/) },
  })
  expect(await read('reads')).toHaveProperty('reading')
})

test('the limit is of one document, not of all that a worker reads', async () => {
  open(1, GUARDED, { ...LIMITS, timeFor: () => 400 })
  for (let count = 0; count < 30; count++) expect(await read('reads')).toHaveProperty('reading')
  expect(started()).toBe(1)
})

test('a pool that is closed ends a worker that loops, and settles what was asked', async () => {
  open(1, GUARDED)
  const [first, second] = [read('loops'), read('reads')]
  await pool.identity()
  await pool.close()
  for (const outcome of [await first, await second]) expect(outcome).toHaveProperty('failure')
})
