import { expect, test } from 'vitest'
import type { AccountAnswer } from '../../src/server/answers.ts'
import type { Question } from './say.ts'
import { drawToll, isWorthDrawing, tollSeries } from './toll.ts'

const account = (originNumber: number, published: string | null): AccountAnswer => ({
  sha256: 'a'.repeat(64),
  article: 1,
  event: 'v1',
  statement: null,
  outlet: null,
  title: null,
  file: 'wire.txt',
  published,
  origin: `source ${originNumber}`,
  originNumber,
  chain: [],
  basis: 'first-hand',
  named: true,
  reliability: 'F',
  voice: false,
  sentence: '',
  outside: false,
})
type Told = readonly [account: number, low: number, high?: number | null, isPart?: boolean]
const question = (...told: Told[]): Question => ({
  name: 'count:killed',
  state: 'agreed',
  pairs: [],
  stands: told.map(([account, low, high = low, isPart = false]) => ({
    words: String(low),
    source: null,
    denied: false,
    bounds: { low, high },
    isPart,
    side: null,
    says: [{ account, event: 'v1', words: String(low), at: [0, 1], revised: false }],
  })),
})
const ACCOUNTS = [account(0, '2024-05-01'), account(0, '2024-05-03T10:00Z'), account(1, '2024-05-02'), account(2, null)]

test('a series for each source, by day; parts and what has no date are left out', () => {
  const series = tollSeries(question([1, 9], [0, 4], [2, 7, null], [3, 30], [0, 2, 2, true]), ACCOUNTS)
  expect(series.map(({ name, told }) => [name, told.map(({ day, low, high }) => [day, low, high])])).toEqual([
    [
      'source 0',
      [
        ['2024-05-01', 4, 4],
        ['2024-05-03', 9, 9],
      ],
    ],
    ['source 1', [['2024-05-02', 7, null]]],
  ])
})

test('it is drawn only if days and numbers differ', () => {
  const table: [told: Told[], expected: boolean, why: string][] = [
    [
      [
        [0, 4],
        [1, 9],
      ],
      true,
      'it rose',
    ],
    [
      [
        [0, 4],
        [1, 4],
      ],
      false,
      'it stayed',
    ],
    [
      [
        [0, 4],
        [0, 9],
      ],
      false,
      'one day',
    ],
    [[[0, 4]], false, 'told once'],
    [[], false, 'nothing'],
  ]
  for (const [told, expected, why] of table)
    expect(isWorthDrawing(tollSeries(question(...told), ACCOUNTS)), why).toBe(expected)
})

test('the scale begins at nought, has few lines, and holds every number', () => {
  for (const most of [1, 4, 17, 23, 104, 1300]) {
    const { ticks, lines } = drawToll(tollSeries(question([0, 1], [1, most]), ACCOUNTS), 300, 100)
    expect(ticks[0]).toEqual({ y: 100, label: '0' })
    expect(ticks.length, String(most)).toBeLessThan(8)
    expect(lines.flatMap(({ points }) => points).every(({ y }) => y >= 0 && y <= 100)).toBe(true)
  }
})
