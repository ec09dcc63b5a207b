// Incidents -> GeoJSON (RFC 7946), a point for each that has coordinates, with its radius of uncertainty.

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
      geoname_id: place.geonameId ?? null,
      precision: place.precision,
      radius_m: RADIUS[place.precision],
      accounts: accounts.length,
      origins,
      disputed: aspects.filter(({ state }) => state === 'disputed').map(({ name }) => name),
      grade: credibility.grade,
      told: accounts[0].sentence,
    },
  }
}
