// An incident -> a row with the columns of the UCDP Georeferenced Event Dataset. Only the columns are UCDP's; what their coders decide
// (conflict, dyad, type of violence) stays empty. docs/exports.md explains every column.

import type { PlacePrecision } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import type { Row } from './rows.ts'
import { settledParty, valuesOf } from './settled.ts'
import { daysCovered, originsOf, reportsOf, type Where, whereOf } from './shape.ts'
import { tollOf } from './tolls.ts'

export const GED_COLUMNS = [
  'id',
  'relid',
  'year',
  'active_year',
  'code_status',
  'type_of_violence',
  'conflict_dset_id',
  'conflict_new_id',
  'conflict_name',
  'dyad_dset_id',
  'dyad_new_id',
  'dyad_name',
  'side_a_dset_id',
  'side_a_new_id',
  'side_a',
  'side_b_dset_id',
  'side_b_new_id',
  'side_b',
  'number_of_sources',
  'source_article',
  'source_office',
  'source_date',
  'source_headline',
  'source_original',
  'where_prec',
  'where_coordinates',
  'where_description',
  'adm_1',
  'adm_2',
  'latitude',
  'longitude',
  'geom_wkt',
  'priogrid_gid',
  'country',
  'country_id',
  'region',
  'event_clarity',
  'date_prec',
  'date_start',
  'date_end',
  'deaths_a',
  'deaths_b',
  'deaths_civilians',
  'deaths_unknown',
  'best',
  'high',
  'low',
  'deaths_quoted',
  'gwnoa',
  'gwnob',
] as const

export function gedRow(cited: CitedIncident): Row {
  const { incident } = cited
  const { id, time, place } = incident
  const reports = reportsOf(cited)
  const where = whereOf(cited)
  const days = daysCovered(incident)
  const wherePrec = place ? wherePrecOf(place.precision, where) : null
  const datePrec = days === null ? null : datePrecOf(days)
  return {
    id: Number.parseInt(id.replace('i-', ''), 16),
    relid: id,
    year: time && time.start.slice(0, 4) === time.end.slice(0, 4) ? Number(time.start.slice(0, 4)) : null,
    side_a: settledParty(incident, 'actor'),
    side_b: settledParty(incident, 'recipient'),
    number_of_sources: reports.length,
    source_article: listed(
      reports.map(({ outlet, date, title }) => `"${[outlet, date, title].join(',').replace(/"/g, "'")}"`),
    ),
    source_office: listed(reports.map(({ outlet }) => outlet)),
    source_date: listed(reports.map(({ date }) => date)),
    source_headline: listed(reports.map(({ title }) => title)),
    source_original: listed(originsOf(cited)),
    where_prec: wherePrec,
    where_coordinates: place?.name ?? null,
    where_description: valuesOf(incident, 'place'),
    adm_1: where.admin1,
    adm_2: where.admin2,
    latitude: place?.lat ?? null,
    longitude: place?.lon ?? null,
    geom_wkt: place ? `POINT (${place.lon} ${place.lat})` : null,
    priogrid_gid: place ? cellOf(place.lat, place.lon) : null,
    country: where.country?.name ?? null,
    event_clarity: clarityOf(wherePrec, datePrec),
    date_prec: datePrec,
    date_start: time?.start ?? null,
    date_end: time?.end ?? null,
    ...deathsOf(cited),
  }
}

/** Each in its place, so that lists of one row go together; what would part them is not used inside. */
const listed = (words: readonly string[]): string | null =>
  words.some(Boolean) ? words.map((word) => word.replace(/;/g, ',')).join(';') : null

/** 1 the place itself, 2 near it, 3 its district, 4 its province, 5 a river, range or the like, 6 a country, 7 the sea. */
function wherePrecOf(precision: PlacePrecision, { feature, admin1, near }: Where): number {
  if (/^(?:OCN|SEA|GULF|STRT|BAY)$/.test(feature ?? '')) return 7
  switch (precision) {
    case 'exact':
    case 'settlement':
      return near ? 2 : 1
    case 'district':
      return near ? 2 : 3
    case 'region':
      return feature === 'ADM1' || (feature === null && admin1 !== null) ? 4 : 5
    case 'country':
      return 6
  }
}

/** 1 the day, 2 up to six days, 3 a week, 4 a month, 5 a year; what covers more is no event to them. */
function datePrecOf(days: number): number | null {
  if (days <= 1) return 1
  if (days <= 6) return 2
  if (days === 7) return 3
  if (days <= 31) return 4
  return days <= 366 ? 5 : null
}

/** 1 one happening at a certain time and place, 2 what reports sum up over a week and more; otherwise nobody can tell. */
function clarityOf(wherePrec: number | null, datePrec: number | null): number | null {
  if (datePrec === null) return null
  if (datePrec >= 3) return 2
  return wherePrec !== null && wherePrec <= 3 ? 1 : null
}

/** Fighters are of the side that was hit if nobody disputes that fighters were hit, and no civilians; whose the others are is not known. */
function deathsOf(cited: CitedIncident): Row {
  const { best, low, high, civilians, fighters, quoted } = tollOf(cited, 'killed')
  const hit = cited.incident.aspects.find(({ name }) => name === 'recipient')
  const sides = new Set(hit?.claims.flatMap(({ value }) => (value.kind === 'party' ? [value.side] : [])))
  const isTheirs = hit !== undefined && hit.state !== 'disputed' && sides.size === 1 && sides.has('fighters')
  const ofB = isTheirs ? fighters : null
  const rest = best === null ? null : best - (civilians ?? 0) - (ofB ?? 0)
  return {
    deaths_b: ofB,
    deaths_civilians: civilians,
    deaths_unknown: rest !== null && rest > 0 ? rest : null,
    best,
    high,
    low,
    deaths_quoted: quoted,
  }
}

/** The number of its cell of half a degree in PRIO-GRID, counted eastwards and northwards from the south-west corner of the world. */
function cellOf(lat: number, lon: number): number {
  const row = Math.min(359, Math.floor((lat + 90) * 2))
  const column = Math.min(719, Math.floor((lon + 180) * 2))
  return row * 720 + column + 1
}
