// A line of a GeoNames dump (allCountries.txt, XX.txt, cities500.txt) -> a place.

import type { PlaceEntry } from './entry.ts'

const COLUMNS = 19

/** Classes worth finding in news: divisions, waters, regions, settlements, installations, mountains; no roads, no reefs. */
const CLASSES = new Set(['A', 'H', 'L', 'P', 'S', 'T'])

/** Null for a line that is no place, or none of those classes. */
export function parseGeoNamesLine(line: string): PlaceEntry | null {
  const columns = line.split('\t')
  if (columns.length < COLUMNS) return null
  const [id, name, ascii, alternates, lat, lon, kind, feature, country, , admin1, admin2, , , population] = columns
  const entry = {
    id: Number(id),
    name,
    synonyms: [ascii],
    alternates: alternates.split(',').filter((other) => !isCode(other)),
    lat: Number(lat),
    lon: Number(lon),
    feature,
    country,
    admin1: admin1 === '00' ? '' : admin1,
    admin2,
    population: Number(population) || 0,
  }
  const sound = Number.isInteger(entry.id) && entry.id > 0 && Math.abs(entry.lat) <= 90 && Math.abs(entry.lon) <= 180
  return sound && lat !== '' && lon !== '' && name !== '' && CLASSES.has(kind) ? entry : null
}

/** "NYC", "LAX", "https://...": airport codes and links stand among the alternate names. */
const isCode = (name: string) => /^[A-Z]{1,4}$|:\/\//.test(name)
