// A listing -> its command: the options that all lists share, a table that says what the limit left out, and the other formats.

import { type Command, Option } from 'commander'
import type { Piece } from '../../export/rows.ts'
import type { OpenRecord } from '../../record/open.ts'
import { checkScope, type Scope } from '../../record/scope.ts'
import { collectionOption, limitOption, recordOption, resolveLimit } from '../options.ts'
import { printPieces, standardOutput, tell } from '../print/output.ts'
import { outputStyle, type Style } from '../print/style.ts'
import { withRecord } from '../run/with-record.ts'

/** `Filter` is what the command's own options hold, and the collection; `Format` what it prints besides a table. */
export interface Listing<Filter, Format extends string> {
  name: string
  summary: string
  description: string
  /** Printed below the help. */
  examples: string
  /** Adds the command's own options. */
  options?: (command: Command) => Command
  /** Does something else that the options ask for; null if they ask for the list. */
  instead?: (filter: Filter, path: string) => Promise<void> | null
  formats: readonly Format[]
  /** False if it takes no collection. */
  ofCollection?: boolean
  /** Opens the record; by default as it is, for reading. */
  open?: (path: string, use: (record: OpenRecord) => Promise<void>) => Promise<void>
  /** @param limit negative for no limit */
  pieces: (record: OpenRecord, format: Format, filter: Filter, limit: number) => Iterable<Piece>
  /** How many there are in all, and the first of them as a table. */
  find: (record: OpenRecord, filter: Filter, limit: number) => { total: number; table: (style: Style) => string }
  /** Printed if there are none. */
  nothing: (filter: Filter) => string
  /** "50 of 120 documents" */
  shownOf: (shown: number, total: number) => string
  /** Printed below the table. */
  more?: (record: OpenRecord, filter: Filter, total: number) => string | null
}

type Typed<Filter, Format> = Filter & Scope & { record: string; format: Format | 'table'; limit?: number }

export function addListCommand<Filter extends object, Format extends string>(
  program: Command,
  listing: Listing<Filter, Format>,
): void {
  const { name, summary, description, examples, options = (command) => command, formats } = listing
  const command = options(program.command(name).summary(summary).description(description))
  if (listing.ofCollection !== false) command.addOption(collectionOption())
  command
    .addOption(limitOption())
    .addOption(new Option('--format <format>', 'output format').choices(['table', ...formats]).default('table'))
    .addOption(recordOption())
    .addHelpText('after', examples)
    .action((typed: Typed<Filter, Format>) => printList(typed, listing))
}

async function printList<Filter extends object, Format extends string>(
  typed: Typed<Filter, Format>,
  { open = openForReading, instead, pieces, find, nothing, shownOf, more }: Listing<Filter, Format>,
): Promise<void> {
  const other = instead?.(typed, typed.record)
  if (other) return other
  await open(typed.record, async (record) => {
    checkScope(record, typed)
    const limit = resolveLimit(typed.limit, typed.format)
    if (typed.format !== 'table') return printPieces(pieces(record, typed.format, typed, limit), standardOutput())
    const { total, table } = find(record, typed, limit)
    if (total === 0) return tell(nothing(typed))
    await standardOutput().write(table(outputStyle()))
    if (limit >= 0 && total > limit) tell(`${shownOf(limit, total)}; --limit 0 prints all of them`)
    const besides = more?.(record, typed, total)
    if (besides) tell(besides)
  })
}

const openForReading = (path: string, use: (record: OpenRecord) => Promise<void>): Promise<void> =>
  withRecord(path, 'read', use)
