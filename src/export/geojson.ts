// Incidents -> GeoJSON (RFC 7946), a point for each that has coordinates, with its radius of uncertainty.

import { incidentRow } from '../record/incidents/row.ts'
import type { Incident, PlacePrecision } from '../types.ts'

/** How far from the point it may have been, in metres. */
const RADIUS: Readonly<Record<PlacePrecision, number>> = {
  exact: 1_000,
  settlement: 10_000,
  district: 40_000,
  region: 150_000,
  country: 800_000,
}

export function* geojson(incidents: Iterable<Incident>): Generator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = '\n'
  for (const incident of incidents) {
    if (!incident.place) continue
    yield between + JSON.stringify(featureOf(incident, incident.place.precision))
    between = ',\n'
  }
  yield '\n]}\n'
}

function featureOf(incident: Incident, precision: PlacePrecision) {
  const { id, lon, lat, type, mode, start, end, place, country, geonameId, accounts, origins, disputed, grade } =
    incidentRow(incident)
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties: {
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
      told: incident.accounts[0].sentence,
    },
  }
}
