// An incident -> a row with ACLED's columns. Only the columns are ACLED's; what the record cannot know stays empty.
// docs/exports.md explains every column.

import type { Incident, PlacePrecision } from '../types.ts'
import { type CitedIncident, partiesOf } from './cited.ts'
import type { Row } from './rows.ts'
import { current, disputedAspects, isDisputed, settledValue, valuesOf } from './settled.ts'
import { daysCovered, oneLine, reportsOf, whereOf } from './shape.ts'

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
  'tags',
  'timestamp',
] as const

export function acledRow(cited: CitedIncident): Row {
  const { incident } = cited
  const { id, type, time, place } = incident
  const { admin1, admin2, country } = whereOf(cited)
  const days = daysCovered(incident)
  const timePrecision = days === null ? null : timePrecisionOf(days)
  const geoPrecision = place ? GEO_PRECISION[place.precision] : null
  const [inter1, inter2] = [interOf(cited, 'actor'), interOf(cited, 'recipient')]
  return {
    event_id_cnty: id,
    event_date: timePrecision === null ? null : (time?.start ?? null),
    year: time && time.start.slice(0, 4) === time.end.slice(0, 4) ? Number(time.start.slice(0, 4)) : null,
    time_precision: timePrecision,
    ...kindOf(incident),
    actor1: settledValue(incident, 'actor'),
    inter1,
    actor2: settledValue(incident, 'recipient'),
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
    notes: notesOf(incident),
    fatalities: fatalitiesOf(incident),
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
function interOf(cited: CitedIncident, role: 'actor' | 'recipient'): number | null {
  const { type, mode, place } = cited.incident
  if (isDisputed(cited.incident, role)) return null
  if (type === 'PROTEST' && role === 'actor') return mode === 'riot' ? RIOTERS : mode === 'demo' ? PROTESTERS : null
  const kinds = new Set(
    partiesOf(cited, role).map(({ entity }) => {
      const { sector, country } = entity?.actor ?? {}
      const kind = (sector !== undefined && INTER[sector]) || null
      if (kind !== STATE) return kind
      // Whose soldiers: the country's own are state forces, others external ones.
      if (country === undefined || place?.country === undefined) return null
      return country === place.country ? STATE : EXTERNAL
    }),
  )
  return kinds.size === 1 ? [...kinds][0] : null
}

/** Words for a number without one, as ACLED counts them. */
const VAGUE: readonly (readonly [RegExp, number])[] = [
  [/\bdozens\b/i, 12],
  [/\bhundreds\b/i, 100],
  [/\b(?:several|many|a few|some)\b/i, 3],
]

/** The most conservative figure that still stands; silence about the dead is not a zero. */
function fatalitiesOf({ aspects }: Incident): number | null {
  const toll = aspects.find(({ name }) => name === 'count:killed')
  if (!toll) return null
  const figures = current(toll).flatMap(({ value, low }) => {
    const vague = /\d/.test(value) ? undefined : VAGUE.find(([words]) => words.test(value))?.[1]
    return vague ?? low ?? []
  })
  return figures.length > 0 ? Math.min(...figures) : null
}

/** What is told of, by how many, and what they dispute, in words that take no side. */
function notesOf(incident: Incident): string {
  const { type, mode, time, place, accounts, origins } = incident
  const when = time && (time.start === time.end ? time.start : `${time.start} to ${time.end}`)
  const what = [mode ? `${type} (${mode})` : type, place?.name, when].filter(Boolean).join(', ')
  const status = valuesOf(incident, 'status')
  const disputes = disputedAspects(incident).map(
    ({ name, why }) => `Accounts disagree on ${name.replace('count:', 'the number of ')}: ${why}.`,
  )
  return oneLine(
    [
      `${what}: ${many(accounts.length, 'account')} of ${many(origins, 'independent origin')}.`,
      ...(status === null || status === 'actual' ? [] : [`Told as ${status}.`]),
      ...disputes,
    ].join(' '),
  )
}

const many = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`
