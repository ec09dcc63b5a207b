// `hearsay documents`: lists what was read.

import type { Command } from 'commander'
import { Option } from 'commander'
import { exportDocuments } from '../../export/export.ts'
import { countDocuments, type DocumentFilter, type DocumentRow, listDocuments } from '../../record/documents.ts'
import { type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { printable } from '../print/text.ts'
import { addListCommand } from './list-command.ts'

export const addDocumentsCommand = (program: Command): void =>
  addListCommand<DocumentFilter, 'csv' | 'ndjson'>(program, {
    name: 'documents',
    summary: 'list what was read',
    description: 'Lists the documents in the record, in the order of arrival.',
    examples: EXAMPLES,
    options: (command) =>
      command.addOption(new Option('--without <fact>', 'only those that lack it').choices(['date', 'outlet'])),
    formats: ['csv', 'ndjson'],
    pieces: (record, format, filter, limit) => exportDocuments(record, format, limit, filter),
    find: (record, filter, limit) => ({
      total: countDocuments(record, filter),
      table: (style) => documentTable(listDocuments(record, limit, filter), style),
    }),
    nothing: ({ without, collection }) =>
      without === undefined && collection === undefined
        ? 'the record has no documents yet'
        : `no document${collection === undefined ? '' : ` in "${collection}"`}${without === undefined ? '' : ` lacks ${without === 'date' ? 'a date' : 'an outlet'}`}`,
    shownOf: (shown, total) => `${shown} of ${total} documents`,
  })

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
UNNAMED counts the statements from unnamed sources.

Examples:
  hearsay documents
  hearsay documents --without date --format csv > facts.csv   to be filled in, for hearsay describe
  hearsay documents --format ndjson | jq -r 'select(.sightings > 1) | .origin'    documents that arrived twice
`
