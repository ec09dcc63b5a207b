import { describe, expect, it, test } from 'vitest'
import { compileGazetteer } from './compile.ts'
import type { PlaceEntry } from './entry.ts'
import { foldName, spellings } from './fold.ts'
import type { Gazetteer } from './gazetteer.ts'
import { parseGeoNamesLine } from './geonames.ts'
import { openGazetteer } from './open-gazetteer.ts'

test.each([
  ['Ḩalab', 'halab', 'marks below'],
  ['Đakovica', 'dakovica', 'a letter that Unicode does not take apart'],
  ['Łódź', 'lodz', 'another'],
  ["St. John's", 'st johns', 'full stops and apostrophes'],
  ['‘Ayn al ‘Arab', 'ayn al arab', 'other apostrophes'],
  ['Deir ez-Zor', 'deir ez zor', 'hyphens'],
  ['  ', '', 'nothing'],
])('%s is looked up as %s: %s', (name, folded) => {
  expect(foldName(name)).toBe(folded)
  expect(foldName(folded)).toBe(folded)
})

test.each([
  ['St. Paul', 'saint paul'],
  ['Saint Paul', 'st paul'],
  ['al-Raqqa', 'raqqa'],
  ['al-Raqqa', 'ar raqqah'],
  ['Ain al-Arab', 'ayn al arab'],
  ['Djakovica', 'dakovica'],
])('%s may be listed as %s', (name, form) => {
  expect(spellings(name)[0]).toBe(foldName(name))
  expect(spellings(name)).toContain(form)
})

test('no name has spellings without end', () => {
  expect(spellings('al-'.repeat(200)).length).toBeLessThan(40)
  expect(spellings('')).toEqual([])
})

const place = (given: Partial<PlaceEntry> & { name: string }): PlaceEntry => ({
  id: 0,
  synonyms: [],
  alternates: [],
  lat: 1.5,
  lon: 2.5,
  feature: 'PPL',
  country: 'XX',
  admin1: '',
  admin2: '',
  population: 0,
  ...given,
})

const LAND = place({ name: 'Landia', synonyms: ['LD'], feature: 'PCLI', id: 1 })
const NORTH = place({ name: 'North Landia', feature: 'ADM1', admin1: '07', id: 2 })
const TOWN = place({ name: 'Tówn', alternates: ['Oldtown', 'Старый'], admin1: '07', id: 3, population: 900 })

const open = (entries: PlaceEntry[]): Gazetteer => {
  const gazetteer = openGazetteer(compileGazetteer(entries, 'a test').file)
  if (!gazetteer) throw new Error('what was compiled cannot be opened')
  return gazetteer
}

describe('an index', () => {
  const gazetteer = open([TOWN, LAND, NORTH])
  const found = (name: string) => gazetteer.find(name).map((listed) => [listed.place.name, listed.primary])

  it.each([
    ['town', [['Tówn', true]], 'without marks'],
    ['oldtown', [['Tówn', false]], 'another name'],
    ['ld', [['Landia', true]], 'a synonym'],
    ['tow', [], 'half a name'],
    ['towns', [], 'more than a name'],
    ['', [], 'nothing'],
    ['zzz', [], 'behind the last'],
    ['старый', [], 'letters that no English report has'],
  ])('finds %s', (name, expected) => expect(found(name)).toEqual(expected))

  it('knows what contains what', () => {
    const [{ place: town }] = gazetteer.find('town')
    expect(gazetteer.containers(town).map(({ name }) => name)).toEqual(['North Landia', 'Landia'])
    expect(gazetteer.containers(gazetteer.find('landia')[0].place)).toEqual([])
  })

  it('keeps what it was told', () => {
    const [{ place: town }] = gazetteer.find('town')
    expect(town).toMatchObject({
      id: 3,
      name: 'Tówn',
      lat: 1.5,
      lon: 2.5,
      feature: 'PPL',
      country: 'XX',
      population: 900,
    })
  })

  it('can be compiled again, with more, and be the same', () => {
    const again = open([...gazetteer.entries(), place({ name: 'Village', admin1: '07', id: 4 })])
    expect(again.size).toBe(4)
    for (const name of ['town', 'oldtown', 'ld', 'north landia'])
      expect(again.find(name).map(({ place: { index: _, ...rest }, primary }) => [rest, primary])).toEqual(
        gazetteer.find(name).map(({ place: { index: _, ...rest }, primary }) => [rest, primary]),
      )
    const [{ place: village }] = again.find('village')
    expect(again.containers(village).map(({ name }) => name)).toEqual(['North Landia', 'Landia'])
  })

  it('takes the later of two with one id, and the names of both', () => {
    const newer = open([TOWN, place({ name: 'Newtown', id: 3, population: 1000 })])
    expect(newer.size).toBe(1)
    expect(newer.find('town')[0].place).toMatchObject({ name: 'Newtown', population: 1000 })
  })
})

test.each([
  ['', 'nothing'],
  ['HEARSAYGAZETTEER0\n{}\n', 'another version'],
  ['a text', 'a text'],
  ['\u001f\u008b broken', 'half a file'],
])('what is no index is told: %j', (text) => expect(openGazetteer(Buffer.from(text, 'latin1'))).toBeNull())

const line = (columns: Record<number, string>) =>
  Array.from({ length: 19 }, (_, column) => columns[column] ?? '').join('\t')
const KAFR = {
  0: '7',
  1: 'Kafr Á',
  2: 'Kafr A',
  3: 'Kfar A,KFA,https://x.org',
  4: '36.5',
  5: '-38.5',
  6: 'P',
  7: 'PPL',
  8: 'SY',
  10: '09',
  14: '120',
}

const LINES: [text: string, expected: Partial<PlaceEntry> | null, why: string][] = [
  [
    line(KAFR),
    { id: 7, name: 'Kafr Á', synonyms: ['Kafr A'], alternates: ['Kfar A'], admin1: '09', population: 120 },
    'a place',
  ],
  [line({ ...KAFR, 10: '00' }), { admin1: '' }, 'no division'],
  [line({ ...KAFR, 6: 'R' }), null, 'a road'],
  [line({ ...KAFR, 4: '' }), null, 'no point'],
  [line({ ...KAFR, 4: '136.5' }), null, 'no such latitude'],
  [line({ ...KAFR, 0: 'x' }), null, 'no number'],
  ['Kafr\tA', null, 'too few columns'],
  ['', null, 'an empty line'],
]

test.each(LINES)('%j is read as %o: %s', (text, expected) => {
  const entry = parseGeoNamesLine(text)
  if (expected === null) expect(entry).toBeNull()
  else expect(entry).toMatchObject(expected)
})
