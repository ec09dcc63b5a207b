// Incidents -> GeoJSON (RFC 7946), a point for each that has coordinates, with its radius of uncertainty.

import { incidentRow } from '../record/incidents/row.ts'
import type { PlacePrecision } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import { tollOf } from './tolls.ts'

/** How far from the point it may have been, in metres. */
const RADIUS: Readonly<Record<PlacePrecision, number>> = {
  exact: 1_000,
  settlement: 10_000,
  district: 40_000,
  region: 150_000,
  country: 800_000,
}

export function* geojson(incidents: Iterable<CitedIncident>): Generator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = '\n'
  for (const cited of incidents) {
    const { place } = cited.incident
    if (!place) continue
    yield between + JSON.stringify(featureOf(cited, place.precision))
    between = ',\n'
  }
  yield '\n]}\n'
}

function featureOf(cited: CitedIncident, precision: PlacePrecision) {
  const { incident, labels } = cited
  const {
    id,
    title,
    gist,
    lon,
    lat,
    type,
    mode,
    start,
    end,
    place,
    country,
    geonameId,
    accounts,
    origins,
    disputed,
    grade,
  } = incidentRow(incident)
  const { best: killed, quoted } = tollOf(cited, 'killed')
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: {
      title: labels.title ?? title,
      gist,
      tags: labels.tags,
      type,
      mode,
      start,
      end,
      place,
      country,
      geoname_id: geonameId,
      precision,
      radius_m: RADIUS[precision],
      accounts,
      origins,
      disputed,
      grade,
      killed,
      killed_quoted: quoted,
      told: incident.accounts[0].sentence,
    },
  }
}
