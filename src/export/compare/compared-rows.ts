// What a record and a data set have in common, and what only one of them has -> a row for each.

import type { Incident } from '../../types.ts'
import type { Row } from '../rows.ts'
import type { CodedEvent } from './coded-event.ts'
import { type Compared, deathsOf } from './match-events.ts'

export const COMPARED_COLUMNS = [
  'verdict',
  'event',
  'incident',
  'days_apart',
  'km_apart',
  'event_start',
  'event_end',
  'incident_start',
  'incident_end',
  'event_place',
  'incident_place',
  'event_kind',
  'incident_type',
  'event_deaths',
  'incident_deaths_low',
  'incident_deaths_high',
  'event_source',
  'incident_outlets',
  'event_notes',
] as const

export function* comparedRows({ same, theirs, ours }: Compared): Generator<Row> {
  for (const { event, incident, days, km } of same)
    yield { verdict: 'same', days_apart: days, km_apart: km, ...ofEvent(event), ...ofIncident(incident) }
  for (const event of theirs) yield { verdict: 'theirs only', ...ofEvent(event) }
  for (const incident of ours) yield { verdict: 'ours only', ...ofIncident(incident) }
}

const ofEvent = ({ id, start, end, place, kind, deaths, source, notes }: CodedEvent): Row => ({
  event: id,
  event_start: start,
  event_end: end,
  event_place: place,
  event_kind: kind,
  event_deaths: deaths?.best ?? null,
  event_source: source,
  event_notes: notes,
})

function ofIncident(incident: Incident): Row {
  const { id, type, time, place, accounts } = incident
  const deaths = deathsOf(incident)
  return {
    incident: id,
    incident_start: time?.start ?? null,
    incident_end: time?.end ?? null,
    incident_place: place?.name ?? null,
    incident_type: type,
    incident_deaths_low: deaths?.low ?? null,
    incident_deaths_high: deaths?.high ?? null,
    incident_outlets: [...new Set(accounts.flatMap(({ outlet }) => outlet ?? []))].join('; '),
  }
}
