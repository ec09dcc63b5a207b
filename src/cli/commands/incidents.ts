// `hearsay incidents`: what is said to have happened, with all accounts of one event together.

import { type Command, Option } from 'commander'
import { EXPORTERS } from '../../export/exporters.ts'
import { countIncidents, type IncidentFilter, listIncidents } from '../../record/incidents/list.ts'
import { incidentTable } from '../print/incident-table.ts'
import { withIncidents } from '../run/with-incidents.ts'
import { addIncidentFilter, type IncidentChoice } from './incident-filter.ts'
import { addListCommand } from './list-command.ts'

interface Choice extends IncidentChoice {
  all?: boolean
  sort?: 'origins' | 'time'
}

export const addIncidentsCommand = (program: Command): void =>
  addListCommand<Choice, 'csv' | 'ndjson' | 'geojson'>(program, {
    name: 'incidents',
    summary: 'list what happened, accounts together',
    description: 'Lists the events that the reports tell of, each once, with all accounts of it',
    examples: EXAMPLES,
    options: (command) =>
      addIncidentFilter(command)
        .option(
          '--all',
          'also what is told in passing, and accusations, demands and the like, which are statements too',
        )
        .addOption(
          new Option(
            '--sort <by>',
            'what comes first: most independent origins, or the earliest (default: origins in a table)',
          ).choices(['origins', 'time']),
        ),
    formats: ['csv', 'ndjson', 'geojson'],
    open: withIncidents,
    pieces: (record, format, choice, limit) =>
      EXPORTERS.incidents[format](record, { filter: { ...filterOf(choice), limit } }),
    find: (record, choice, limit) => ({
      total: countIncidents(record, filterOf(choice)),
      table: (style) => incidentTable(listIncidents(record, { sort: 'origins', ...filterOf(choice), limit }), style),
    }),
    nothing: () => 'no incident fits',
    shownOf: (shown, total) => `${shown} of ${total} incidents`,
    more(record, choice, total) {
      const left = choice.all ? 0 : countIncidents(record, filterOf({ ...choice, all: true })) - total
      return left > 0 ? `${left} more that are told in passing, or are words rather than deeds; --all lists them` : null
    },
  })

const filterOf = ({ all = false, ...filter }: Choice): IncidentFilter => ({ ...filter, substantial: !all })

const EXAMPLES = `
An incident gathers what reports tell of one event; an account is one article's word for it, or that of one source in it.
Origins are whom accounts rest on in the end: ten reprints of one wire are one, and so is an army that ten papers quote.
Grades are the Admiralty code's for information: 1 confirmed by independent origins, 2 probably true, 3 possibly true,
4 doubtful, 5 improbable, 6 cannot be judged. They come from counting origins and contradictions, never from content.

Formats: csv has a line for each incident with the columns that conflict researchers use, geojson a point for each that
has a place, ndjson the whole incident on one line, as schema/incident.json describes it. hearsay export has more.

Examples:
  hearsay incidents                                      at a glance
  hearsay incidents --disputed                           where accounts part ways
  hearsay incidents --unnamed                            what rests on nobody's name
  hearsay incidents --since 2016-06-01 --place Fallujah  one town, from June on
  hearsay incidents --format csv > incidents.csv         for a spreadsheet
  hearsay incidents --format geojson > incidents.json    for a map
`
