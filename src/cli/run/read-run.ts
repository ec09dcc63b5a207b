// Files -> each document read, stored and printed in turn, within limits of memory; failures are reported and counted.

import { createHash } from 'node:crypto'
import { addAbortSignal } from 'node:stream'
import { setImmediate as turn } from 'node:timers/promises'
import type { Incoming } from '../../intake/container.ts'
import { type InputOptions, readInputs } from '../../intake/io/inputs.ts'
import type { Found } from '../../intake/io/walk.ts'
import { readingOf } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import { patiently } from '../../record/patience.ts'
import { numberOf, writeDocument, writeSighting } from '../../record/write.ts'
import type { Layer, Received } from '../../types.ts'
import type { PrintFailure } from '../print/failure-line.ts'
import { tell } from '../print/output.ts'
import type { Progress } from '../print/progress.ts'
import type { PrintReading } from '../print/read-print.ts'
import { count } from '../print/text.ts'
import { inOrder, type Room } from './in-order.ts'
import { countKinds, type Kinds } from './kinds-of-file.ts'
import { aboutOf, type Outcome, type PartOutcome, type PartRead, type Read, type Reader } from './reader.ts'
import { countRefusals, type Refusals } from './refusals.ts'

export interface Run {
  files: readonly Found[]
  input: InputOptions['kind']
  maxSize: number
  fetch: InputOptions['fetch']
  /** What people say of all that is read. */
  stated?: Pick<InputOptions, 'columns' | 'given' | 'collection'>
  /** Without a record, nothing is stored. */
  record?: OpenRecord | undefined
  reader: Reader
  /** Only these layers are read, and nothing is stored. */
  only?: readonly Layer[] | undefined
  /** How much may be in progress at a time. */
  room: Room
  print: PrintReading
  /** In place of a line on standard error. */
  printFailure?: PrintFailure | undefined
  progress: Progress
  /** Stops the run after the current document. */
  signal: AbortSignal
}

export interface RunResult {
  read: number
  /** What they are, in a line, if there are many. */
  kinds: Kinds
  /** How many of those read the record already had. */
  known: number
  /** How many of those read have the same bytes as another that was read before them. */
  copies: number
  /** How many of those read lost characters to a broken encoding. */
  damaged: number
  /** How many of those read have pages without text: scans. */
  partly: number
  failed: number
  /** Why, in a few lines, if there are many. */
  refusals: Refusals
  /** How many of those read have an article without a date of publication, or without an outlet. */
  undated: number
  anonymous: number
}

export async function readDocuments(run: Run): Promise<RunResult> {
  const { files, input, maxSize, fetch, stated, progress, signal } = run
  const result: RunResult = {
    read: 0,
    kinds: countKinds(),
    known: 0,
    copies: 0,
    damaged: 0,
    partly: 0,
    failed: 0,
    refusals: countRefusals(),
    undated: 0,
    anonymous: 0,
  }
  const written = new Set<string>()
  const typed = files.some(({ path }) => path === '-')
  const standardInput = typed ? addAbortSignal(signal, process.stdin) : process.stdin
  const tellOfTable = (place: string, note: string) => progress.aside(() => tell(`${place}: ${note}`))
  const arriving = readInputs(files, { kind: input, maxSize, standardInput, fetch, tell: tellOfTable, ...stated })
  try {
    for await (const { item, result: begun } of inOrder(arriving, (each) => begin(each, run), sizeOf, run.room)) {
      if (signal.aborted && 'failure' in item) break
      const outcome = 'failure' in item ? item : await finish(item.received, begun, run)
      if (signal.aborted && 'failure' in outcome) break // given up
      progress.advance(item.size)
      if ('failure' in outcome) {
        result.failed++
        result.refusals.add(item.place, outcome.failure.message)
        await progress.aside(() =>
          run.printFailure
            ? run.printFailure(item.place, 'received' in item ? item.received.bytes : null, outcome.failure.message)
            : tell(`${item.place}: ${outcome.failure.message}`),
        )
      } else {
        const { read, known } = outcome
        const { sha256, mediaType } = read.document
        const isCopy = written.has(sha256)
        result.read++
        result.kinds.add(mediaType)
        if (isCopy) result.copies++
        else if (known) {
          result.known++
          if (stated?.given !== undefined || stated?.collection !== undefined)
            progress.aside(() =>
              tell(
                `${item.place}: it is in the record already, as it was described then; hearsay describe ${read.document.id.slice(0, 10)} says otherwise`,
              ),
            )
        }
        if (!isCopy && read.undated) result.undated++
        if (!isCopy && read.anonymous) result.anonymous++
        if (!known) written.add(sha256)
        for (const { code, message } of read.warnings) {
          if (!TOLD.has(code)) continue
          if (code === 'damaged-encoding') result.damaged++
          if (code === 'page-without-text') result.partly++
          progress.aside(() => tell(`${item.place}: ${message}`))
        }
        await progress.aside(() => run.print(read, known, item.place))
      }
      await turn() // reading is one long turn: lets signals and timers in
      if (signal.aborted) break
    }
  } finally {
    if (typed) process.stdin.destroy() // nobody waits for more of it
  }
  return result
}

/** Warnings of text that is missing or no words: whoever reads a report has to know. */
const TOLD: ReadonlySet<string> = new Set([
  'damaged-encoding',
  'twice-encoded',
  'page-without-text',
  'unreadable-text',
  'lost-signs',
  'cut-by-paywall',
])

const sizeOf = (item: Incoming): number => ('failure' in item ? 0 : item.received.bytes.length)

/** Null if there is nothing to read: the record has it, or it never arrived. */
async function begin(item: Incoming, { record, reader, only }: Run): Promise<Outcome | PartOutcome | null> {
  if ('failure' in item || (record && numberIn(record, item.received) !== null)) return null
  return only ? reader.readPart(item.received, only) : reader.read(item.received)
}

/** Asks the record again: another document begun at the same time may have had the same bytes. */
async function finish(
  received: Received,
  begun: Outcome | PartOutcome | null,
  { record, reader }: Run,
): Promise<{ read: Read | PartRead; known: boolean } | { failure: Error }> {
  const number = record ? numberIn(record, received) : null
  if (record && number !== null) {
    const reading = readingOf(record, number)
    await patiently(record, () =>
      writeSighting(record, number, received.origin, received.id ?? reading.document.id, now()),
    )
    return { read: { reading, ...aboutOf(reading) }, known: true }
  }
  const outcome = begun ?? (await reader.read(received))
  if ('failure' in outcome) return outcome
  if (record) {
    const { reading } = outcome
    if (reading.schema !== 'hearsay/reading/1') throw new Error('a record holds whole readings')
    await patiently(record, () => writeDocument(record, received, reading, now()))
  }
  return { read: outcome, known: false }
}

const numberIn = (record: OpenRecord, { bytes }: Received): number | null =>
  numberOf(record, createHash('sha256').update(bytes).digest('hex'))

const now = (): string => new Date().toISOString()

/** What the record cannot know of them; null where it knows all. */
export function describeLacking({ undated, anonymous }: RunResult): string | null {
  const lacking = [
    ...(undated > 0 ? [`without a date: ${undated}`] : []),
    ...(anonymous > 0 ? [`without an outlet: ${anonymous}`] : []),
  ]
  if (lacking.length === 0) return null
  const what = undated > 0 ? 'date' : 'outlet'
  return `${lacking.join(', ')}; hearsay documents --without ${what} lists them, hearsay describe fills them in`
}

export function describeRun({ read, known, copies, damaged, partly, failed }: RunResult): string {
  return [
    `${count(read, 'document')} read`,
    ...(known > 0 ? [`${known} of them already in the record`] : []),
    ...(copies > 0 ? [`${copies} of them the same as another`] : []),
    ...(damaged > 0 ? [`${damaged} with a damaged encoding`] : []),
    ...(partly > 0 ? [`${partly} with pages without text`] : []),
    ...(failed > 0 ? [`${failed} could not be read`] : []),
  ].join(', ')
}
