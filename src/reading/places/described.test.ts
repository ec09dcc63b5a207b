import { expect, it } from 'vitest'
import type { Entity, Span } from '../../types.ts'
import type { EntityPlace } from './describe.ts'
import { withDescribed } from './described.ts'

const point = (country: string, precision: EntityPlace['precision'], lat: number): EntityPlace => ({
  lat,
  lon: 0,
  country,
  precision,
  confidence: 1,
  geonameId: lat,
  ...(precision === 'region' ? { featureCode: 'ADM1' } : {}),
})
const KARIM = point('XA', 'settlement', 1)
const DOL = point('XA', 'region', 2)
const ALIA = point('XA', 'country', 3)
const NAMES: Readonly<Record<string, EntityPlace>> = { Karim: KARIM, Dol: DOL, Alia: ALIA }
const NATIONS = {
  country: (code: string) => (code === 'XA' ? ALIA : undefined),
  capital: (code: string) => (code === 'XA' ? point('XA', 'settlement', 9) : undefined),
}
const demonyms = new Map([
  ['alian', 'XA'],
  ['borian', 'XB'],
])

/** @returns where the marked phrase is, of a text that names Karim, Dol and Alia */
function placeOf(text: string, type: Entity['type'] = 'place'): EntityPlace | undefined {
  const [before, marked, after] = text.split('|')
  const plain = before + marked + after
  const span: Span = [before.length, before.length + marked.length]
  const named = Object.entries(NAMES).flatMap(([name, place]): Entity[] => {
    const mentions = [...plain.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].map(({ index }) => ({
      span: [index, index + name.length] as Span,
      kind: 'name' as const,
    }))
    return mentions.length > 0 ? [{ id: name, type: 'place', name, mentions, place }] : []
  })
  const described: Entity = { id: 'x', type, name: marked, mentions: [{ span, kind: 'description' }] }
  return withDescribed([...named, described], plain, { demonyms }, NATIONS, new Set(['x'])).find(({ id }) => id === 'x')
    ?.place
}

it.each<[text: string, lat: number | undefined, relation: string | undefined, why: string]>([
  ['It fell on |the town of Karim|.', 1, undefined, 'the town itself'],
  ['It fell on |the northern town of Karim|.', 1, undefined, 'with a side'],
  ['It fell on |Dol province|.', 2, undefined, 'the province itself'],
  ['It fell on |a suburb of Karim|.', 1, 'in', 'somewhere in the town'],
  ['It fell on |the market of Karim in Dol|.', 1, 'in', 'the smallest that is named'],
  ['It fell on |northern Alia|.', 3, 'in', 'somewhere in the country'],
  ['It fell on |the Alian capital|.', 9, undefined, 'the capital by the people'],
  ['It fell on |an Alian village|.', 3, 'in', 'somewhere in the country of the people'],
  ['They left Karim. It fell on |the city|.', 1, undefined, 'the one named last'],
  ['They left Dol in Alia. It fell on |the capital|.', 9, undefined, 'of the country spoken of'],
  ['They ate in |an Alian restaurant|.', undefined, undefined, 'a kind of food'],
  ['They left Dol. It fell on |the province|.', 2, undefined, 'the one named last'],
  ['They left Dol. It fell on |the city|.', undefined, undefined, 'a province is no city'],
  ['It fell on |the city|. They left Karim.', undefined, undefined, 'nothing named before'],
  ['They left Karim. It fell on |a city|.', undefined, undefined, 'another city'],
  ['It fell on |the Alian-Borian border|.', undefined, undefined, 'two peoples'],
  ['It fell on |a Borian village|.', undefined, undefined, 'a country without a point'],
  ['It fell on |a parked car|.', undefined, undefined, 'no place named'],
])('%s: %s %s (%s)', (text, lat, relation) => {
  const place = placeOf(text)
  expect([place?.lat, place?.relation]).toEqual([lat, relation])
})

it('leaves what is no place', () => expect(placeOf('It met |the mayor of Karim|.', 'person')).toBeUndefined())

it('knows a building no better than its town', () => {
  expect(placeOf('It fell on |the Karim hospital|.', 'facility')?.precision).toBe('settlement')
})

it('makes a description of a named place one of its mentions', () => {
  const karim: Entity = {
    id: 'k',
    type: 'place',
    name: 'Karim',
    mentions: [{ span: [0, 5], kind: 'name' }],
    place: KARIM,
  }
  const city: Entity = { id: 'x', type: 'place', name: 'the city', mentions: [{ span: [14, 22], kind: 'description' }] }
  const found = withDescribed([karim, city], 'Karim fell as the city burned', { demonyms }, NATIONS, new Set())
  expect(found.map(({ id, mentions }) => [id, mentions.length])).toEqual([['k', 2]])
})
