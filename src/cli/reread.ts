// `hearsay reread`: the present reader over the bytes of old documents.

import { setImmediate as turn } from 'node:timers/promises'
import type { Command } from 'commander'
import { documentsNotReadBy, receivedOf } from '../record/documents.ts'
import { replaceReading } from '../record/write.ts'
import { EXIT, type ExitCode } from '../user-error.ts'
import { count } from './count.ts'
import { listenForInterrupt } from './interrupt.ts'
import { recordOption } from './options.ts'
import { startProgress } from './progress.ts'
import { tell } from './tell.ts'
import { withRecord } from './with-record.ts'

interface Options {
  record: string
  all?: boolean
}

export function addRereadCommand(program: Command): void {
  program
    .command('reread')
    .summary('read old documents anew')
    .description(
      'Reads the documents anew, from the bytes that the record keeps, where another reader than this one read them.',
    )
    .option('--all', 'every document, whoever read it')
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      process.exitCode = await runReread(options)
    })
}

async function runReread({ record: path, all }: Options): Promise<ExitCode> {
  return withRecord(path, 'write', async (record) => {
    const { loadReader } = await import('./reader.ts')
    const reader = await loadReader()
    const documents = documentsNotReadBy(record, all ? undefined : reader.identity)
    const progress = startProgress(documents.length)
    const { signal, ignore } = listenForInterrupt((message) => progress.aside(() => tell(message)))
    let done = 0
    let failed = 0
    try {
      for (const { number, origin } of documents) {
        const outcome = await reader.read(receivedOf(record, number))
        if ('reading' in outcome) replaceReading(record, number, outcome.reading)
        else {
          failed++
          progress.aside(() => tell(`${origin}: ${outcome.failure.message}; its old reading stays`))
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
    tell(`${count(done - failed, 'document')} read anew${failed > 0 ? `, ${failed} could not be` : ''}`)
    if (signal.aborted) return EXIT.interrupted
    return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
  })
}

const EXAMPLES = `
A document whose new reading fails keeps its old one. When it was received, and from where, stays as it was.

Examples:
  hearsay reread           after an update of hearsay
  hearsay reread --all     whatever the reader
`
