// Files -> each document read, kept and printed in turn; failures told and counted, never more than one document held.

import { createHash } from 'node:crypto'
import { addAbortSignal } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import { type InputOptions, readInputs } from '../intake/inputs.ts'
import type { Found } from '../intake/walk.ts'
import { readingOf } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import { numberOf, writeDocument, writeSighting } from '../record/write.ts'
import type { Reading, Received } from '../types.ts'
import { count } from './count.ts'
import type { Progress } from './progress.ts'
import type { PrintReading } from './read-print.ts'
import type { Reader } from './reader.ts'
import { tell } from './tell.ts'

export interface Run {
  files: readonly Found[]
  input: InputOptions['kind']
  maxSize: number
  /** Nothing is kept where there is none. */
  record?: OpenRecord | undefined
  reader: Reader
  print: PrintReading
  progress: Progress
  /** Stops the run after the document in hand. */
  signal: AbortSignal
}

export interface RunResult {
  read: number
  /** Of those read, how many the record had before. */
  known: number
  /** Of those read, how many lost characters to a broken encoding. */
  damaged: number
  failed: number
}

export async function readDocuments(run: Run): Promise<RunResult> {
  const { files, input, maxSize, progress, signal } = run
  const result: RunResult = { read: 0, known: 0, damaged: 0, failed: 0 }
  const standardInput = files.some(({ path }) => path === '-') ? addAbortSignal(signal, process.stdin) : process.stdin
  for await (const incoming of readInputs(files, { kind: input, maxSize, standardInput })) {
    if (signal.aborted) break
    const outcome = 'failure' in incoming ? incoming : await readOne(incoming.received, run)
    progress.advance(incoming.size)
    if ('failure' in outcome) {
      result.failed++
      progress.aside(() => tell(`${incoming.place}: ${outcome.failure.message}`))
    } else {
      const { reading, known } = outcome
      result.read++
      if (known) result.known++
      const damage = reading.warnings.find(({ code }) => code === 'damaged-encoding')
      if (damage) {
        result.damaged++
        progress.aside(() => tell(`${incoming.place}: ${damage.message}`))
      }
      await progress.aside(() => run.print(reading, known))
    }
    await turn() // reading is one long turn: lets signals and timers in
    if (signal.aborted) break
  }
  return result
}

async function readOne(
  received: Received,
  { record, reader }: Run,
): Promise<{ reading: Reading; known: boolean } | { failure: Error }> {
  const number = record ? numberOf(record, createHash('sha256').update(received.bytes).digest('hex')) : null
  if (record && number !== null) {
    const reading = readingOf(record, number)
    writeSighting(record, number, received.origin, received.id ?? reading.document.id, now())
    return { reading, known: true }
  }
  const outcome = await reader.read(received)
  if ('failure' in outcome) return outcome
  if (record) writeDocument(record, received, outcome.reading, now())
  return { ...outcome, known: false }
}

const now = (): string => new Date().toISOString()

export function describeRun({ read, known, damaged, failed }: RunResult): string {
  return [
    `${count(read, 'document')} read`,
    ...(known > 0 ? [`${known} of them already in the record`] : []),
    ...(damaged > 0 ? [`${damaged} with a damaged encoding`] : []),
    ...(failed > 0 ? [`${failed} could not be read`] : []),
  ].join(', ')
}
