import { expect, it } from 'vitest'
import type { Entity } from '../../types.ts'
import { withoutMisplaced } from './misplaced.ts'

type Place = NonNullable<Entity['place']>

/** An entity that is mentioned so often, at a point of its own. */
function placed(id: string, times: number, country: string, more: Partial<Place> = {}): Entity {
  const place: Place = { lat: times, lon: 1, country, precision: 'settlement', confidence: 0.8, ...more }
  return {
    id,
    type: 'place',
    name: id,
    mentions: Array.from({ length: times }, () => ({ span: [0, 1], kind: 'name' })),
    place,
  }
}

const MALI = placed('Mali', 5, 'ML', { precision: 'country', featureCode: 'PCLI' })
const GAO = placed('Gao', 3, 'ML', { featureCode: 'PPLA' })

it.each<[village: Entity, others: Entity[], country: string, why: string]>([
  [placed('Tessit', 1, 'US', { featureCode: 'PPL', geonameId: 7 }), [MALI, GAO], 'ML', 'nothing else is in the USA'],
  [placed('Tessit', 1, 'ML', { featureCode: 'PPL' }), [MALI, GAO], 'ML', 'where the article is'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPL' }), [MALI], 'US', 'too little else is mentioned'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLA2', confidence: 0.2 }), [MALI, GAO], 'ML', 'a seat, and a mere guess'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLA2' }), [MALI, GAO], 'US', 'a seat, and no guess'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLA4' }), [MALI, GAO], 'ML', 'the seat of a parish'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLX' }), [MALI, GAO], 'ML', 'a quarter'],
  [placed('Tessit', 1, 'US', { featureCode: 'ADM3' }), [MALI, GAO], 'ML', 'a small district'],
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPL' }),
    [MALI, GAO, placed('Kidal', 1, 'US', { featureCode: 'PPL' })],
    'US',
    'two, and too little else',
  ],
  [placed('Paris', 1, 'FR', { featureCode: 'PPLC' }), [MALI, GAO], 'FR', 'a capital is known everywhere'],
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPL' }),
    [MALI, GAO, placed('Texas', 1, 'US', { precision: 'region' })],
    'US',
    'the article speaks of the USA besides',
  ],
])('%#: %j', (village, others, country) => {
  const [, ...rest] = withoutMisplaced([village, ...others])
  expect(withoutMisplaced([village, ...others])[0].place?.country).toBe(country)
  expect(rest).toEqual(others)
})

it('is known to its country alone', () => {
  const [village] = withoutMisplaced([placed('Tessit', 1, 'US', { featureCode: 'PPL', geonameId: 7 }), MALI, GAO])
  expect(village.place).toEqual({
    lat: 5,
    lon: 1,
    country: 'ML',
    precision: 'country',
    relation: 'in',
    confidence: 0.8,
  })
})

it.each<[village: Entity, others: Entity[], kept: boolean, why: string]>([
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPLA2', confidence: 0.2 }),
    [GAO],
    false,
    'a guess, and all else is in Mali',
  ],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLA2', confidence: 0.5 }), [GAO], true, 'no guess'],
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPL', confidence: 0.2 }),
    [placed('Gao', 1, 'ML')],
    true,
    'too little else',
  ],
  [placed('Tessit', 1, 'US', { featureCode: 'PPL' }), [GAO, placed('Kidal', 4, 'ML')], false, 'all else is in Mali'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPL' }), [GAO], true, 'one other place'],
  [placed('Tessit', 1, 'US', { featureCode: 'PPLA' }), [GAO, placed('Kidal', 4, 'ML')], true, 'a known town'],
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPL' }),
    [GAO, placed('Kidal', 4, 'ML'), placed('Niamey', 1, 'NE')],
    true,
    'three countries',
  ],
  [
    placed('Tessit', 1, 'US', { featureCode: 'PPL', confidence: 0.2 }),
    [GAO, placed('Niamey', 1, 'NE')],
    true,
    'two other countries',
  ],
])('without a country named: %#', (village, others, kept) => {
  expect(withoutMisplaced([village, ...others])[0].place !== undefined).toBe(kept)
})
