// An incident with the articles behind its accounts -> a row with the columns that conflict researchers use.

import type { Fate, Incident } from '../types.ts'
import { type CitedIncident, partiesOf, placeEntityOf } from './cited.ts'
import { FATES } from './columns.ts'
import type { Row } from './rows.ts'
import { disputedAspects, tollOf, valuesOf } from './settled.ts'

/** What conflict researchers keep of an event; every value with what speaks for it is in NDJSON. */
export const INCIDENT_COLUMNS = [
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
  'admin1',
  'geoname_id',
  'actor',
  'actor_country',
  'actor_sector',
  'recipient',
  'recipient_country',
  'recipient_sector',
  'status',
  ...FATES.flatMap((fate) => [`${fate}_best`, `${fate}_low`, `${fate}_high`]),
  'origins',
  'accounts',
  'disputed',
  'grade',
  'source_articles',
  'notes',
]

export function incidentRow(cited: CitedIncident): Row {
  const { incident } = cited
  const { id, type, mode, time, place, accounts, origins, credibility } = incident
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
    admin1: placeEntityOf(cited)?.place?.admin1 ?? null,
    geoname_id: place?.geonameId ?? null,
    actor: valuesOf(incident, 'actor'),
    ...codeCells(cited, 'actor'),
    recipient: valuesOf(incident, 'recipient'),
    ...codeCells(cited, 'recipient'),
    status: valuesOf(incident, 'status'),
    ...Object.assign({}, ...FATES.map((fate) => tollCells(incident, fate))),
    origins,
    accounts: accounts.length,
    disputed: disputedAspects(incident)
      .map(({ name }) => name.replace('count:', ''))
      .join('; '),
    grade: credibility.grade,
    source_articles: [...new Set(accounts.map(({ document, article }) => `${document}#${article}`))].join('; '),
    notes: [...credibility.why, ...disputedAspects(incident).map(({ name, why }) => `${name}: ${why}`)].join(' | '),
  }
}

/** Of every party that an account names in this role, as far as the reports tell them. */
function codeCells(cited: CitedIncident, role: 'actor' | 'recipient'): Row {
  const actors = partiesOf(cited, role).flatMap(({ entity }) => entity?.actor ?? [])
  const joined = (codes: (string | undefined)[]) => [...new Set(codes.filter(Boolean))].join('; ') || null
  return {
    [`${role}_country`]: joined(actors.map(({ country }) => country)),
    [`${role}_sector`]: joined(actors.map(({ sector }) => sector)),
  }
}

function tollCells(incident: Incident, fate: Fate): Row {
  const { best, low, high } = tollOf(incident, fate)
  return { [`${fate}_best`]: best, [`${fate}_low`]: low, [`${fate}_high`]: high }
}
