// An incident with the articles behind its accounts -> a row with the columns that conflict researchers use.

import { incidentRow } from '../record/incidents/row.ts'
import type { Fate, Incident } from '../types.ts'
import { type CitedIncident, placeEntityOf } from './cited.ts'
import { FATES } from './columns.ts'
import type { Row } from './rows.ts'
import { disputedAspects, partiesClaimed, valuesOf } from './settled.ts'
import { tollOf } from './tolls.ts'

/** What conflict researchers keep of an event; every value with what speaks for it is in NDJSON. */
export const INCIDENT_COLUMNS = [
  'incident_id',
  'title',
  'gist',
  'tags',
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
  ...FATES.flatMap((fate) => [`${fate}_best`, `${fate}_low`, `${fate}_high`, `${fate}_quoted`]),
  'origins',
  'accounts',
  'disputed',
  'grade',
  'source_articles',
  'notes',
]

export function incidentCells(cited: CitedIncident): Row {
  const { incident } = cited
  const { accounts, credibility } = incident
  const row = incidentRow(incident)
  return {
    incident_id: row.id,
    title: cited.labels.title ?? row.title,
    gist: row.gist || null,
    tags: cited.labels.tags.join('; ') || null,
    type: row.type,
    mode: row.mode,
    date_start: row.start,
    date_end: row.end,
    date_precision: row.timePrecision,
    place: row.place,
    place_precision: row.placePrecision,
    latitude: row.lat,
    longitude: row.lon,
    country: row.country,
    admin1: placeEntityOf(cited)?.place?.admin1 ?? null,
    geoname_id: row.geonameId,
    actor: valuesOf(incident, 'actor'),
    ...codeCells(incident, 'actor'),
    recipient: valuesOf(incident, 'recipient'),
    ...codeCells(incident, 'recipient'),
    status: valuesOf(incident, 'status'),
    ...Object.assign({}, ...FATES.map((fate) => tollCells(cited, fate))),
    origins: row.origins,
    accounts: row.accounts,
    disputed: row.disputed.map((name) => name.replace('count:', '')).join('; '),
    grade: row.grade,
    source_articles: [...new Set(accounts.map(({ document, article }) => `${document}#${article}`))].join('; '),
    notes: [
      ...credibility.why,
      ...disputedAspects(incident).map(({ name, why }) => `${name}: ${why}`),
      ...cited.labels.notes.map(({ text, who }) => `note by ${who}: ${text}`),
    ].join(' | '),
  }
}

/** Of every party that an account names in this role, as far as the reports tell them. */
function codeCells(incident: Incident, role: 'actor' | 'recipient'): Row {
  const actors = partiesClaimed(incident, role)
  const joined = (codes: (string | undefined)[]) => [...new Set(codes.filter(Boolean))].join('; ') || null
  return {
    [`${role}_country`]: joined(actors.map(({ country }) => country)),
    [`${role}_sector`]: joined(actors.map(({ sector }) => sector)),
  }
}

function tollCells(cited: CitedIncident, fate: Fate): Row {
  const { best, low, high, quoted } = tollOf(cited, fate)
  return { [`${fate}_best`]: best, [`${fate}_low`]: low, [`${fate}_high`]: high, [`${fate}_quoted`]: quoted }
}
