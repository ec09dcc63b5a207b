// `hearsay log`: what was done to the record, when and by whom.

import { type Command, Option } from 'commander'
import { exportLog } from '../../export/log.ts'
import { countEntries, type Entry, findEntries } from '../../record/custody/log.ts'
import { formatOption, limitOption, type PrintFormat, recordOption, resolveLimit } from '../options.ts'
import { count } from '../print/count.ts'
import { standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { printable } from '../print/printable.ts'
import { outputStyle, type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { tell } from '../print/tell.ts'
import { withRecord } from '../run/with-record.ts'

interface Options {
  record: string
  format: PrintFormat
  about?: string
  limit?: number
}

export function addLogCommand(program: Command): void {
  program
    .command('log')
    .summary('list what was done to the record')
    .description(
      'Lists what was done to the record, in order, the last of it: what came in, from where, read by what, decided by whom.',
    )
    .addOption(
      new Option('--about <what>', "only on this: a document's id or sha256, a source's name, or the start of it"),
    )
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runLog)
}

async function runLog({ record: path, format, about, limit }: Options): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    const filter = { about, limit: resolveLimit(limit, format) }
    if (format !== 'table') return printPieces(exportLog(record, format, filter), standardOutput())
    const total = countEntries(record, filter)
    if (total === 0) return tell(about === undefined ? 'the log is empty' : `the log has no entry about "${about}"`)
    await standardOutput().write(logTable(findEntries(record, filter), outputStyle()))
    if (filter.limit >= 0 && total > filter.limit)
      tell(`the last ${filter.limit} of ${count(total, 'entry', 'entries')}; --limit 0 prints all of them`)
  })
}

function logTable(entries: Iterable<Entry>, style: Style): string {
  const rows = Array.from(entries, ({ number, at, who, what, about, detail }) => [
    String(number),
    at.replace('T', ' ').replace(/\.\d+Z$/, 'Z'),
    printable(who),
    what,
    printable(shortId(about)) + style.paint.dim(`\n${printable(originIn(detail))}`),
  ])
  return formatTable(
    [
      { head: 'NUMBER', width: 9 },
      { head: 'WHEN', width: 23 },
      { head: 'WHO', width: 18 },
      { head: 'WHAT', width: 11 },
      { head: 'ABOUT, ORIGIN', width: { share: 100 } },
    ],
    rows,
    style,
  )
}

/** Of documents, where they came from. */
function originIn(detail: string): string {
  const said = JSON.parse(detail)
  return typeof said?.origin === 'string' ? said.origin : ''
}

const EXAMPLES = `
Nothing is ever taken out of the log. Each entry holds the hash of the one before, so that hearsay verify can prove that none was
changed. As csv or ndjson it is printed whole: detail says what the bytes came with and what reading they were given.

  received  bytes came and were read          graded, decided, ...  what a person made of it
  seen      the same bytes came once more     imported              bytes came from another record
  reread    another reader read them anew     found                 they were there before there was a log

Examples:
  hearsay log
  hearsay log --about 3ba507851c                      the chain of custody of one document
  hearsay log --format ndjson > log-2024-05-01.ndjson
`
