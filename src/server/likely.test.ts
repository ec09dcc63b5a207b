import { expect, test } from 'vitest'
import { aspect } from '../testing/cited-incident.ts'
import { TWO_INCIDENTS } from '../testing/two-incidents.ts'
import type { Aspect, Incident } from '../types.ts'
import { likenessOf } from './likely.ts'

const HERAT = { name: 'Herat', lat: 34.35, lon: 62.2, country: 'AF', geonameId: 1, precision: 'settlement' as const }
const means = (name: 'bomb' | 'firearms'): Aspect => {
  const made = aspect('instrument', 'single', [[name]])
  return { ...made, claims: made.claims.map((claim) => ({ ...claim, value: { kind: 'means', means: name } })) }
}
const incident = (given: Partial<Incident>): Incident => ({
  ...TWO_INCIDENTS[0],
  mode: undefined,
  place: HERAT,
  time: { start: '2024-04-29', end: '2024-04-29', precision: 'day' },
  aspects: [],
  ...given,
})
const ONE = incident({ aspects: [means('bomb')] })

test('place and means make incidents alike; a day alone does not', () => {
  const ranked: [why: string, other: Incident][] = [
    ['the same town, means and day', incident({ aspects: [means('bomb')] })],
    [
      'the same town and means, the next day',
      incident({ aspects: [means('bomb')], time: { start: '2024-04-30', end: '2024-04-30', precision: 'day' } }),
    ],
    ['the same town and kind, other means', incident({ aspects: [means('firearms')] })],
    [
      'the same means in the same country',
      incident({ aspects: [means('bomb')], place: { ...HERAT, geonameId: 2, lat: 31.6, lon: 65.7 }, time: null }),
    ],
  ]
  const scores = ranked.map(([, other]) => likenessOf(ONE, other))
  expect(scores).toEqual([...scores].sort((a, b) => b - a))
  expect(scores.every((score) => score > 0)).toBe(true)

  const unlike: [why: string, other: Incident][] = [
    ['the same day, nothing else', incident({ type: 'PROTEST', place: null })],
    ['the same day and kind, no place', incident({ place: null })],
    [
      'the same day and country',
      incident({ type: 'PROTEST', place: { ...HERAT, geonameId: 2, lat: 31.6, lon: 65.7 } }),
    ],
    [
      'the same means and day in another country',
      incident({ aspects: [means('bomb')], place: { ...HERAT, country: 'CO', geonameId: 3, lat: 4.6, lon: -74 } }),
    ],
  ]
  for (const [why, other] of unlike) expect(likenessOf(ONE, other), why).toBe(0)
})
