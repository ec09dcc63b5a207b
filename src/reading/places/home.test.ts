import { expect, it } from 'vitest'
import type { Entity, EventMention, Sentence } from '../../types.ts'
import type { EntityPlace } from './describe.ts'
import { withHome } from './home.ts'

const ALIA: EntityPlace = { lat: 1, lon: 2, country: 'XA', precision: 'country', confidence: 1, geonameId: 5 }
const NATIONS = { country: (code: string) => ({ ...ALIA, country: code }), capital: () => undefined }

const named = (id: string, country: string, at: number): Entity => ({
  id,
  type: 'place',
  name: id,
  mentions: [{ span: [at, at + 1], kind: 'name' }],
  place: { ...ALIA, country },
})
const unlisted = (at: number, name = 'x'): Entity => ({
  id: 'x',
  type: 'place',
  name,
  mentions: [{ span: [at, at + 1], kind: 'name' }],
})
const sentence = (from: number, to: number): Sentence => ({ span: [from, to], block: 0, tokens: [] })
const event: EventMention = {
  id: 'v1',
  type: 'ASSAULT',
  trigger: [0, 1],
  participants: [],
  place: 'x',
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 1,
}
const TEXT = ','.repeat(20)
const SENTENCES = [sentence(0, 10), sentence(10, 20)]

it.each<[others: [string, number][], events: EventMention[], country: string | undefined, why: string]>([
  [[['XA', 2]], [event], 'XA', 'named in its sentence'],
  [[['XA', 12]], [event], 'XA', 'named elsewhere, and no other'],
  [
    [
      ['XA', 2],
      ['XB', 12],
    ],
    [event],
    'XA',
    'its sentence before the article',
  ],
  [
    [
      ['XA', 2],
      ['XB', 4],
    ],
    [event],
    undefined,
    'two in its sentence',
  ],
  [
    [
      ['XA', 12],
      ['XB', 14],
    ],
    [event],
    undefined,
    'the article is about both',
  ],
  [
    [
      ['XA', 12],
      ['XA', 13],
      ['XB', 14],
    ],
    [event],
    'XA',
    'the article is about one far more',
  ],
  [[['XA', 2]], [], undefined, 'nothing happened there'],
  [[], [event], undefined, 'no country is named'],
  [[['XA', 2]], [{ ...event, type: 'CONSULT' }], undefined, 'talks are held anywhere'],
])('%j, %j: %s (%s)', (others, events, country) => {
  const entities = [...others.map(([code, at], index) => named(`e${index}`, code, at)), unlisted(8)]
  const place = withHome(entities, events, { text: TEXT, sentences: SENTENCES }, { demonyms: new Map() }, NATIONS).find(
    ({ id }) => id === 'x',
  )?.place
  expect(place?.country).toBe(country)
  if (country) expect(place).toMatchObject({ precision: 'country', relation: 'in' })
})

it.each<[at: number, name: string, why: string]>([[8, 'Mill Road', 'too small']])(
  '%s %s stays without a point (%s)',
  (at, name) => {
    const found = withHome(
      [named('e', 'XA', 2), unlisted(at, name)],
      [event],
      { text: TEXT, sentences: SENTENCES },
      { demonyms: new Map() },
      NATIONS,
    )
    expect(found.find(({ id }) => id === 'x')?.place).toBeUndefined()
  },
)

const reads = (text: string, listed: Record<string, Partial<EntityPlace>>, unlistedName: string) => {
  const at = (name: string): [number, number] => [text.indexOf(name), text.indexOf(name) + name.length]
  const entity = (name: string, place?: EntityPlace): Entity => ({
    id: name,
    type: 'place',
    name,
    mentions: [{ span: at(name), kind: 'name' }],
    ...(place ? { place } : {}),
  })
  const others = Object.entries(listed).map(([name, place]) => entity(name, { ...ALIA, ...place }))
  const own = { ...event, place: unlistedName }
  const sentences = [sentence(0, text.length)]
  return withHome([...others, entity(unlistedName)], [own], { text, sentences }, { demonyms: new Map() }, NATIONS).at(
    -1,
  )?.place
}

it.each<[text: string, country: string | undefined, precision: string | undefined, why: string]>([
  ['Shots rang out in the Karim district of the northern Dol province.', 'XA', 'region', 'what contains it'],
  ['Shots rang out in Karim, in Dol.', 'XA', 'region', ''],
  ['Shots rang out in Karim and in Dol.', 'XA', 'country', 'two places'],
  ['Jets of Alia bombed Karim.', 'XA', 'country', 'named in its sentence'],
  ['The Alia-based monitor spoke of shots in Karim.', undefined, undefined, 'where a monitor sits'],
  ['Jets that Alia had sent bombed Karim.', undefined, undefined, 'who did it, not where'],
])('%s: %s, %s (%s)', (text, country, precision) => {
  const listed: Record<string, Partial<EntityPlace>> = text.includes('Dol')
    ? { Dol: { precision: 'region' } }
    : { Alia: {} }
  const place = reads(text, listed, 'Karim')
  // Nothing else is named, so that the article's own country is the same.
  expect(place?.precision).toBe(precision ?? 'country')
  if (country) expect(place?.country).toBe(country)
})

it.each<[dateline: boolean, country: string | undefined, why: string]>([
  [false, 'XA', 'named in the article'],
  [true, undefined, 'named in the dateline alone, where the reporter was'],
])('a country in a dateline (%s): %s', (isDateline, country) => {
  const entities = [named('e', 'XA', 2), unlisted(12)]
  const article = { text: TEXT, sentences: SENTENCES }
  const dateline = isDateline ? { span: [0, 6] as [number, number] } : undefined
  const found = withHome(entities, [event], article, { demonyms: new Map() }, NATIONS, dateline)
  expect(found.find(({ id }) => id === 'x')?.place?.country).toBe(country)
})
