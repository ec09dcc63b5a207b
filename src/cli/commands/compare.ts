// `hearsay compare`: holds a data set of coded events against the record's incidents.

import { type Command, Option } from 'commander'
import { COMPARED_COLUMNS, comparedRows } from '../../export/compare/compared-rows.ts'
import { type Compared, DEFAULT_BOUNDS, deathsOf, matchEvents } from '../../export/compare/match-events.ts'
import { csv } from '../../export/csv.ts'
import { ndjson } from '../../export/rows.ts'
import { listIncidents } from '../../record/incidents/list.ts'
import type { Incident } from '../../types.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { recordOption } from '../options.ts'
import { printPieces, standardOutput, tell } from '../print/output.ts'
import { outputStyle, type Style, shortId } from '../print/style.ts'
import { formatTable } from '../print/table.ts'
import { count, printable, shorten } from '../print/text.ts'
import { readDataset } from '../run/read-dataset.ts'
import { withIncidents } from '../run/with-incidents.ts'

interface Options {
  record: string
  format: 'table' | 'csv' | 'ndjson'
  days: number
  km: number
}

export function addCompareCommand(program: Command): void {
  program
    .command('compare')
    .summary('hold a data set of events against the record')
    .description(
      "Compares the events of ACLED, UCDP GED or GDELT with the record's incidents: the same, theirs only, ours only.",
    )
    .argument('<file>', 'a CSV file as these projects publish it')
    .addOption(
      new Option('--days <n>', 'how many days apart may be the same').argParser(whole).default(DEFAULT_BOUNDS.days),
    )
    .addOption(
      new Option('--km <n>', 'how many kilometres apart may be the same town')
        .argParser(whole)
        .default(DEFAULT_BOUNDS.km),
    )
    .addOption(new Option('--format <format>', 'output format').choices(['table', 'csv', 'ndjson']).default('table'))
    .addOption(recordOption())
    .addHelpText('after', EXAMPLES)
    .action(runCompare)
}

function whole(typed: string): number {
  if (/^\d{1,5}$/.test(typed)) return Number(typed)
  throw new UserError(`"${typed}" is not a whole number`, EXIT.usage)
}

async function runCompare(path: string, { record: recordPath, format, days, km }: Options): Promise<void> {
  await withIncidents(recordPath, async (record) => {
    const incidents = [...listIncidents(record, { substantial: true })]
    const times = incidents.flatMap(({ time }) => time ?? [])
    if (times.length === 0) throw new UserError('the record has no incident with a day to compare')
    const within = {
      start: shifted(times.map(({ start }) => start).toSorted()[0], -days),
      end: shifted(times.map(({ end }) => end).toSorted()[times.length - 1], days),
    }
    const dataset = await readDataset(path, within)
    const compared = matchEvents(incidents, dataset.events, dataset, { days, km })
    if (format !== 'table') {
      const write = format === 'csv' ? csv : ndjson
      return printPieces(write(COMPARED_COLUMNS, comparedRows(compared)), standardOutput())
    }
    await standardOutput().write(comparedTable(compared, outputStyle()))
    const { same, theirs, ours, incomparable } = compared
    tell(
      `${dataset.name}, ${count(dataset.rows, 'event')} from ${dataset.start} to ${dataset.end}, ${dataset.events.length} of them in the days of the record (${within.start} to ${within.end})`,
    )
    tell(`${same.length} the same, ${theirs.length} theirs only, ${ours.length} ours only`)
    if (incomparable > 0)
      tell(
        `${count(incomparable, 'incident')} of the record cannot be compared: without a place or a day, or of a kind that such data sets leave out`,
      )
  })
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day.slice(0, 10)) + days * 86_400_000).toISOString().slice(0, 10)

function comparedTable(compared: Compared, style: Style): string {
  const { dim } = style.paint
  const ours = (incident: Incident): string =>
    `${printable([incident.type, incident.place?.name, incident.time?.start].filter(Boolean).join(', '))}${deathsIn(incident)}${dim(`\n${shortId(incident.id)}`)}`
  const rows = [
    ...compared.same.map(({ event, incident, days, km }) => [
      `same${dim(`\n${count(days, 'day')}, ${km} km`)}`,
      theirs(event, dim),
      ours(incident),
    ]),
    ...compared.theirs.map((event) => ['theirs only', theirs(event, dim), '']),
    ...compared.ours.map((incident) => ['ours only', '', ours(incident)]),
  ]
  return formatTable(
    [
      { head: 'VERDICT', width: 14 },
      { head: 'THEIR EVENT', width: { share: 50 } },
      { head: 'OUR INCIDENT', width: { share: 50 } },
    ],
    rows,
    style,
  )
}

function theirs(
  { id, kind, place, start, deaths, notes }: Compared['theirs'][number],
  dim: (text: string) => string,
): string {
  const killed = deaths === null ? '' : `, killed: ${deaths.best}`
  return `${printable([kind, place, start].filter(Boolean).join(', '))}${killed}${dim(`\n${printable(id)}${notes === '' ? '' : `  ${printable(shorten(notes, 160))}`}`)}`
}

function deathsIn(incident: Incident): string {
  const deaths = deathsOf(incident)
  if (deaths === null) return ''
  return `, killed: ${deaths.high === deaths.low ? deaths.low : deaths.high === null ? `${deaths.low} or more` : `${deaths.low} to ${deaths.high}`}`
}

const EXAMPLES = `
Two are the same if their kinds can be one, their days lie no more than --days apart and their places no more than --km (three
times that for a district, eight times for a region). Of several, those are paired whose days, numbers of killed and places are
closest; each event has one incident at most. ONLY does not mean that one is wrong: a data set may split an attack into several
events, and a record holds only what was read into it. Only the days of the record, and the countries of the file, are compared.

Examples:
  hearsay compare acled.csv
  hearsay compare GEDEvent_v25_1.csv --days 3 --format csv > compared.csv
  hearsay compare 20260310.export.CSV
`
