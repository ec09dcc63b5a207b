// The uncompressed index file -> look-ups: names to places, places to the places that contain them.

import type { PlaceEntry } from './entry.ts'
import { NONE, readSections } from './sections.ts'

export interface Place {
  /** Number within the index. */
  index: number
  /** GeoNames id; 0 where it has none. */
  id: number
  name: string
  lat: number
  lon: number
  feature: string
  country: string
  population: number
}

export interface Listed {
  place: Place
  /** By its own name, not by another one. */
  primary: boolean
}

export interface Gazetteer {
  source: string
  size: number
  /** All places listed under a folded name. */
  find(folded: string): Listed[]
  /** Whether any is. */
  has(folded: string): boolean
  /** By its GeoNames id. */
  withId(id: number): Place | null
  /** By the code under which others say that they lie in it: "US", "US.TX". */
  withCode(code: string): Place | null
  /** What contains it, the closest first. */
  containers(place: Place): Place[]
  /** What lies in a box and is wanted, in no order. */
  within(box: readonly [west: number, south: number, east: number, north: number], isWanted: Wanted): Place[]
  /** The whole index, as it went in, names folded. */
  entries(): Generator<PlaceEntry>
}

type Wanted = (feature: string, population: number) => boolean

/** @returns null where the bytes are no index */
export function gazetteerOf(file: Uint8Array): Gazetteer | null {
  const read = readSections(file)
  if (!read) return null
  const { header, sections } = read
  const { nameStart, placeStart, places, titleStart, within } = sections
  const names = sections.nameBytes
  const titles = sections.titleBytes
  const words = (bytes: Uint8Array, from: number, to: number) => utf8.decode(bytes.subarray(from, to))

  const placeAt = (index: number): Place => ({
    index,
    id: sections.id[index],
    name: words(titles, titleStart[index], titleStart[index + 1]),
    lat: round(sections.lat[index]),
    lon: round(sections.lon[index]),
    feature: header.features[sections.feature[index]],
    country: header.countries[sections.country[index]],
    population: sections.population[index],
  })

  const numberOf = (folded: string): number => {
    const wanted = bytesOf.encode(folded)
    let [low, high] = [0, nameStart.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      const order = compare(names, nameStart[middle], nameStart[middle + 1], wanted)
      if (order === 0) return middle
      if (order < 0) low = middle + 1
      else high = middle
    }
    return -1
  }

  const codes = once(() =>
    utf8
      .decode(sections.codes)
      .split('\n')
      .map((line) => line.split('\t'))
      .map(([code, index]) => [code, Number(index)] as const),
  )
  const indexOfCode = once(() => new Map(codes()))

  const containers = (place: Place): Place[] => {
    const found: Place[] = []
    for (let at = within[place.index]; at !== NONE && found.length < DEEPEST; at = within[at]) found.push(placeAt(at))
    return found
  }

  return {
    source: header.source,
    size: sections.id.length,
    has: (folded) => numberOf(folded) >= 0,
    find(folded) {
      const number = numberOf(folded)
      if (number < 0) return []
      return Array.from(places.subarray(placeStart[number], placeStart[number + 1]), (reference) => ({
        place: placeAt(reference >>> 1),
        primary: (reference & 1) === 0,
      }))
    },
    withId(id) {
      const index = id > 0 ? sections.id.indexOf(id) : -1
      return index < 0 ? null : placeAt(index)
    },
    withCode(code) {
      const index = indexOfCode().get(code)
      return index === undefined || code === '' ? null : placeAt(index)
    },
    containers,
    within([west, south, east, north], isWanted) {
      const { lat, lon, feature, population } = sections
      const found: Place[] = []
      for (let index = 0; index < lat.length; index++)
        if (lat[index] >= south && lat[index] <= north && lon[index] >= west && lon[index] <= east)
          if (isWanted(header.features[feature[index]], population[index])) found.push(placeAt(index))
      return found
    },
    *entries() {
      const forms = Array.from(sections.id, (): [own: string[], other: string[]] => [[], []])
      for (let number = 0; number < nameStart.length - 1; number++) {
        const form = words(names, nameStart[number], nameStart[number + 1])
        for (const reference of places.subarray(placeStart[number], placeStart[number + 1]))
          forms[reference >>> 1][reference & 1].push(form)
      }
      const codeOf = new Map(codes().map(([code, index]) => [index, code]))
      for (let index = 0; index < sections.id.length; index++) {
        const { id, name, lat, lon, feature, country, population } = placeAt(index)
        const closest = codeOf.get(index) ?? codeOf.get(within[index]) ?? ''
        const [, admin1 = '', admin2 = ''] = closest.split('.')
        const [synonyms, alternates] = forms[index]
        yield { id, name, synonyms, alternates, lat, lon, feature, country, admin1, admin2, population }
      }
    },
  }
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | null = null
  return () => {
    made ??= make()
    return made
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const bytesOf = new TextEncoder()

/** Below 0 where the stretch comes before what is wanted, byte by byte. */
function compare(bytes: Uint8Array, from: number, to: number, wanted: Uint8Array): number {
  const length = Math.min(to - from, wanted.length)
  for (let i = 0; i < length; i++) {
    const order = bytes[from + i] - wanted[i]
    if (order !== 0) return order
  }
  return to - from - wanted.length
}

/** More levels than any country has: a broken file must not send us round in circles. */
const DEEPEST = 8

/** Five digits behind the point are a metre; more would be the noise of 32 bits. */
const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5
