// A number of threads -> pieces of work done by them, several at a time. For work that can neither loop nor run out of memory; reading
// documents takes processes (pool.ts).

import { Worker } from 'node:worker_threads'
import { UserError } from '../../user-error.ts'

export interface Threads<Task extends string> {
  /** In the order of the pieces; no more are made than the threads are about to do. */
  map<Piece, Done>(task: Task, pieces: Iterable<Piece> | AsyncIterable<Piece>): AsyncGenerator<Done>
  close(): Promise<void>
}

/** For each thread: one in hand, and one that waits for it. */
const PIECES_A_THREAD = 2

/** @param entry a module that answers each message, a task and a piece, with what is done */
export function startThreads<Task extends string>(count: number, entry: URL): Threads<Task> {
  const threads = Array.from({ length: count }, () => startThread(entry))
  const leastBusy = () => threads.reduce((best, each) => (each.waiting() < best.waiting() ? each : best))
  return {
    async *map<Piece, Done>(task: Task, pieces: Iterable<Piece> | AsyncIterable<Piece>) {
      const begun: Promise<Done>[] = []
      for await (const piece of pieces) {
        const done = leastBusy().ask({ task, piece }) as Promise<Done>
        done.catch(() => {}) // told when its turn comes
        begun.push(done)
        const first = begun.length < PIECES_A_THREAD * count ? undefined : begun.shift()
        if (first) yield await first
      }
      for (const done of begun) yield await done
    },
    close: async () => void (await Promise.all(threads.map(({ end }) => end()))),
  }
}

interface Request {
  task: string
  piece: unknown
}

/** Where there is less room to grow, less lies about uncollected: two thirds of the memory in the same time. A piece of work takes some 50 MB. */
const HEAP_MEGABYTES = 1000

function startThread(entry: URL) {
  const asked: { resolve: (done: unknown) => void; reject: (error: Error) => void }[] = []
  const worker = new Worker(entry, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } })
    .on('message', (done) => asked.shift()?.resolve(done))
    .on('error', (error) => {
      for (const { reject } of asked.splice(0)) reject(explained(error))
    })
  return {
    waiting: () => asked.length,
    ask: (request: Request): Promise<unknown> =>
      new Promise((resolve, reject) => {
        asked.push({ resolve, reject })
        worker.postMessage(request)
      }),
    end: () => worker.terminate(),
  }
}

const explained = (error: Error): Error =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new UserError('a thread ran out of memory, since a line is very long; try --workers 1')
    : error
