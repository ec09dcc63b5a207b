// A row of a data set of coded events (ACLED, UCDP GED, GDELT) -> the event, as far as it can be held against an incident.

import { COUNTRIES } from '../../countries.ts'

export interface CodedEvent {
  id: string
  /** ISO days, both included. */
  start: string
  end: string
  place: string
  /** Null where the coders knew no more than the country. */
  point: { lat: number; lon: number } | null
  /** ISO 3166-1 alpha-2, where it is known. */
  country: string | null
  /** As coded, for people. */
  kind: string
  /** PLOVER categories that it can be; null for any. */
  types: readonly string[] | null
  /** Best estimate and bounds; null where it has none. */
  deaths: { best: number; low: number; high: number } | null
  source: string
  notes: string
}

export type Cells = Readonly<Record<string, string | undefined>>

export interface Dataset {
  name: string
  matches(columns: ReadonlySet<string>): boolean
  /** Null for a row without id or day. */
  read(cells: Cells): CodedEvent | null
}

const ISO_DAY = /^\d{4}-\d\d-\d\d/

/** "10 March 2026", "2026-03-10", "20260310" */
function dayOf(text: string | undefined): string | null {
  const bare = text?.trim() ?? ''
  if (ISO_DAY.test(bare)) return bare.slice(0, 10)
  const run = /^(\d{4})(\d\d)(\d\d)$/.exec(bare)
  if (run) return `${run[1]}-${run[2]}-${run[3]}`
  const time = /^\d{1,2} [A-Z][a-z]+ \d{4}$/.test(bare) ? Date.parse(`${bare} UTC`) : Number.NaN
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}

function pointOf(lat: string | undefined, lon: string | undefined): CodedEvent['point'] {
  if (!lat?.trim() || !lon?.trim()) return null
  const [north, east] = [Number(lat), Number(lon)]
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { lat: north, lon: east } : null
}

const numberOf = (text: string | undefined): number | null =>
  text !== undefined && /^\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text) : null

const COUNTRY_NAMES = new Map([...COUNTRIES].map(([code, { name }]) => [name.toLowerCase(), code]))
const COUNTRY_NUMBERS = new Map(
  [...COUNTRIES].flatMap(([code, { numeric }]) => (numeric === null ? [] : [[numeric, code] as const])),
)

const countryOf = (name: string | undefined, number?: string): string | null =>
  COUNTRY_NUMBERS.get(Number(number)) ?? COUNTRY_NAMES.get(name?.trim().toLowerCase() ?? '') ?? null

const ACLED_TYPES: Readonly<Record<string, readonly string[]>> = {
  Battles: ['ASSAULT'],
  'Explosions/Remote violence': ['ASSAULT'],
  'Violence against civilians': ['ASSAULT', 'COERCE'],
  Riots: ['PROTEST', 'ASSAULT'],
  Protests: ['PROTEST', 'COERCE'],
}

const acled: Dataset = {
  name: 'ACLED',
  matches: (columns) => columns.has('event_date') && columns.has('event_type') && columns.has('fatalities'),
  read(cells) {
    const day = dayOf(cells.event_date)
    const id = cells.event_id_cnty ?? cells.event_id_no_cnty ?? cells.data_id
    if (day === null || !id) return null
    const { start, end } = around(day, cells.time_precision)
    const deaths = numberOf(cells.fatalities)
    return {
      id,
      start,
      end,
      place: cells.location ?? '',
      point: pointOf(cells.latitude, cells.longitude),
      country: countryOf(cells.country, cells.iso),
      kind: cells.sub_event_type || cells.event_type || '',
      types: ACLED_TYPES[cells.event_type ?? ''] ?? null,
      deaths: deaths === null ? null : { best: deaths, low: deaths, high: deaths },
      source: cells.source ?? '',
      notes: cells.notes ?? '',
    }
  },
}

/** ACLED: 2 is a week, 3 a month, and the day is one in it. */
function around(day: string, precision: string | undefined): { start: string; end: string } {
  if (precision === '3') {
    const [year, month] = day.split('-').map(Number)
    return { start: `${day.slice(0, 7)}-01`, end: new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) }
  }
  const days = precision === '2' ? 6 : 0
  return { start: shifted(day, -days), end: shifted(day, days) }
}

const shifted = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

const ged: Dataset = {
  name: 'UCDP GED',
  matches: (columns) => columns.has('date_start') && columns.has('type_of_violence') && columns.has('best'),
  read(cells) {
    const [start, end] = [dayOf(cells.date_start), dayOf(cells.date_end)]
    if (start === null || !cells.id) return null
    const best = numberOf(cells.best)
    return {
      id: cells.id,
      start,
      end: end ?? start,
      place: cells.where_coordinates ?? cells.adm_2 ?? cells.adm_1 ?? '',
      // 6 and 7: only the country, or the sea.
      point: /^[67]$/.test(cells.where_prec ?? '') ? null : pointOf(cells.latitude, cells.longitude),
      country: countryOf(cells.country),
      kind: { 1: 'state-based', 2: 'non-state', 3: 'one-sided' }[cells.type_of_violence ?? ''] ?? '',
      types: ['ASSAULT'],
      deaths: best === null ? null : { best, low: numberOf(cells.low) ?? best, high: numberOf(cells.high) ?? best },
      source: cells.source_office ?? cells.source_article ?? '',
      notes: cells.source_headline ?? '',
    }
  },
}

/** By the CAMEO root code. */
const GDELT_TYPES: Readonly<Record<string, readonly string[]>> = {
  '14': ['PROTEST'],
  '17': ['COERCE'],
  '18': ['ASSAULT', 'COERCE'],
  '19': ['ASSAULT'],
  '20': ['ASSAULT'],
}

const gdelt: Dataset = {
  name: 'GDELT',
  matches: (columns) => columns.has('GLOBALEVENTID') && columns.has('SQLDATE'),
  read(cells) {
    const day = dayOf(cells.SQLDATE)
    if (day === null || !cells.GLOBALEVENTID) return null
    const root = cells.EventRootCode ?? cells.EventCode?.slice(0, 2) ?? ''
    return {
      id: cells.GLOBALEVENTID,
      start: day,
      end: day,
      place: cells.ActionGeo_FullName ?? '',
      point: cells.ActionGeo_Type === '1' ? null : pointOf(cells.ActionGeo_Lat, cells.ActionGeo_Long),
      // Its codes of countries are FIPS, not ISO.
      country: null,
      kind: cells.EventCode ?? '',
      types: GDELT_TYPES[root] ?? [],
      deaths: null,
      source: cells.SOURCEURL ?? '',
      notes: '',
    }
  },
}

export const DATASETS: readonly Dataset[] = [acled, ged, gdelt]

/** GDELT's own files have no names of columns: 58 columns in its first version, 61 in its second. */
export function gdeltColumns(count: number): string[] | null {
  if (count !== 58 && count !== 61) return null
  const columns = Array.from({ length: count }, (_, index) => `column ${index + 1}`)
  const geo = count === 61 ? 51 : 49
  const more = count === 61 ? 1 : 0
  const named: [at: number, name: string][] = [
    [0, 'GLOBALEVENTID'],
    [1, 'SQLDATE'],
    [26, 'EventCode'],
    [28, 'EventRootCode'],
    [geo, 'ActionGeo_Type'],
    [geo + 1, 'ActionGeo_FullName'],
    [geo + 4 + more, 'ActionGeo_Lat'],
    [geo + 5 + more, 'ActionGeo_Long'],
    [count - 1, 'SOURCEURL'],
  ]
  for (const [at, name] of named) columns[at] = name
  return columns
}
