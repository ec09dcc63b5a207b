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
  const place = withHome(entities, events, { sentences: SENTENCES }, { demonyms: new Map() }, NATIONS).find(
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
      { sentences: SENTENCES },
      { demonyms: new Map() },
      NATIONS,
    )
    expect(found.find(({ id }) => id === 'x')?.place).toBeUndefined()
  },
)
