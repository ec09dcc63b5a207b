import { expect, test } from 'vitest'
import { compileGazetteer } from './compile.ts'
import type { PlaceEntry } from './entry.ts'
import { type Located, placesInside } from './inside.ts'
import { openGazetteer } from './open-gazetteer.ts'

const place = (given: Partial<PlaceEntry> & Pick<PlaceEntry, 'id' | 'name' | 'country'>): PlaceEntry => ({
  synonyms: [],
  alternates: [],
  lat: 10,
  lon: 20,
  feature: 'PPL',
  admin1: '',
  admin2: '',
  population: 0,
  ...given,
})

const ENTRIES = [
  place({ id: 1, name: 'Sudan', country: 'SD', feature: 'PCLI', population: 40_000_000 }),
  place({ id: 2, name: 'South Sudan', country: 'SS', feature: 'PCLI', population: 11_000_000 }),
  place({ id: 3, name: 'Northern Darfur', country: 'SD', feature: 'ADM1', admin1: '55', population: 1_000_000 }),
  place({ id: 4, name: 'Darfur', country: 'SD', feature: 'RGN' }),
  place({ id: 5, name: 'Fasher', country: 'SD', admin1: '55', population: 250_000, lat: 13.6, lon: 25.3 }),
  place({ id: 6, name: 'Juba', country: 'SS', population: 500_000 }),
  place({ id: 7, name: 'Sudan', country: 'US', population: 900 }),
  place({ id: 8, name: 'Sedan', country: 'FR', alternates: ['Sudan'], population: 20_000 }),
  place({ id: 9, name: 'United States', country: 'US', feature: 'PCLI', population: 300_000_000 }),
  place({ id: 10, name: 'Port Ash', alternates: ['Ashby'], country: 'US', population: 9_000 }),
  place({ id: 11, name: 'Ashby', country: 'US', population: 100 }),
  place({ id: 12, name: 'Tiny', alternates: ['Ashby'], country: 'FR', population: 50 }),
]
const gazetteer = openGazetteer(compileGazetteer(ENTRIES, 'a test').file)
if (!gazetteer) throw new Error('what was compiled cannot be opened')

const at = (id: number, given: Partial<Located> = {}): Located => {
  const entry = ENTRIES.find((one) => one.id === id)
  if (!entry) throw new Error(`no place ${id}`)
  const { name, lat, lon, country } = entry
  return { name, lat, lon, country, geonameId: id, ...given }
}
/** "12 miles from Fasher" is a point of its own, with no id. */
const NEAR_FASHER: Located = { name: 'Fasher', lat: 13.8, lon: 25.4, country: 'SD' }
const UNKNOWN: Located = { name: 'Qarn', lat: 1, lon: 2, country: 'SD' }
const ALL = [at(1), at(2), at(5), NEAR_FASHER, UNKNOWN, at(6), at(7), at(8), at(10), at(11), at(12)]

const CASES: [typed: string, expected: string[], why: string][] = [
  [
    'Sudan',
    ['Sudan', 'Fasher', 'Fasher', 'Qarn', 'Sudan'],
    'a country, and a town of that name; South Sudan is another',
  ],
  ['south sudan', ['South Sudan', 'Juba'], 'in any letters'],
  ['SD', ['Sudan', 'Fasher', 'Fasher', 'Qarn'], 'the code of two letters, a village that no gazetteer knows included'],
  ['sdn', ['Sudan', 'Fasher', 'Fasher', 'Qarn'], 'the code of three'],
  ['1', ['Sudan', 'Fasher', 'Fasher', 'Qarn'], 'the GeoNames id'],
  ['SD.55', ['Fasher', 'Fasher'], "a division's code"],
  ['Northern Darfur', ['Fasher', 'Fasher'], 'a division, and what lies near a town in it'],
  ['Darfur', ['Fasher', 'Fasher'], 'a region without bounds: the divisions named after it'],
  ['Fasher', ['Fasher', 'Fasher'], 'a town, and near it'],
  ['Ashby', ['Port Ash', 'Ashby'], 'another name counts for a place larger than those of this name'],
  ['Fash', ['Fasher', 'Fasher'], 'no place of this name: words in names'],
  ['Darf', ['Fasher', 'Fasher'], 'or in the name of what contains it'],
  ['Franc', [], 'nothing at all'],
  ['99', [], 'no such id'],
  ['0', [], 'what has no id has no id 0'],
  ['  ', [], 'nothing typed'],
]

test.each(CASES)('inside %j lie %j: %s', (typed, expected) => {
  expect(placesInside(typed, gazetteer)(ALL).map(({ name }) => name)).toEqual(expected)
})

test('a country in which nothing happened is no reason to show its namesake', () => {
  expect(placesInside('Sudan', gazetteer)([at(2), at(6)])).toEqual([])
})
