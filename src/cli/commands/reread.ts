// `hearsay reread`: reads the stored documents again with the installed reader.

import { availableParallelism } from 'node:os'
import { setImmediate as turn } from 'node:timers/promises'
import type { Command } from 'commander'
import { documentsNotReadBy, receivedOf } from '../../record/documents.ts'
import type { OpenRecord } from '../../record/open.ts'
import { patiently } from '../../record/patience.ts'
import { replaceReading } from '../../record/write.ts'
import type { Received } from '../../types.ts'
import { EXIT, type ExitCode } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import { startProgress } from '../print/progress.ts'
import { count } from '../print/text.ts'
import { inOrder, type Room } from '../run/in-order.ts'
import { listenForInterrupt } from '../run/interrupt.ts'
import { type LimitOptions, limitOptions, readLimits } from '../run/limits.ts'
import type { Reader } from '../run/reader.ts'
import { withRecord } from '../run/with-record.ts'
import { roomFor, workersOption } from '../run/workers.ts'

interface Options extends LimitOptions {
  record: string
  all?: boolean
  workers?: number
}

export function addRereadCommand(program: Command, effects: Effects): void {
  const command = program
    .command('reread')
    .summary('read stored documents again')
    .description('Reads the documents again that another version of the reader has read, from the bytes in the record.')
    .option('--all', 'every document, whichever reader read it')
    .addOption(recordOption())
    .addOption(workersOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      process.exitCode = await runReread(options, effects)
    })
  for (const option of limitOptions()) command.addOption(option)
}

async function runReread(options: Options, { startPool }: Effects): Promise<ExitCode> {
  const { record: path, all = false, workers = availableParallelism() } = options
  return withRecord(path, 'write', async (record) => {
    const reader = startPool(workers, readLimits(options))
    try {
      return await rereadDocuments(record, all, reader, roomFor(workers))
    } finally {
      await reader.close()
    }
  })
}

async function rereadDocuments(record: OpenRecord, all: boolean, reader: Reader, room: Room): Promise<ExitCode> {
  const documents = documentsNotReadBy(record, all ? undefined : await reader.identity())
  const progress = startProgress(documents.length)
  const { signal, ignore } = listenForInterrupt((message) => progress.aside(() => tell(message)), reader.close)
  let done = 0
  let failed = 0
  try {
    const stored = storedDocuments(record, documents)
    const sizeOf = ({ received }: Stored) => received.bytes.length
    for await (const { item, result } of inOrder(stored, ({ received }) => reader.read(received), sizeOf, room)) {
      if (signal.aborted && 'failure' in result) break // given up
      if ('reading' in result) {
        const { reading } = result
        await patiently(record, () => replaceReading(record, item.number, reading, new Date().toISOString()))
      } else {
        failed++
        progress.aside(() => tell(`${item.origin}: ${result.failure.message}; its old reading is kept`))
      }
      done++
      progress.advance(1)
      await turn()
      if (signal.aborted) break
    }
  } finally {
    progress.stop()
    ignore()
  }
  tell(`${count(done - failed, 'document')} read again${failed > 0 ? `, ${failed} could not be read` : ''}`)
  if (signal.aborted) return EXIT.interrupted
  return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
}

interface Stored {
  number: number
  origin: string
  received: Received
}

async function* storedDocuments(
  record: OpenRecord,
  documents: readonly { number: number; origin: string }[],
): AsyncGenerator<Stored> {
  for (const { number, origin } of documents) yield { number, origin, received: receivedOf(record, number) }
}

const EXAMPLES = `
If a new reading fails, the document keeps its old one. The time and place of its receipt do not change.

Examples:
  hearsay reread           after an update of hearsay
  hearsay reread --all     whichever reader read them
`
