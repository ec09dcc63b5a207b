// The small comparisons that reconciling consists of, as tables.

import { describe, expect, it } from 'vitest'
import { averageLinkage } from './average-linkage.ts'
import { compareMeans, type Means } from './means.ts'
import type { Spot } from './mention.ts'
import type { Origin } from './origins.ts'
import { isReprint } from './reprints.ts'
import { isSameOrigin } from './same-origin.ts'
import { agree } from './tallies.ts'
import { comparePlaces, kilometres } from './where.ts'
import { nameWords, sameName, tellingWords } from './words.ts'

it.each([
  ['Albin Kurti', 'Kurti', true, 'a short name'],
  ['Albin Kurti', 'Alban Kurti', false, 'short words must be the same to the letter'],
  ['Rommel Dalandag', 'Dalandang', true, 'one letter too many'],
  ['Óscar Pachón', 'Oscar Pachon', true, 'without accents'],
  ['General Ruiz', 'Ruiz', true, 'without a title'],
  ['Ana Ruiz', 'Ivo Ruiz', false, 'two of one family'],
  ['the', 'a', false, 'nothing but articles'],
])('%s and %s: %s (%s)', (one, other, expected) => {
  expect(sameName(nameWords(one), nameWords(other))).toBe(expected)
})

it('takes "killed", "killing" and "kills" for one word', () => {
  expect([...tellingWords('Killed, killing, kills')]).toEqual(['kill'])
})

it.each<
  [
    low: number,
    high: number | null,
    approximate: boolean,
    other: number,
    otherHigh: number | null,
    expected: boolean,
    why: string,
  ]
>([
  [40, null, false, 45, 45, true, 'at least 40, and 45'],
  [40, null, false, 12, 12, false, 'at least 40, and 12'],
  [24, 99, true, 38, 38, true, 'dozens, and 38'],
  [3, 3, false, 5, 5, false, '3, and 5'],
  [800, 800, true, 750, 750, true, 'about 800, and 750'],
  [800, 800, false, 750, 750, false, '800, and 750'],
])('%d to %s (about: %s) and %d to %s agree: %s (%s)', (low, high, approximate, otherLow, otherHigh, expected) => {
  expect(agree({ low, high, approximate }, { low: otherLow, high: otherHigh, approximate: false })).toBe(expected)
})

const spot = (
  name: string,
  lat: number,
  lon: number,
  precision: Spot['precision'],
  more: Partial<Spot> = {},
): Spot => ({
  name,
  lat,
  lon,
  precision,
  span: [0, 1],
  ...more,
})
const tabqa = spot('Tabqa', 35.84, 38.55, 'settlement', { country: 'SY', admin1: '04', geonameId: 163_000 })

it.each<[Spot, string, string]>([
  [spot('Al-Thawrah', 35.84, 38.55, 'settlement', { country: 'SY', geonameId: 163_000 }), 'same', 'under another name'],
  [spot('Raqqa province', 36, 38.9, 'region', { country: 'SY', admin1: '04' }), 'within', 'a town and its province'],
  [spot('Syria', 35, 38, 'country', { country: 'SY' }), 'within', 'a town and its country'],
  [spot('Iraq', 33, 44, 'country', { country: 'IQ' }), 'apart', 'another country'],
  [
    spot('Safsafah', 35.83, 38.65, 'settlement', { country: 'SY', geonameId: 1 }),
    'near',
    'a village nine kilometres off',
  ],
  [spot('Homs', 34.73, 36.71, 'settlement', { country: 'SY', geonameId: 2 }), 'apart', 'another town'],
  [spot('near Tabqa', 41, 30, 'settlement', { country: 'TR', geonameId: 3 }), 'unsure', 'one name, read as two towns'],
])('Tabqa and %o: %s (%s)', (other, expected) => expect(comparePlaces(tabqa, other)).toBe(expected))

it('measures along the globe', () => {
  expect(kilometres({ lat: 52.52, lon: 13.4 }, { lat: 48.86, lon: 2.35 })).toBeCloseTo(878, -1)
})

it.each<[Means, Means, number]>([
  ['blast', 'blast', 1],
  ['bomb', 'artillery', 0],
  ['blast', 'abduction', -1],
  [null, 'blast', 0],
])('%s and %s: %d', (one, other, expected) => expect(compareMeans(one, other)).toBe(expected))

const origin = (kind: Origin['kind'], label: string, own: string, more: Partial<Origin> = {}): Origin => ({
  kind,
  label,
  words: kind === 'unnamed' ? [] : nameWords(label),
  own,
  ...more,
})

describe('origins', () => {
  it.each<[Origin, Origin, boolean, boolean, string]>([
    [origin('named', 'the army', 'a'), origin('named', 'army', 'b'), false, true, 'one army in two papers'],
    [
      origin('named', 'a spokesman for the army', 'a'),
      origin('named', 'the army', 'b'),
      false,
      true,
      'a spokesman is his body',
    ],
    [
      origin('named', 'the army', 'a', { country: 'ML' }),
      origin('named', 'the army', 'b', { country: 'NE' }),
      false,
      false,
      'two armies',
    ],
    [origin('unnamed', 'a doctor', 'a'), origin('unnamed', 'a doctor', 'b'), false, false, 'two doctors'],
    [origin('unnamed', 'a doctor', 'a'), origin('unnamed', 'a doctor', 'b'), true, true, 'one doctor in a reprint'],
    [origin('voice', 'Harbour Courier', 'a'), origin('voice', 'Tihama Today', 'b'), false, false, 'two outlets'],
    [
      origin('voice', 'Harbour Courier', 'a'),
      origin('voice', 'Tihama Today', 'b'),
      true,
      true,
      'one wire in two outlets',
    ],
    [
      origin('voice', 'the report itself', 'a', { words: [] }),
      origin('voice', 'the report itself', 'b', { words: [] }),
      false,
      false,
      'outlets nobody knows',
    ],
  ])('%o, %o, reprints %s: %s (%s)', (one, other, reprints, expected) => {
    expect(isSameOrigin(one, other, reprints)).toBe(expected)
  })
})

it.each<[number[], number[], boolean, string]>([
  [[1, 2, 3, 4, 5, 6], [1, 2, 3, 9], true, 'three of four'],
  [[1, 2, 3, 4, 5, 6], [1, 7, 8, 9], false, 'one of four'],
  [[1, 2], [1, 2], false, 'too little to tell'],
])('%j and %j are one text: %s (%s)', (one, other, expected) => {
  expect(isReprint(new Set(one), new Set(other))).toBe(expected)
})

describe('average linkage', () => {
  const pair = (one: number, other: number, score: number) => ({ one, other, score })
  it.each([
    [3, [pair(0, 1, 5), pair(1, 2, 5), pair(0, 2, 5)], [[0, 1, 2]], 'all alike'],
    [3, [pair(0, 1, 5), pair(1, 2, 2)], [[0, 1], [2]], 'a chain holds only as far as the average does'],
    [
      4,
      [pair(0, 1, 5), pair(2, 3, 5), pair(1, 2, 4)],
      [
        [0, 1],
        [2, 3],
      ],
      'one pair does not bridge two clusters: the three others speak against it',
    ],
    [2, [pair(0, 1, 0)], [[0], [1]], 'not alike enough'],
    [0, [], [], 'nothing'],
  ])('of %d by %j: %j (%s)', (size, pairs, expected) =>
    expect(averageLinkage(size, pairs, { minAverage: 1, uncompared: () => -1 })).toEqual(expected),
  )
})
