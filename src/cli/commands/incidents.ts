// `hearsay incidents`: what is said to have happened, the accounts of one event together.

import { type Command, Option } from 'commander'
import { EXPORTERS } from '../../export/exporters.ts'
import { countIncidents, listIncidents } from '../../record/incidents/incidents.ts'
import { limitOption, recordOption, resolveLimit } from '../options.ts'
import { incidentTable } from '../print/incident-table.ts'
import { standardOutput } from '../print/output.ts'
import { printPieces } from '../print/print-pieces.ts'
import { outputStyle } from '../print/style.ts'
import { tell } from '../print/tell.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { addIncidentFilter, type IncidentChoice } from './incident-filter.ts'

const FORMATS = ['table', 'csv', 'ndjson', 'geojson'] as const

interface Options extends IncidentChoice {
  record: string
  format: (typeof FORMATS)[number]
  limit?: number
  all?: boolean
  sort?: 'origins' | 'time'
}

export function addIncidentsCommand(program: Command): void {
  const command = program
    .command('incidents')
    .summary('list what happened, accounts together')
    .description('Lists the events that the reports tell of, each once, with all accounts of it')
  addIncidentFilter(command)
    .option('--all', 'also what is told in passing, and accusations, demands and the like, which are statements too')
    .addOption(
      new Option(
        '--sort <by>',
        'what comes first: most independent origins, or the earliest (default: origins in a table)',
      ).choices(['origins', 'time']),
    )
    .addOption(limitOption())
    .addOption(new Option('--format <format>', 'how to print what is found').choices(FORMATS).default('table'))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runIncidents)
}

async function runIncidents({ record: path, format, limit, all, ...filter }: Options): Promise<void> {
  await withIncidents(path, async (record) => {
    const wanted = { ...filter, ...(all ? {} : { telling: true }) }
    if (format !== 'table') {
      const filter = { ...wanted, limit: resolveLimit(limit, 'ndjson') }
      return printPieces(EXPORTERS.incidents[format](record, { filter }), standardOutput())
    }
    const total = countIncidents(record, wanted)
    if (total === 0) return tell('no incident fits')
    const most = resolveLimit(limit, 'table')
    await standardOutput().write(
      incidentTable(listIncidents(record, { sort: 'origins', ...wanted, limit: most }), outputStyle()),
    )
    const more = all ? 0 : countIncidents(record, filter) - total
    if (most >= 0 && total > most) tell(`${most} of ${total} incidents; --limit 0 prints all of them`)
    if (more > 0) tell(`${more} more that are told in passing, or are words rather than deeds; --all lists them`)
  })
}

const EXAMPLES = `
An incident groups what reports say about one event. An account is what one article says about it, or one source in the
article. Origins are the sources that accounts rest on in the end: ten reprints of one wire report have one origin, and so
has an army that ten papers quote. Grades follow the Admiralty code for information: 1 confirmed by independent origins,
2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. They count origins and contradictions and
never judge the content.

Formats: csv has a line for each incident, with the columns that conflict researchers use; geojson has a point for each
incident with a place; ndjson has the whole incident on one line (schema/incident.json). hearsay export has more formats.

Examples:
  hearsay incidents                                      an overview
  hearsay incidents --disputed                           those with contradicting accounts
  hearsay incidents --unnamed                            those that rest only on unnamed sources
  hearsay incidents --since 2016-06-01 --place Fallujah  one town, from June on
  hearsay incidents --format csv > incidents.csv         for a spreadsheet
  hearsay incidents --format geojson > incidents.json    for a map
`
