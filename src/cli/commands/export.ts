// `hearsay export`: everything out of the record, in the form that other tools take, to standard output or a file.

import { statSync } from 'node:fs'
import { type Command, Option } from 'commander'
import { EXPORTERS, exporterFor, formatsOf, type What } from '../../export/exporters.ts'
import type { OpenRecord } from '../../record/open.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { recordOption } from '../options.ts'
import { fileOutput, standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { tell } from '../print/tell.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { withRecord } from '../run/with-record.ts'
import { addIncidentFilter, type IncidentChoice } from './incident-filter.ts'

const KINDS = Object.keys(EXPORTERS) as What[]
const FORMATS = [...new Set(KINDS.flatMap(formatsOf))]

/** What hangs on incidents being those of the readings there are. */
const OF_INCIDENTS: readonly What[] = ['incidents', 'incident', 'sources']

interface Options extends IncidentChoice {
  what: What
  format?: string
  output?: string
  id?: string
  record: string
}

export function addExportCommand(program: Command): void {
  const command = program
    .command('export')
    .summary('write everything out')
    .description('Writes everything of one kind out of the record; nothing is cut off, however much there is.')
    .addOption(new Option('--what <what>', 'what to write').choices(KINDS).default('statements'))
    .addOption(new Option('--format <format>', 'see below (default: the first that fits)').choices(FORMATS))
    .option('--output <file>', 'a file to write, overwritten if it is there (default: standard output)')
    .option('--id <id>', 'of one incident: its id, or the start of it')
  addIncidentFilter(command).addOption(recordOption()).addHelpText('after', HELP).action(runExport)
}

async function runExport({ what, format: typed, output: file, id, record: path, ...filter }: Options): Promise<void> {
  const format = typed ?? formatsOf(what)[0]
  const open = exporterFor(what, format)
  if (!open) {
    throw new UserError(
      `${what} cannot be written as ${format}; what fits is ${formatsOf(what).join(', ')}`,
      EXIT.usage,
    )
  }
  checkChoice(what, id, filter)
  if (file !== undefined && isSameFile(file, path)) {
    throw new UserError(`--output ${file} would overwrite the record itself; name another file`, EXIT.usage)
  }
  if (file === undefined && format === 'parquet' && process.stdout.isTTY) {
    throw new UserError('Parquet is nothing for a terminal; name a file with --output', EXIT.usage)
  }
  const write = async (record: OpenRecord) => {
    const pieces = open(record, { filter, ...(id === undefined ? {} : { id }) })
    const output = file === undefined ? standardOutput() : fileOutput(file)
    await printPieces(pieces, output)
    await output.close()
    if (file !== undefined) tell(`wrote the ${what} to ${file}`)
  }
  await (OF_INCIDENTS.includes(what) ? withIncidents(path, write) : withRecord(path, 'read', write))
}

/** What was typed and would have no effect is a mistake. */
function checkChoice(what: What, id: string | undefined, filter: IncidentChoice): void {
  if (what === 'incident' && id === undefined) {
    throw new UserError('--what incident needs the id of one: --id ID; hearsay incidents lists them', EXIT.usage)
  }
  if (what !== 'incident' && id !== undefined) {
    throw new UserError(`--id goes with --what incident, not with ${what}`, EXIT.usage)
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
What fits what, the default first:
${KINDS.map((what) => `  ${what.padEnd(WIDTH)}  ${formatsOf(what).join(', ')}`).join('\n')}

In CSV, a cell that a spreadsheet would take for a formula begins with an apostrophe. Every row comes with the passage it
was read from (start and end count UTF-16 units of the document's text), the article, and the sha256 of the bytes.
ged, acled and polecat are the column shapes of these data sets, as CSV; what the record cannot know stays empty.
The whole record, with the bytes of every document and the log, is what hearsay import takes back.
docs/exports.md says what stands in every column, and when it is empty.

Examples:
  hearsay export > statements.csv
  hearsay export --what events --format csv --output events.csv
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
`
