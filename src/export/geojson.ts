// Incidents -> GeoJSON (RFC 7946), a point for each that has coordinates, with how far off it may be.

import type { Incident, PlacePrecision } from '../types.ts'

/** How far from the point it may have been, in kilometres. */
const RADIUS: Readonly<Record<PlacePrecision, number>> = {
  exact: 1,
  settlement: 10,
  district: 40,
  region: 150,
  country: 800,
}

export function* geojson(incidents: Iterable<Incident>): Generator<string> {
  yield '{"type":"FeatureCollection","features":['
  let between = '\n'
  for (const incident of incidents) {
    if (!incident.place) continue
    yield between + JSON.stringify(featureOf(incident, incident.place))
    between = ',\n'
  }
  yield '\n]}\n'
}

function featureOf(
  { id, type, mode, time, origins, aspects, credibility, accounts }: Incident,
  place: NonNullable<Incident['place']>,
) {
  return {
    type: 'Feature',
    id,
    geometry: { type: 'Point', coordinates: [place.lon, place.lat] },
    properties: {
      type,
      mode: mode ?? null,
      start: time?.start ?? null,
      end: time?.end ?? null,
      place: place.name,
      country: place.country ?? null,
      precision: place.precision,
      radius_km: RADIUS[place.precision],
      accounts: accounts.length,
      origins,
      disputed: aspects.filter(({ state }) => state === 'disputed').map(({ name }) => name),
      grade: credibility.grade,
      told: accounts[0].sentence,
    },
  }
}
