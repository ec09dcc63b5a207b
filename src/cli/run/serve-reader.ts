// A process that reads for another one, its parent: documents come as messages, and readings go back, under the limits that the parent sets.

import { setFlagsFromString } from 'node:v8'
import type { Layer, Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { jsonParts } from './json-parts.ts'
import type { InProcessReader } from './load-reader.ts'
import type { About } from './reader.ts'
import { startWatchdog } from './watchdog.ts'

/** What the parent asks: to read the bytes, all layers or some, or only to take the text out of them; within milliseconds of processor time. */
export interface Request {
  received: Received
  wanted: 'reading' | readonly Layer[] | 'text'
  milliseconds: number
}

/**
 * Readings go as bytes of JSON, which are cheaper to send than the objects, and to hold: first part by part, then `read` with what a
 * run tells of it. `broken` is a fault of no document.
 */
export type Message =
  | { ready: Reading['reader'] }
  | { broken: string /** It is a sentence for users. */; explained?: boolean }
  | { part: Uint8Array }
  | { read: About }
  | { text: string }
  | { failure: string }

/** Its arguments are the parent's process id, and the limits of memory (bytes) and of standing still (milliseconds). */
export function serveReader(load: () => Promise<InProcessReader>): void {
  const [parent, memory, still] = process.argv.slice(2).map(Number)
  setFlagsFromString(COMPILE_PATTERNS_ONCE)
  setFlagsFromString(COMPILE_LATER)
  const watchdog = startWatchdog({ parent, memory, still })
  process.on('disconnect', () => process.exit()) // whom it read for is gone

  /** Told before the first document is begun: what dies then dies of the document. */
  const loading = load().then(async (reader) => {
    await send({ ready: reader.identity })
    return reader
  })
  loading.catch((error) =>
    send(
      error instanceof UserError
        ? { broken: error.message, explained: true }
        : { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) },
    ),
  )

  process.on('message', async ({ received, wanted, milliseconds }: Request) => {
    const reader = await loading.catch(() => null)
    if (!reader) return
    watchdog.begin(milliseconds)
    boundGarbage(received.bytes.length)
    await send(await (wanted === 'text' ? textOf(reader, received) : readingOf(reader, received, wanted)))
    watchdog.end()
  })
}

/**
 * V8 first makes bytecode of a pattern and then, at its second use, a program. Nearly all of ours are used often, and the bytecode alone
 * takes 0.4 s of the first reading.
 */
const COMPILE_PATTERNS_ONCE = '--no-regexp-tier-up'

/**
 * V8 makes machine code of a function after 132 kB of bytecode run in it: on 70,000 words that is a tenth of
 * all processor time. Three times as late it compiles what matters all the same.
 */
const COMPILE_LATER = '--interrupt-budget=400000'

const LONG_BYTES = 500_000
const GARBAGE_PERCENT = 20

/**
 * V8 lets its heap grow to a multiple of what it last found in use before it looks again: of a long document these are hundreds of
 * megabytes that nobody needs. Short documents are read faster as V8 likes it best. A V8 without this flag only says so on standard error.
 */
const boundGarbage = (bytes: number): void =>
  setFlagsFromString(`--heap-growing-percent=${bytes > LONG_BYTES ? GARBAGE_PERCENT : 0}`)

async function readingOf(
  reader: InProcessReader,
  received: Received,
  wanted: 'reading' | readonly Layer[],
): Promise<Message> {
  const outcome = await (wanted === 'reading' ? reader.read(received) : reader.readPart(received, wanted))
  if ('failure' in outcome) return { failure: outcome.failure.message }
  for (const part of jsonParts(outcome.reading)) await send({ part })
  const { document, warnings, undated, anonymous } = outcome
  return { read: { document, warnings, undated, anonymous } }
}

async function textOf(reader: InProcessReader, received: Received): Promise<Message> {
  const outcome = await reader.textOf(received)
  return 'failure' in outcome ? { failure: outcome.failure.message } : outcome
}

const send = (message: Message) =>
  new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()))
