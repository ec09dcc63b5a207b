// `hearsay incidents`: what is said to have happened, with all accounts of one event together.

import { type Command, Option } from 'commander'
import { EXPORTERS } from '../../export/exporters.ts'
import { labelsOf } from '../../record/incidents/labels.ts'
import { countAccounts, countIncidents, type IncidentFilter, listIncidents } from '../../record/incidents/list.ts'
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
    summary: 'list reported events, accounts together',
    description: 'Lists the reported events, each once, with all its accounts.',
    examples: EXAMPLES,
    options: (command) =>
      addIncidentFilter(command)
        .option('--all', 'also talks, plans, passing mentions and whatever else the list leaves out')
        .addOption(
          new Option(
            '--sort <by>',
            'most independent origins first, or earliest first (default: origins in a table)',
          ).choices(['origins', 'time']),
        ),
    formats: ['csv', 'ndjson', 'geojson'],
    open: withIncidents,
    pieces: (record, format, choice, limit) =>
      EXPORTERS.incidents[format](record, { filter: { ...filterOf(choice), limit } }),
    find: (record, choice, limit) => ({
      total: countIncidents(record, filterOf(choice)),
      table: (style) => {
        const listed = listIncidents(record, { sort: 'origins', ...filterOf(choice), limit })
        return incidentTable(listed, labelsOf(record), style)
      },
    }),
    nothing: () => 'no incident matches',
    shownOf: (shown, total) => `${shown} of ${total} incidents`,
    more(record, choice, total) {
      const left = choice.all ? 0 : countIncidents(record, filterOf({ ...choice, all: true })) - total
      const { accounts, outside } = countAccounts(record, filterOf(choice))
      const told = [
        ...(outside > 0 ? [`${outside} of their ${accounts} accounts are of documents outside the collection`] : []),
        ...(left > 0
          ? [
              `${left} more are no events of violence, protest or disaster, or little is known of them; --all lists them`,
            ]
          : []),
      ]
      return told.join('\n') || null
    },
  })

const filterOf = ({ all = false, ...filter }: Choice): IncidentFilter => ({ ...filter, substantial: !all })

const EXAMPLES = `
The list has violence, protests, disasters, arrests and releases that a report states surely, or that two reports state, each with
enough to look it up by: a toll, or a day with a place or victims. --all adds talks, plans, speech acts, memories of whole years and
passing mentions. Nothing is left out of the record, searches and exports.

An incident groups what reports say about one event. An account is what one article says about it, or one source in the
article. Origins are the sources that accounts rest on in the end: ten reprints of one wire report have one origin, and so
has an army that ten papers quote. Of the six grades that the Admiralty code has for information, Hearsay gives two: 1, confirmed,
if the side that is said to have done it and a named source of another side both say so, and nobody denies it; otherwise 6, cannot
be judged. Grades never judge the content.

--place takes a name, an alternate name, a country's code of two or three letters, or a GeoNames id, and finds everything that the
gazetteer has inside: Sudan finds Khartoum, but not South Sudan. If it knows no country or region of that name, and nothing lies
in a town of that name, it finds places with these words in their own name or in that of their region.

Formats: csv has a line for each incident, with the columns that conflict researchers use; geojson has a point for each
incident with a place; ndjson has the whole incident on one line (schema/incident.json). hearsay export has more formats.

Examples:
  hearsay incidents                                      an overview
  hearsay incidents --disputed                           those with contradicting accounts
  hearsay incidents --unnamed                            those that rest only on unnamed sources
  hearsay incidents --since 2016-06-01 --place Fallujah  one town, from June on
  hearsay incidents --place Sudan                        one country; SD and SDN mean the same
  hearsay incidents --format csv > incidents.csv         for a spreadsheet
  hearsay incidents --format geojson > incidents.json    for a map
`
