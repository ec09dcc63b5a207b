// `hearsay import`: reads the output of `hearsay export --what record` into a record.

import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Command } from 'commander'
import { readNdjson } from '../../intake/io/ndjson.ts'
import { parseSize } from '../../intake/io/size.ts'
import { restoreArchive } from '../../record/archive/restore.ts'
import type { Restored } from '../../record/archive/restoring.ts'
import { EXIT, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import { count } from '../print/text.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
}

export function addImportCommand(program: Command, effects: Effects): void {
  program
    .command('import')
    .summary('import a record that was exported')
    .description(
      'Imports the output of hearsay export --what record. An empty record becomes an exact copy; another one gains what it did not have.',
    )
    .argument('<file>', 'the file; - is standard input')
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action((file: string, options: Options) => runImport(file, options, effects))
}

/** Of a line: the longest string in Node.js. */
const LONGEST = parseSize('500MB')

async function runImport(file: string, { record: path }: Options, { startPool }: Effects): Promise<void> {
  if (file !== '-' && !existsSync(file)) throw new UserError(`there is no file ${file}`, EXIT.usage)
  const reader = startPool(1)
  const kept = file === '-' ? await keepStandardInput() : null
  try {
    const lines = () => linesOf(kept?.path ?? file, kept === null ? file : 'standard input')
    const restored = await withRecord(path, 'create', (record) =>
      restoreArchive(record, lines, reader, new Date().toISOString()),
    )
    tell(describe(restored))
  } finally {
    kept?.remove()
    await reader.close()
  }
}

/** It is gone through twice, and comes only once. */
async function keepStandardInput(): Promise<{ path: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-import-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  const path = join(folder, 'archive.ndjson')
  try {
    await pipeline(process.stdin, createWriteStream(path, { mode: 0o600 }))
    return { path, remove }
  } catch (error) {
    remove()
    throw new UserError(
      `standard input cannot be kept in ${tmpdir()}: ${error instanceof Error ? error.message : error}; nothing was imported`,
    )
  }
}

async function* linesOf(file: string, name: string): AsyncGenerator<{ place: string; json: string }> {
  try {
    for await (const item of readNdjson(createReadStream(file), name, LONGEST)) {
      if ('failure' in item) throw new UserError(`${item.place}: ${item.failure.message}; nothing was imported`)
      yield { place: item.place, json: Buffer.from(item.received.bytes).toString('utf8') }
    }
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error
    throw new UserError(`${name} cannot be read: ${error.message}; nothing was imported`, EXIT.someInputsFailed)
  }
}

const describe = ({ documents, sightings, decisions, known, anew }: Restored): string =>
  [
    `${count(documents, 'document')} imported`,
    ...(known > 0 ? [`${known} already there`] : []),
    ...(anew > 0 ? [`${anew} read again, because another version had read them and this one cannot check that`] : []),
    ...(sightings > 0 ? [`${count(sightings, 'further place')} where they were seen`] : []),
    ...(decisions > 0 ? [`${count(decisions, 'decision')} of people`] : []),
  ].join(', ')

const EXAMPLES = `
Either everything is imported or nothing. If a line is damaged or forged, or does not match the log in the file, it is reported and
the record is not changed. Every entry and every reading is checked, and the text of each reading against the bytes of its document.
If another version made a reading, so that this is impossible, the document is read again. Others can read the record all the while.
What they write waits only while what was checked is taken over.

An empty record also takes over the log, so hearsay verify finds the same head. A record that is not empty keeps its own log.
Each imported document becomes an entry in it, with what the other log said about it. People's decisions are imported too, but a
source that was graded here keeps its grade. What is already there is not changed.

Examples:
  hearsay import record.ndjson --record copy.db
  gunzip --stdout record.ndjson.gz | hearsay import - --record all.db
`
