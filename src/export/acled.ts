// An incident -> a row with ACLED's columns. Only the columns are ACLED's; what the record cannot know stays empty.
// docs/exports.md explains every column.

import { incidentRow } from '../record/incidents/row.ts'
import type { Incident, PlacePrecision } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import type { Row } from './rows.ts'
import { disputedAspects, isDisputed, partiesClaimed, settledParty, valuesOf } from './settled.ts'
import { daysCovered, oneLine, reportsOf, whereOf } from './shape.ts'
import { tollOf } from './tolls.ts'

export const ACLED_COLUMNS = [
  'event_id_cnty',
  'event_date',
  'year',
  'time_precision',
  'disorder_type',
  'event_type',
  'sub_event_type',
  'actor1',
  'assoc_actor_1',
  'inter1',
  'actor2',
  'assoc_actor_2',
  'inter2',
  'interaction',
  'civilian_targeting',
  'iso',
  'region',
  'country',
  'admin1',
  'admin2',
  'admin3',
  'location',
  'latitude',
  'longitude',
  'geo_precision',
  'source',
  'source_scale',
  'notes',
  'fatalities',
  'fatalities_quoted',
  'tags',
  'timestamp',
] as const

export function acledRow(cited: CitedIncident): Row {
  const { incident } = cited
  const { id, type, time, place } = incident
  const toll = tollOf(cited, 'killed')
  const { admin1, admin2, country } = whereOf(cited)
  const days = daysCovered(incident)
  const timePrecision = days === null ? null : timePrecisionOf(days)
  const geoPrecision = place ? GEO_PRECISION[place.precision] : null
  const [inter1, inter2] = [interOf(incident, 'actor'), interOf(incident, 'recipient')]
  return {
    event_id_cnty: id,
    event_date: timePrecision === null ? null : (time?.start ?? null),
    year: time && time.start.slice(0, 4) === time.end.slice(0, 4) ? Number(time.start.slice(0, 4)) : null,
    time_precision: timePrecision,
    ...kindOf(incident),
    actor1: settledParty(incident, 'actor'),
    inter1,
    actor2: settledParty(incident, 'recipient'),
    inter2,
    interaction: inter1 !== null && inter2 !== null ? [inter1, inter2].toSorted().join('') : null,
    civilian_targeting: type === 'ASSAULT' && inter2 === CIVILIANS ? 'Civilian targeting' : null,
    iso: country?.numeric ?? null,
    region: country?.region ?? null,
    country: country?.name ?? null,
    admin1,
    admin2,
    location: geoPrecision === null ? null : (place?.name ?? null),
    latitude: geoPrecision === null ? null : (place?.lat ?? null),
    longitude: geoPrecision === null ? null : (place?.lon ?? null),
    geo_precision: geoPrecision,
    source: [...new Set(reportsOf(cited).map(({ outlet }) => outlet))].filter(Boolean).join('; ') || null,
    notes: notesOf(cited),
    fatalities: toll.best,
    fatalities_quoted: toll.quoted,
    tags: cited.labels.tags.join('; ') || null,
  }
}

/** 1 the day, 2 the week, 3 the month; what is known more coarsely is not coded. */
const timePrecisionOf = (days: number): number | null => (days <= 1 ? 1 : days <= 7 ? 2 : days <= 31 ? 3 : null)

/** 1 the town, 2 the area around it, 3 the province; an event somewhere in a country is put nowhere. */
const GEO_PRECISION: Readonly<Record<PlacePrecision, number | null>> = {
  exact: 1,
  settlement: 1,
  district: 2,
  region: 3,
  country: null,
}

const VIOLENCE = 'Political violence'
const REMOTE = 'Explosions/Remote violence'

/** Where category and mode of PLOVER decide it by themselves; who fought whom, and how peacefully, they do not tell. */
const KINDS: Readonly<Record<string, readonly [disorder: string, event: string, sub: string | null]>> = {
  'ASSAULT aerial': [VIOLENCE, REMOTE, 'Air/drone strike'],
  'ASSAULT drone': [VIOLENCE, REMOTE, 'Air/drone strike'],
  'ASSAULT heavy-weapons': [VIOLENCE, REMOTE, 'Shelling/artillery/missile attack'],
  'ASSAULT suicide-attack': [VIOLENCE, REMOTE, 'Suicide bomb'],
  'ASSAULT explosives': [VIOLENCE, REMOTE, null],
  'PROTEST riot': ['Demonstrations', 'Riots', null],
  'PROTEST demo': ['Demonstrations', 'Protests', null],
  'COERCE arrest': ['Strategic developments', 'Strategic developments', 'Arrests'],
}

function kindOf({ type, mode }: Incident): Row {
  const [disorder, event, sub] = KINDS[`${type} ${mode}`] ?? [null, null, null]
  return { disorder_type: disorder, event_type: event, sub_event_type: sub }
}

const [STATE, REBELS, RIOTERS, PROTESTERS, CIVILIANS, EXTERNAL] = [1, 2, 5, 6, 7, 8]

/** Sectors of PLOVER that say what kind of actor it is. */
const INTER: Readonly<Record<string, number>> = { MIL: STATE, COP: STATE, GOV: STATE, REB: REBELS, CVL: CIVILIANS }

/** Null where accounts dispute who it was, tell of actors of several kinds, or do not say what they are. */
function interOf(incident: Incident, role: 'actor' | 'recipient'): number | null {
  const { type, mode, place } = incident
  if (isDisputed(incident, role)) return null
  if (type === 'PROTEST' && role === 'actor') return mode === 'riot' ? RIOTERS : mode === 'demo' ? PROTESTERS : null
  const kinds = new Set(
    partiesClaimed(incident, role).map(({ sector, country, side }) => {
      const kind = (sector !== undefined && INTER[sector]) || (side === 'civilians' ? CIVILIANS : null)
      if (kind !== STATE) return kind
      // Whose soldiers: the country's own are state forces, others external ones.
      if (country === undefined || place?.country === undefined) return null
      return country === place.country ? STATE : EXTERNAL
    }),
  )
  return kinds.size === 1 ? [...kinds][0] : null
}

/** Its title, by how many it is told, and what they dispute, in words that take no side. */
function notesOf({ incident, labels }: CitedIncident): string {
  const { accounts, origins } = incident
  const { title, gist } = incidentRow(incident)
  const status = valuesOf(incident, 'status')
  const disputes = disputedAspects(incident).map(
    ({ name, why }) => `Accounts disagree on ${name.replace('count:', 'the number of ')}: ${why}.`,
  )
  return oneLine(
    [
      `${labels.title ?? title}: ${many(accounts.length, 'account')} of ${many(origins, 'independent origin')}.`,
      gist,
      ...(status === null || status === 'actual' ? [] : [`Told as ${status}.`]),
      ...disputes,
      ...labels.notes.map(({ text, who }) => `Note by ${who}: ${text}`),
    ].join(' '),
  )
}

const many = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
