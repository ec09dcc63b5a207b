// The bytes of a PDF -> its pages, read in a thread that is ended where it takes too long or too much memory.

import { Worker } from 'node:worker_threads'
import { UserError } from '../../user-error.ts'
import type { FromThread, PdfPage } from './thread.ts'

export interface Pdf {
  title: string | undefined
  pages: PdfPage[]
}

interface PdfLimits {
  /** Milliseconds from one page to the next. */
  silence: number
  /** Milliseconds for all of it: so many, and so many more for each megabyte. */
  whole: number
  perMegabyte: number
  /** Bytes by which the program may grow. */
  memory: number
}

/** The slowest honest page, a map, takes two seconds. */
const LIMITS: PdfLimits = { silence: 30_000, whole: 120_000, perMegabyte: 20_000, memory: 1_500_000_000 }
const HEAP_MEGABYTES = 1000
const WATCHED_EVERY = 200
/** Of all pages together. */
const MAX_PIECES = 5_000_000

/** Threads that have nothing to do: starting one takes a third of a second. */
const idle: Worker[] = []

/** Throws UserError. */
export function readPdf(bytes: Uint8Array, own: Partial<PdfLimits> = {}): Promise<Pdf> {
  const limits = { ...LIMITS, ...own }
  const worker = idle.pop() ?? startThread()
  const memoryBefore = process.memoryUsage.rss()
  const pages: PdfPage[] = []
  let title: string | undefined
  const begun = performance.now()
  const end = begun + limits.whole + (limits.perMegabyte * bytes.length) / 1e6
  let heard = begun
  let pieces = 0
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void, stays: boolean): void => {
      clearInterval(watch)
      worker.off('message', listen).off('error', fail).off('exit', leave)
      worker.unref()
      if (stays) idle.push(worker)
      else worker.on('error', () => {}).terminate() // nobody waits for it
      settle()
    }
    const refuse = (why: string, stays = false) => finish(() => reject(new UserError(why)), stays)
    const watch = setInterval(() => {
      if (performance.now() - heard > limits.silence || performance.now() > end)
        refuse(`the PDF was given up on page ${pages.length + 1}, which takes too long to read`)
      else if (process.memoryUsage.rss() - memoryBefore > limits.memory)
        refuse(`the PDF was given up on page ${pages.length + 1}, which takes too much memory to read`)
    }, WATCHED_EVERY)
    const listen = (message: FromThread): void => {
      heard = performance.now()
      if ('title' in message) title = message.title
      else if ('page' in message) {
        pages.push(message.page)
        pieces += message.page.pieces.length
        if (pieces > MAX_PIECES) refuse(`the PDF has too much text; it was given up on page ${pages.length}`)
      } else if ('failure' in message) refuse(message.failure, true)
      else finish(() => resolve({ title, pages }), true)
    }
    const fail = (error: Error) => refuse(`the PDF cannot be read (${error.message})`)
    const leave = () => refuse('the PDF cannot be read: it ended its reader')
    worker.on('message', listen).on('error', fail).on('exit', leave)
    worker.ref()
    worker.postMessage(new Uint8Array(bytes))
  })
}

/** Built, the program is JavaScript. From a checkout, as in tests, threads cannot take TypeScript: they run what was built. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/intake/pdf/thread.js' : './thread.js',
  import.meta.url,
)

const startThread = (): Worker =>
  new Worker(ENTRY, {
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  })
