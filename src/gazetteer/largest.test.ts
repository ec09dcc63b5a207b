import { expect, test } from 'vitest'
import { compileGazetteer } from './compile.ts'
import type { PlaceEntry } from './entry.ts'
import { largestIn } from './largest.ts'
import { openGazetteer } from './open-gazetteer.ts'

const place = (name: string, given: Partial<PlaceEntry>): PlaceEntry => ({
  id: 0,
  name,
  synonyms: [],
  alternates: [],
  lat: 10,
  lon: 20,
  feature: 'PPL',
  country: 'XX',
  admin1: '',
  admin2: '',
  population: 5000,
  ...given,
})

const gazetteer = openGazetteer(
  compileGazetteer(
    [
      place('Landia', { feature: 'PCLI', population: 900_000 }),
      place('Old Landia', { feature: 'PCLH', country: 'OL', population: 900_000 }),
      place('North', { feature: 'ADM1', population: 700_000 }),
      place('Harbour', { population: 90_000 }),
      place('Seat', { feature: 'PPLC', population: 40_000 }),
      place('Quarter', { feature: 'PPLX', population: 30_000 }),
      place('Hamlet', { population: 20 }),
      place('Elsewhere', { lat: 50, population: 1_000_000 }),
    ],
    'a test',
  ).file,
)

test('countries, capitals and large towns in the box, and no more than asked for', () => {
  if (!gazetteer) throw new Error('what was compiled cannot be opened')
  const names = (most: number) => largestIn([15, 5, 25, 15], gazetteer, most).map(({ name }) => name)
  expect(names(9)).toEqual(['Landia', 'Seat', 'Harbour'])
  expect(names(1)).toEqual(['Landia'])
  expect(largestIn([-20, -20, -10, -10], gazetteer, 9)).toEqual([])
})
