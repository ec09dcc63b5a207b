// Readings by way of temporary files -> the same bytes as in memory, whatever was said of them and however often they come; nothing is left behind.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readlinkSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compareChains } from '../../reconciling/compare/compare.ts'
import { chainsOf, reconcile, saidIn } from '../../reconciling/reconcile.ts'
import { scratchFolder } from '../../testing/hearsay.ts'
import { inventReadings } from '../../testing/invented-readings.ts'
import type { AccountByHand, EventName, Grouping, Reading } from '../../types.ts'
import { packedChain, packedCompared, unpackedChain, unpackedCompared } from './packing.ts'
import { openLargeReconciler } from './reconcile-large.ts'

const READINGS = [...inventReadings(300, 5)].map(({ reading }) => reading)
const event = (document: number): EventName => ({ document: `r${document}`, article: 1, event: 'a1.v1' })

/** Two that are one event, and one that is not. */
const GROUPINGS: Grouping[] = [[[event(1), event(70), event(200)], [event(2)]]]
const BY_HAND: AccountByHand[] = [{ document: 'r9', event: event(9), to: [event(120), event(3)] }]
const SAYINGS = [[['outlet||Outlet 1', 'outlet||Outlet 2']]]

const inFiles = (readings: readonly Reading[], most: number, said = saidIn([], [], [])): string[] => {
  const reconciler = openLargeReconciler(most, said)
  for (const reading of readings) reconciler.add(reading)
  return [...reconciler.incidents()]
}
const inMemory = (...given: Parameters<typeof reconcile>): string[] =>
  reconcile(...given).map((incident) => JSON.stringify(incident))

it.each([
  [0, 'a file from the first reading on'],
  [200 * 3000, 'a file after 200 readings'],
  [1e9, 'no file'],
])('with %d bytes gives the same as in memory: %s', (most) => {
  expect(inFiles(READINGS, most)).toEqual(inMemory(READINGS))
})

it('takes the last reading of a document', () => {
  const older = { ...READINGS[150], document: { ...READINGS[150].document, id: 'r7' } }
  const readings = [READINGS[3], older, ...READINGS, ...READINGS.slice(40, 60)]
  expect(inFiles(readings, 0)).toEqual(inMemory(READINGS))
})

it('keeps to what people say', () => {
  const expected = inMemory(READINGS, GROUPINGS, SAYINGS, BY_HAND)
  expect(expected).not.toEqual(inMemory(READINGS))
  expect(inFiles(READINGS, 0, saidIn(GROUPINGS, SAYINGS, BY_HAND))).toEqual(expected)
})

it('packs chains so that nothing is lost that is compared', () => {
  const chains = READINGS.slice(0, 60).flatMap((reading) => [...chainsOf(reading, saidIn([], [], [])).chains])
  const packed = chains.map((chain) => unpackedCompared(packedCompared(chain)))
  for (const [at, one] of chains.entries()) {
    expect(unpackedChain(packedChain(one))).toEqual(one)
    for (const [there, other] of chains.entries())
      expect(compareChains(packed[at], packed[there])).toBe(compareChains(one, other))
  }
})

/** Writes more than SQLite keeps in memory here, says so, and waits to be killed. */
const WRITER = `
  const { openTemporary } = await import(${JSON.stringify(new URL('../../../dist/record/shelf/file-shelf.js', import.meta.url).href)})
  const db = openTemporary()
  db.pragma('cache_size = 10')
  db.exec('CREATE TABLE filled (bytes BLOB)')
  for (let at = 0; at < 200; at++) db.prepare('INSERT INTO filled VALUES (zeroblob(20000))').run()
  console.log('written')
  setInterval(() => {}, 1000)
`

it('leaves nothing behind when it is killed', async () => {
  const folder = scratchFolder()
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER], {
    env: { ...process.env, TMPDIR: folder, SQLITE_TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = once(child, 'close')
  await once(child.stdout, 'data')
  if (process.platform === 'linux') {
    // It is in use, and has no name any more.
    const open = readdirSync(`/proc/${child.pid}/fd`).map((fd) => readlinkSync(`/proc/${child.pid}/fd/${fd}`))
    expect(open.filter((path) => path.startsWith(folder) && path.endsWith('(deleted)'))).toHaveLength(1)
    expect(readdirSync(folder)).toEqual([])
  }
  child.kill('SIGKILL')
  await closed
  expect(readdirSync(folder)).toEqual([])
})
