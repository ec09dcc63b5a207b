import { expect, test } from 'vitest'
import { nextLook, nextRound, nextTry } from './schedule.ts'

const pace = { every: 15 * 60_000, longest: 6 * 3_600_000 }
const none = () => 0
const minutes = (time: number | null) => (time === null ? null : time / 60_000)

const ROUNDS: [headers: [string, string][], ttl: number | undefined, expected: number, why: string][] = [
  [[], undefined, 15, 'nobody wishes anything'],
  [[['Cache-Control', 'public, max-age=3600']], undefined, 60, 'the server wishes an hour'],
  [
    [
      ['cache-control', 'max-age=3600'],
      ['age', '1800'],
    ],
    undefined,
    30,
    'half of it has gone by',
  ],
  [[['cache-control', 'max-age=60']], undefined, 15, 'more often than asked for is not wished'],
  [[['cache-control', 'max-age=99999999']], undefined, 360, 'too long a wish'],
  [[['cache-control', 'no-cache, max-age=3600']], undefined, 15, 'look-alike: no-cache'],
  [[], 120, 120, 'the feed wishes two hours'],
  [[['cache-control', 's-maxage=3600']], undefined, 15, 'look-alike: meant for others'],
]

test.each(ROUNDS)('a source: %j, ttl %s: after %s minutes, %s', (headers, ttl, expected) => {
  expect(minutes(nextRound(pace, headers, ttl, 0, none))).toBe(expected)
})

test('an article: sooner, then later, then never', () => {
  expect([1, 2, 3, 4, 5, 6].map((answers) => minutes(nextLook(answers, 0, none)))).toEqual([
    60,
    360,
    1440,
    4320,
    10080,
    null,
  ])
})

test('failures: longer and longer, no longer than the longest; what the server wishes goes before, within a day', () => {
  const half = () => 0.5
  expect([1, 2, 3, 9, 10, 1000].map((failures) => minutes(nextTry(failures, pace, undefined, 0, half)))).toEqual([
    1, 2, 4, 256, 360, 360,
  ])
  expect(minutes(nextTry(1, pace, 30 * 60_000, 0, half))).toBe(30)
  expect(minutes(nextTry(1, pace, 99 * 3_600_000, 0, half))).toBe(24 * 60)
  expect(nextTry(1, pace, undefined, 0, none)).not.toBe(nextTry(1, pace, undefined, 0, () => 0.9))
})
