// `hearsay documents`: what was read.

import type { Command } from 'commander'
import { exportDocuments } from '../../export/export.ts'
import { type DocumentRow, listDocuments } from '../../record/documents.ts'
import { summarise } from '../../record/summary.ts'
import { formatOption, limitOption, type PrintFormat, recordOption, resolveLimit } from '../options.ts'
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
  limit?: number
}

export function addDocumentsCommand(program: Command): void {
  program
    .command('documents')
    .summary('list what was read')
    .description('Lists the documents in the record, in the order of arrival.')
    .addOption(limitOption())
    .addOption(formatOption())
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runDocuments)
}

async function runDocuments({ record: path, format, limit }: Options): Promise<void> {
  await withRecord(path, 'read', async (record) => {
    const most = resolveLimit(limit, format)
    if (format !== 'table') return printPieces(exportDocuments(record, format, most), standardOutput())
    const { documents } = summarise(record, 0)
    if (documents === 0) return tell('the record holds no document yet')
    await standardOutput().write(documentTable(listDocuments(record, most), outputStyle()))
    if (most >= 0 && documents > most) tell(`${most} of ${documents} documents; --limit 0 prints all of them`)
  })
}

function documentTable(documents: Iterable<DocumentRow>, style: Style): string {
  const rows = Array.from(documents, (row) => [
    printable(shortId(row.id)),
    printable(row.title ?? '(no title)') + style.paint.dim(`\n${printable(row.origin)}`),
    printable([row.outlet, row.published?.slice(0, 10)].filter(Boolean).join(', ')),
    String(row.articles),
    String(row.statements),
    row.unnamed > 0 ? style.paint.yellow(String(row.unnamed)) : '0',
  ])
  return formatTable(
    [
      { head: 'ID', width: 13 },
      { head: 'TITLE, ORIGIN', width: { share: 70 } },
      { head: 'OUTLET, DATE', width: { share: 30 } },
      { head: 'ARTICLES', width: 10 },
      { head: 'STATEMENTS', width: 12 },
      { head: 'UNNAMED', width: 9 },
    ],
    rows,
    style,
  )
}

const EXAMPLES = `
UNNAMED counts the statements whose source is not given by name.

Examples:
  hearsay documents
  hearsay documents --format ndjson | jq -r 'select(.sightings > 1) | .origin'    those that came in twice
`
