import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test, vi } from 'vitest'
import { scratchFolder } from '../../testing/hearsay.ts'
import { startPool } from './pool.ts'
import type { Reader } from './reader.ts'

/** Real processes, which do what the document's origin says; that a pool's own workers read is tested from outside. */
const WORKER = `
  const { appendFileSync } = require('node:fs')
  appendFileSync(__filename + '.started', '.')
  let before = 0
  process.on('disconnect', () => process.exit())
  process.on('message', ({ origin }) => {
    if (origin === 'exits') process.exit(3)
    if (origin === 'is killed') process.kill(process.pid, 'SIGKILL')
    if (origin === 'throws') throw new TypeError('a fault of ours')
    if (origin === 'eats memory') for (const all = []; ; ) all.push(new Array(10_000).fill(all.length))
    if (origin === 'fails') process.send({ failure: 'it is empty' })
    if (origin === 'reads') process.send({ reading: JSON.stringify({ before: before++ }) })
  })
  process.send({ ready: { version: '1', model: 'm', settings: 's' } })
`

let pool: Reader
let entry = ''
vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=40')
afterEach(() => pool.close())

function open(size: number, script = WORKER): void {
  entry = join(scratchFolder(), 'worker.cjs')
  writeFileSync(entry, script)
  pool = startPool(size, pathToFileURL(entry))
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
  expect(others).toEqual([{ reading: { before: 0 } }, { reading: { before: 1 } }])
  expect(started()).toBe(2)
})

test('as many workers as there are documents at a time, and never more than asked for', async () => {
  open(3)
  for (let index = 0; index < 4; index++) expect(await read('reads')).toEqual({ reading: { before: index } })
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
