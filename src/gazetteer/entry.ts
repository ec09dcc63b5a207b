// A place as gazetteers list it: the type of what goes into the index and comes out of it.

export interface PlaceEntry {
  /** GeoNames id; 0 where it has none. */
  id: number
  name: string
  /** Names as good as its own: "UK", the name in plain letters. */
  synonyms: readonly string[]
  /** Names in other languages and of other times; many are wrong. */
  alternates: readonly string[]
  /** Degrees north and east. */
  lat: number
  lon: number
  /** GeoNames feature code: PPL, ADM1, PCLI, AIRP, ... */
  feature: string
  /** ISO 3166-1 alpha-2; empty for seas and continents. */
  country: string
  /** GeoNames codes within the country: TX, and 113 within TX; empty where none. */
  admin1: string
  admin2: string
  population: number
}

export const COUNTRY_FEATURE = /^(?:PCL|TERR)/

/** The code by which others say that they lie in it: "US", "US.TX", "US.TX.113"; null for what contains nothing. */
export function ownCode({ feature, country, admin1, admin2 }: PlaceEntry): string | null {
  if (COUNTRY_FEATURE.test(feature)) return country
  if (feature === 'ADM1') return `${country}.${admin1}`
  return feature === 'ADM2' ? `${country}.${admin1}.${admin2}` : null
}

/** Codes of what contains it, the closest first. */
export function containers(entry: PlaceEntry): string[] {
  const { country, admin1, admin2 } = entry
  const own = ownCode(entry)
  const codes = [
    ...(admin2 ? [`${country}.${admin1}.${admin2}`] : []),
    ...(admin1 ? [`${country}.${admin1}`] : []),
    country,
  ]
  return codes.filter((code) => code !== own && code !== '' && !(own !== null && code.startsWith(`${own}.`)))
}
