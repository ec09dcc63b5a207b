// `hearsay export`: writes the record in formats of other tools, to standard output or a file.

import { statSync } from 'node:fs'
import { type Command, InvalidArgumentError, Option } from 'commander'
import type { Dialect } from '../../export/csv.ts'
import { CSV_FORMATS, EXPORTERS, exporterFor, formatsOf, type What } from '../../export/exporters.ts'
import type { OpenRecord } from '../../record/open.ts'
import { checkScope } from '../../record/scope.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { collectionOption, recordOption } from '../options.ts'
import { printTo, tell } from '../print/output.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addIncidentFilter, type IncidentChoice } from './incident-filter.ts'

const KINDS = Object.keys(EXPORTERS) as What[]
const FORMATS = [...new Set(KINDS.flatMap(formatsOf))]

/** What needs up-to-date incidents. */
const OF_INCIDENTS: readonly What[] = ['incidents', 'incident', 'sources', 'collection']

interface Options extends IncidentChoice {
  what: What
  format?: string
  output?: string
  id?: string
  bom?: boolean
  delimiter?: keyof typeof DELIMITERS
  record: string
}

const DELIMITERS = { comma: ',', semicolon: ';', tab: '\t' }
const MARKS = ['comma', 'semicolon', 'tab'] as const

/** By name, or as it is. */
function parseDelimiter(typed: string): keyof typeof DELIMITERS {
  const found = MARKS.find((name) => name === typed || DELIMITERS[name] === typed)
  if (found === undefined) throw new InvalidArgumentError(`Allowed choices are ${MARKS.join(', ')}.`)
  return found
}

export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('write the record for other tools')
    .description('Writes everything of one kind in the record, however much there is.')
    .addOption(new Option('--what <what>', 'what to write').choices(KINDS).default('statements'))
    .addOption(new Option('--format <format>', 'see below (default: the first one listed)').choices(FORMATS))
    .option(
      '--output <file>',
      'a file to write; an existing one is replaced once the new one is whole (default: standard output)',
    )
    .option('--id <id>', 'for --what incident: its id, or the beginning of it')
    .option('--bom', 'in CSV: begin with a byte order mark, by which Excel knows UTF-8')
    .addOption(
      new Option('--delimiter <mark>', 'in CSV: what stands between cells')
        .choices(Object.keys(DELIMITERS))
        .argParser(parseDelimiter),
    )
  addIncidentFilter(command)
    .addOption(collectionOption())
    .addOption(recordOption())
    .addHelpText('after', HELP)
    .action(runExport)
}

async function runExport(options: Options): Promise<void> {
  const { what, format: typed, output: file, id, bom, delimiter, record: path, ...filter } = options
  const format = typed ?? formatsOf(what)[0]
  const open = exporterFor(what, format)
  if (!open) {
    throw new UserError(
      `${what} cannot be written as ${format}; the formats are ${formatsOf(what).join(', ')}`,
      EXIT.usage,
    )
  }
  checkChoice(what, id, filter)
  const dialect = dialectFor(format, bom, delimiter)
  if (file !== undefined && isSameFile(file, path)) {
    throw new UserError(`--output ${file} would overwrite the record itself; name another file`, EXIT.usage)
  }
  if (file === undefined && format === 'parquet' && process.stdout.isTTY) {
    throw new UserError('Parquet cannot be shown on a terminal; name a file with --output', EXIT.usage)
  }
  const write = async (record: OpenRecord) => {
    checkScope(record, filter)
    await printTo(file, open(record, { filter, dialect, ...(id === undefined ? {} : { id }) }))
    if (file !== undefined) tell(`wrote the ${what} to ${file}`)
  }
  await (OF_INCIDENTS.includes(what) ? withIncidents(path, write) : withRecord(path, 'read', write))
}

function dialectFor(format: string, bom: boolean | undefined, delimiter: Options['delimiter']): Dialect {
  const typed = bom ? '--bom' : delimiter ? '--delimiter' : null
  if (typed && !CSV_FORMATS.includes(format))
    throw new UserError(`${typed} goes with CSV (${CSV_FORMATS.join(', ')}), not with ${format}`, EXIT.usage)
  return { ...(bom ? { bom } : {}), ...(delimiter ? { delimiter: DELIMITERS[delimiter] } : {}) }
}

/** An option that would have no effect is a mistake. */
function checkChoice(what: What, id: string | undefined, { collection, ...filter }: IncidentChoice): void {
  if (what === 'incident' && id === undefined) {
    throw new UserError('--what incident needs an id: --id ID; hearsay incidents lists them', EXIT.usage)
  }
  if (what !== 'incident' && id !== undefined) {
    throw new UserError(`--id goes with --what incident, not with ${what}`, EXIT.usage)
  }
  if (what === 'collection' && collection === undefined) {
    throw new UserError('--what collection needs a name: --collection NAME; hearsay collections lists them', EXIT.usage)
  }
  if (what === 'incident' && collection !== undefined) {
    throw new UserError('--collection does not go with --what incident, which writes one incident whole', EXIT.usage)
  }
  const [choice] = Object.keys(filter)
  if (what !== 'incidents' && choice !== undefined) {
    throw new UserError(`--${choice} goes with --what incidents, not with ${what}`, EXIT.usage)
  }
}

function isSameFile(one: string, other: string): boolean {
  const [a, b] = [one, other].map((path) => statSync(path, { throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

const WIDTH = Math.max(...KINDS.map((what) => what.length))

const HELP = `
Formats of each, the default first:
${KINDS.map((what) => `  ${what.padEnd(WIDTH)}  ${formatsOf(what).join(', ')}`).join('\n')}

If Excel shows wrong letters where there are accents, use --bom; if it puts a whole row into one cell, --delimiter semicolon.
In CSV, if a spreadsheet would take a cell for a formula, an apostrophe is put in front. Every row comes with the passage it
was read from (start and end count UTF-16 units of the document's text), the article, and the SHA-256 of the bytes.
ged, acled and polecat are CSV with the columns of these data sets; what the record cannot know stays empty. --what record
writes the whole record, with the bytes of every document and the log, for hearsay import.
--collection writes what its documents say: an incident is in it if one of its accounts is, and is written whole. --what record
then holds its documents and the entries of the log about them alone; --what collection is a dossier of all its incidents.
docs/exports.md explains what every column holds and when it is empty.

Examples:
  hearsay export > statements.csv
  hearsay export --what events --format csv --output events.csv
  hearsay export --bom --delimiter semicolon --output for-excel.csv        as Excel wants it in most of Europe
  hearsay export --what events --format parquet --output events.parquet   for DuckDB, pandas, R
  hearsay export --what incidents --disputed --format csv --output disputed.csv
  hearsay export --what incidents --type ASSAULT --format ged > ged.csv     UCDP GED
  hearsay export --what incidents --type ASSAULT --format acled > acled.csv
  hearsay export --what incidents --since 2016-06-01 --format polecat > polecat.csv
  hearsay export --what incidents --format geojson > incidents.geojson     for a map
  hearsay export --what incidents --format ftm > incidents.ftm.json        FollowTheMoney
  hearsay export --what incident --id i-3f9a --format html > dossier.html  one incident, to print
  hearsay export --what articles --format bibtex > articles.bib
  hearsay export --what statements --format annotations > annotations.ndjson   W3C Web Annotation
  hearsay export --what statements --format schema-org > quotations.ndjson
  hearsay export --what sources --format csv --output sources.csv
  hearsay export --what documents --output documents.csv
  hearsay export --what readings --format ndjson > readings.ndjson
  hearsay export --what record --output record.ndjson                      for hearsay import
  hearsay export --what record --collection Drava --output drava.ndjson    one collection, for another record
  hearsay export --what collection --collection Drava > drava.html         one collection, to print
`
