// Incidents, disputes and sources of the record -> CSV, NDJSON, GeoJSON, piece by piece.

import { type IncidentFilter, listIncidents } from '../record/incidents.ts'
import type { OpenRecord } from '../record/open.ts'
import { listSources, type SourceRow } from '../record/sources.ts'
import type { Aspect, Incident } from '../types.ts'
import { type ExportFormat, exportRows, map } from './export.ts'
import { geojson } from './geojson.ts'
import type { Cell } from './row-format.ts'

export const INCIDENT_FORMATS = ['csv', 'ndjson', 'geojson'] as const

export function* exportIncidents(
  record: OpenRecord,
  format: (typeof INCIDENT_FORMATS)[number],
  filter: IncidentFilter,
): Generator<string> {
  const incidents = listIncidents(record, filter)
  if (format === 'ndjson') for (const incident of incidents) yield `${JSON.stringify(incident)}\n`
  else if (format === 'geojson') yield* geojson(incidents)
  else yield* exportRows('csv', INCIDENT_COLUMNS, map(incidents, incidentCells))
}

/** What conflict researchers keep of an event; every value with what speaks for it is in NDJSON. */
const INCIDENT_COLUMNS = [
  'incident_id',
  'type',
  'mode',
  'date_start',
  'date_end',
  'date_precision',
  'place',
  'place_precision',
  'latitude',
  'longitude',
  'country',
  'actor',
  'recipient',
  'status',
  ...['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'].flatMap((fate) => [
    `${fate}_best`,
    `${fate}_low`,
    `${fate}_high`,
  ]),
  'origins',
  'accounts',
  'disputed',
  'grade',
  'source_articles',
  'notes',
]

function incidentCells(incident: Incident): Record<string, Cell> {
  const { id, type, mode, time, place, aspects, accounts, origins, credibility } = incident
  const valuesOf = (name: Aspect['name']) =>
    aspects
      .find((aspect) => aspect.name === name)
      ?.values.map(({ value }) => value)
      .join('; ') ?? null
  return {
    incident_id: id,
    type,
    mode: mode ?? null,
    date_start: time?.start ?? null,
    date_end: time?.end ?? null,
    date_precision: time?.precision ?? null,
    place: place?.name ?? null,
    place_precision: place?.precision ?? null,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    country: place?.country ?? null,
    actor: valuesOf('actor'),
    recipient: valuesOf('recipient'),
    status: valuesOf('status'),
    ...Object.assign({}, ...aspects.filter(({ name }) => name.startsWith('count:')).map(tollCells)),
    origins,
    accounts: accounts.length,
    disputed: aspects
      .filter(({ state }) => state === 'disputed')
      .map(({ name }) => name.replace('count:', ''))
      .join('; '),
    grade: credibility.grade,
    source_articles: [...new Set(accounts.map(({ document, article }) => `${document}#${article}`))].join('; '),
    notes: [
      ...credibility.why,
      ...aspects.filter(({ state }) => state === 'disputed').map(({ name, why }) => `${name}: ${why}`),
    ].join(' | '),
  }
}

/** Low and high are the least and the most that any account gives; best is what most accounts give, the lower of equals. */
function tollCells({ name, values }: Aspect): Record<string, Cell> {
  const fate = name.slice('count:'.length)
  const current = values.filter(({ accounts, revised = [] }) => accounts.some((account) => !revised.includes(account)))
  const lows = current.flatMap(({ low }) => (low === undefined ? [] : [low]))
  const highs = current.flatMap(({ low, high }) => (high === undefined ? [] : [high ?? low ?? 0]))
  const [best] = current.toSorted((a, b) => b.accounts.length - a.accounts.length || (a.low ?? 0) - (b.low ?? 0))
  return {
    [`${fate}_best`]: best?.low ?? null,
    [`${fate}_low`]: lows.length > 0 ? Math.min(...lows) : null,
    [`${fate}_high`]: highs.length > 0 ? Math.max(...highs) : null,
  }
}

const DISPUTE_COLUMNS = [
  'incident_id',
  'type',
  'date_start',
  'place',
  'aspect',
  'value',
  'low',
  'high',
  'origins',
  'accounts',
]

export const exportDisputes = (record: OpenRecord, format: ExportFormat, limit: number): Generator<string> =>
  exportRows(format, DISPUTE_COLUMNS, first(disputeRows(record), limit))

function* disputeRows(record: OpenRecord): Generator<Record<string, Cell>> {
  for (const incident of listIncidents(record, { disputed: true }))
    for (const { name, state, values } of incident.aspects) {
      if (state !== 'disputed') continue
      for (const { value, low, high, accounts } of values)
        yield {
          incident_id: incident.id,
          type: incident.type,
          date_start: incident.time?.start ?? null,
          place: incident.place?.name ?? null,
          aspect: name,
          value,
          low: low ?? null,
          high: high ?? null,
          origins: [...new Set(accounts.map((at) => incident.accounts[at].origin))].join('; '),
          accounts: accounts
            .map((at) => `${incident.accounts[at].document}#${incident.accounts[at].article}`)
            .join('; '),
        }
    }
}

const SOURCE_COLUMNS = [
  'source',
  'kind',
  'statements',
  'relayed',
  'documents',
  'outlets',
  'incidents',
  'corroborated',
  'contradicted',
  'reliability',
] as const satisfies readonly (keyof SourceRow)[]

export const exportSources = (record: OpenRecord, format: ExportFormat, limit: number): Generator<string> =>
  exportRows(
    format,
    SOURCE_COLUMNS,
    map(listSources(record, limit), (row) => ({ ...row })),
  )

function* first<Item>(items: Iterable<Item>, most: number): Generator<Item> {
  let left = most
  for (const item of items) {
    if (left-- === 0) return
    yield item
  }
}
