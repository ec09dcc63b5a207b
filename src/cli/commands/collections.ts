// `hearsay collections`: lists the collections that documents are filed under, and renames one.

import { type Command, Option } from 'commander'
import { exportRows } from '../../export/export.ts'
import { type Collection, listCollections, renameCollection } from '../../record/collections.ts'
import { patiently } from '../../record/patience.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { tell } from '../print/output.ts'
import type { Style } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { count, printable } from '../print/text.ts'
import { parseWords } from '../run/given-options.ts'
import { userName } from '../run/user-name.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addListCommand } from './list-command.ts'

interface Typed {
  rename?: string
  to?: string
}

export const addCollectionsCommand = (program: Command): void =>
  addListCommand<Typed, 'csv' | 'ndjson'>(program, {
    name: 'collections',
    summary: 'list the collections of documents, or rename one',
    description: 'Lists the collections of the record, with how much each holds, or renames one.',
    examples: EXAMPLES,
    options: (command) =>
      command
        .addOption(new Option('--rename <name>', 'the collection to rename, with --to').argParser(parseWords))
        .addOption(new Option('--to <name>', 'its new name').argParser(parseWords)),
    ofCollection: false,
    instead({ rename, to }, path) {
      if (rename === undefined && to === undefined) return null
      if (rename === undefined || to === undefined)
        throw new UserError('--rename NAME and --to NAME belong together', EXIT.usage)
      return renameAll(path, rename, to)
    },
    formats: ['csv', 'ndjson'],
    open: withIncidents,
    pieces: (record, format, _, limit) => exportRows(format, COLUMNS, first(listCollections(record), limit)),
    find(record, _, limit) {
      const all = listCollections(record)
      return { total: all.length, table: (style) => collectionTable(first(all, limit), style) }
    },
    nothing: () => 'nothing is filed yet; hearsay read --collection NAME and hearsay describe --collection NAME do it',
    shownOf: (shown, total) => `${shown} of ${total} collections`,
  })

const COLUMNS = ['name', 'documents', 'articles', 'statements', 'incidents'] as const

const first = (all: readonly Collection[], limit: number) =>
  (limit < 0 ? all : all.slice(0, limit)).map((each) => ({ ...each }))

const renameAll = (path: string, from: string, to: string): Promise<void> =>
  withRecord(path, 'write', async (record) => {
    const by = { who: userName(), at: new Date().toISOString() }
    const documents = await patiently(record, () => renameCollection(record, from, to, by))
    tell(`"${from}" is now "${to}": ${count(documents, 'document')}`)
  })

const collectionTable = (collections: readonly Collection[], style: Style): string =>
  formatTable(
    [
      { head: 'COLLECTION', width: { share: 100 } },
      { head: 'DOCUMENTS', width: 11 },
      { head: 'ARTICLES', width: 10 },
      { head: 'STATEMENTS', width: 12 },
      { head: 'INCIDENTS', width: 11 },
    ],
    collections.map(({ name, ...counts }) => [printable(name), ...Object.values(counts).map(String)]),
    style,
  )

const EXAMPLES = `
A document is in one collection or in none. A collection is there as long as a document is in it. INCIDENTS are those with an
account of its documents; they may have other accounts too. Listing commands and exports take --collection NAME. Who filed what
where, and when, is in the log (hearsay log).

Examples:
  hearsay read floods/ --collection "Floods 2026"
  hearsay describe 3ba507851c --collection "Floods 2026"      another document
  hearsay collections
  hearsay collections --rename "Floods 2026" --to Floods
  hearsay incidents --collection Floods
  hearsay export --what record --collection Floods --output floods.ndjson
`
