// `hearsay describe`: says what a document is - its outlet, date, address, title, collection - and reads it again with that.

import { createReadStream } from 'node:fs'
import { type Command, Option } from 'commander'
import { parse } from 'csv-parse'
import { fileDocuments } from '../../record/collections.ts'
import { findDocument, listDocuments, receivedOf } from '../../record/documents.ts'
import { FACTS, type Fact, isFiling, withFacts } from '../../record/facts.ts'
import type { OpenRecord } from '../../record/open.ts'
import { patiently } from '../../record/patience.ts'
import { writeFacts } from '../../record/write.ts'
import { EXIT, type ExitCode, UserError } from '../../user-error.ts'
import type { Effects } from '../effects.ts'
import { recordOption } from '../options.ts'
import { tell } from '../print/output.ts'
import { count } from '../print/text.ts'
import { type GivenOptions, givenOptions, parseAddress, parsePublished, parseWords } from '../run/given-options.ts'
import { readLimits } from '../run/limits.ts'
import type { Reader } from '../run/reader.ts'
import { userName } from '../run/user-name.ts'
import { withRecord } from '../run/with-record.ts'

interface Options extends GivenOptions {
  record: string
  from?: string
  clear?: Fact[]
}

type Changes = Partial<Record<Fact, string | null>>

export function addDescribeCommand(program: Command, effects: Effects): void {
  const command = program
    .command('describe')
    .summary("set a document's outlet, date, address, title or collection")
    .description(
      'Sets what a document does not say of itself, or says wrongly (its outlet, date, address, title), and reads it again with that.',
    )
    .argument('[documents...]', 'their ids or hashes, or the beginning of either')
  for (const option of givenOptions()) command.addOption(option)
  command
    .addOption(new Option('--clear <facts>', `takes back what was said: ${FACTS.join(', ')}`).argParser(parseFacts))
    .option('--from <file>', 'many in one go: a CSV file, as hearsay documents --format csv prints it, filled in')
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(async (documents: string[], options: Options) => {
      process.exitCode = await runDescribe(documents, options, effects)
    })
}

function parseFacts(typed: string): Fact[] {
  return typed.split(',').map((name) => {
    const fact = FACTS.find((each) => each === name.trim())
    if (fact === undefined)
      throw new UserError(`there is no "${name.trim()}"; there are ${FACTS.join(', ')}`, EXIT.usage)
    return fact
  })
}

async function runDescribe(typed: readonly string[], options: Options, { startPool }: Effects): Promise<ExitCode> {
  const { outlet, published, url, title, collection, clear = [], from, record: path } = options
  const changes: Changes = {
    ...without({ outlet, published, url, title, collection }),
    ...Object.fromEntries(clear.map((fact) => [fact, null])),
  }
  if (from === undefined && typed.length === 0)
    throw new UserError('name a document, or give a file: --from facts.csv', EXIT.usage)
  if (from === undefined && Object.keys(changes).length === 0)
    throw new UserError('say something of it, for example --outlet "Lanta Wire" --published 2026-03-10', EXIT.usage)
  return withRecord(path, 'write', async (record) => {
    const wanted = new Map(typed.map((each) => [findDocument(record, each).number, changes]))
    if (from !== undefined)
      for (const [document, said] of await changesIn(from, record)) wanted.set(document, { ...said, ...changes })
    const reader = startPool(1, readLimits({}))
    try {
      return await describeAll(record, wanted, reader)
    } finally {
      await reader.close()
    }
  })
}

const without = (facts: Readonly<Record<Fact, string | undefined>>): Changes =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))

async function describeAll(
  record: OpenRecord,
  wanted: ReadonlyMap<number, Changes>,
  reader: Reader,
): Promise<ExitCode> {
  let changed = 0
  let filed = 0
  let failed = 0
  for (const [document, changes] of wanted) {
    const before = receivedOf(record, document)
    const received = withFacts(before, changes)
    if (received === before) continue
    const by = { who: userName(), at: new Date().toISOString() }
    if (isFiling(changes)) {
      await patiently(record, () => fileDocuments(record, [document], received.collection ?? null, by))
      filed++
      continue
    }
    const outcome = await reader.read(received)
    if ('failure' in outcome) {
      failed++
      tell(`${before.origin}: ${outcome.failure.message}; it stays as it was`)
      continue
    }
    await patiently(record, () => writeFacts(record, document, received, outcome.reading, by))
    changed++
  }
  const told = [
    ...(changed > 0 || filed === 0 ? [`${count(changed, 'document')} described and read again`] : []),
    ...(filed > 0 ? [`${count(filed, 'document')} filed`] : []),
    ...(failed > 0 ? [`${failed} could not be read`] : []),
  ]
  tell(told.join(', '))
  return failed > 0 ? EXIT.someInputsFailed : EXIT.ok
}

const PARSERS: Readonly<Record<Fact, (typed: string) => string>> = {
  outlet: parseWords,
  published: parsePublished,
  url: parseAddress,
  title: parseWords,
  collection: parseWords,
}

/** Cells that say what the record says already, or nothing, change nothing. */
async function changesIn(path: string, record: OpenRecord): Promise<Map<number, Changes>> {
  const known = new Map(Array.from(listDocuments(record), (row) => [row.number, row]))
  const all = new Map<number, Changes>()
  const rows = createReadStream(path).pipe(parse({ columns: true, bom: true, relax_column_count: true, trim: true }))
  let line = 1
  try {
    for await (const row of rows) {
      line++
      const cells: Readonly<Record<string, string | undefined>> = row
      const name = cells.sha256 || cells.id
      if (!name) throw new UserError('there is neither "sha256" nor "id" in it')
      const { number } = findDocument(record, name)
      const before = known.get(number)
      const changes: Changes = {}
      for (const fact of FACTS) {
        // What a spreadsheet would take for a formula has an apostrophe before it.
        const cell = cells[fact]?.replace(/^'(?=[=+@-])/, '')
        const now = fact === 'outlet' || fact === 'published' || fact === 'title' ? before?.[fact] : undefined
        if (cell && cell !== now) changes[fact] = PARSERS[fact](cell)
      }
      if (Object.keys(changes).length > 0) all.set(number, changes)
    }
  } catch (error) {
    throw new UserError(`${path}, row ${line}: ${error instanceof Error ? error.message : error}`, EXIT.usage)
  }
  return all
}

const EXAMPLES = `
What you say goes before what the document says, stays when it is read again, and is in the log under your name (hearsay log).
Days such as "on Tuesday" are counted from the date, so the document is read again; a collection
alone changes nothing that was read.

Examples:
  hearsay describe 3ba507851c --outlet "Lanta Wire" --published 2026-03-10
  hearsay describe 3ba507851c --clear outlet
  hearsay describe --from facts.csv                            hearsay documents --format csv makes it; fill in its empty cells
`
