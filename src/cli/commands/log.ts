// `hearsay log`: lists what was done to the record, when and by whom.

import { type Command, Option } from 'commander'
import { exportLog } from '../../export/log.ts'
import { countEntries, type Entry, findEntries } from '../../record/custody/log.ts'
import type { Scope } from '../../record/scope.ts'
import { type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { count, printable } from '../print/text.ts'
import { addListCommand } from './list-command.ts'

interface Filter extends Scope {
  about?: string
}

export const addLogCommand = (program: Command): void =>
  addListCommand<Filter, 'csv' | 'ndjson'>(program, {
    name: 'log',
    summary: 'list what was done to the record',
    description:
      'Lists the last things done to the record, in order: what came in and from where, which reader read it, who decided what.',
    examples: EXAMPLES,
    options: (command) =>
      command.addOption(
        new Option(
          '--about <what>',
          "only about this: a document's id or SHA-256, a source's name, or the beginning of one",
        ),
      ),
    formats: ['csv', 'ndjson'],
    pieces: (record, format, { about, collection }, limit) => exportLog(record, format, { about, collection, limit }),
    find: (record, { about, collection }, limit) => ({
      total: countEntries(record, { about, collection }),
      table: (style) => logTable(findEntries(record, { about, collection, limit }), style),
    }),
    nothing: ({ about }) => (about === undefined ? 'the log is empty' : `the log has no entry about "${about}"`),
    shownOf: (shown, total) => `the last ${shown} of ${count(total, 'entry', 'entries')}`,
  })

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
Nothing is ever removed from the log. Each entry contains the hash of the one before, so hearsay verify can prove that none was
changed. csv and ndjson print it whole: detail says what the bytes came with and which reading they were given.

  received  bytes arrived and were read       graded, decided, ...  what a person decided
  seen      the same bytes arrived again      imported              bytes came from another record
  reread    another reader read them again    found                 they were there before the log began
  describe  a person said what they are        propose, approve, ...  where a second person approves

Examples:
  hearsay log
  hearsay log --about 3ba507851c                      the chain of custody of one document
  hearsay log --format ndjson > log-2024-05-01.ndjson
`
