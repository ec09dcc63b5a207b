import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { scratchFolder } from '../../testing/hearsay.ts'
import { startThreads, type Threads } from './threads.ts'

const WORK = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', ({ task, piece }) => {
    if (piece === 'fails') throw new TypeError('a fault of ours')
    if (piece === 'eats memory') for (const all = []; ; ) all.push(new Array(100_000).fill(all.length))
    if (piece === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
    parentPort.postMessage(task + ' ' + piece)
  })
`
let threads: Threads<'do'>
const start = (count: number) => {
  const path = join(scratchFolder(), 'work.cjs')
  writeFileSync(path, WORK)
  threads = startThreads(count, pathToFileURL(path))
  return async (...pieces: string[]) => {
    const answers: string[] = []
    for await (const answer of threads.map<string, string>('do', pieces)) answers.push(answer)
    return answers
  }
}
afterEach(() => threads.close())

it('answers in the order of the pieces', async () => {
  const work = start(2)
  expect(await work('slow', 'a', 'b', 'c', 'd')).toEqual(['do slow', 'do a', 'do b', 'do c', 'do d'])
  expect(await work()).toEqual([])
})

it.each([
  ['fails', 'a fault of ours'],
  ['eats memory', 'a thread ran out of memory, since a line is very long; try --workers 1'],
])('ends with what went wrong: a piece that %s', async (piece, message) => {
  await expect(start(2)('a', 'b', piece, 'c', 'd', 'e', 'f')).rejects.toThrow(message)
})
