import { expect, test } from 'vitest'
import { binsOf } from './bins.ts'

const weeks = (...starts: string[]) => starts.map((start) => ({ start, count: 1 }))

test('the unit fits the span of time, and nothing is lost', () => {
  const table: [starts: string[], unit: string, bars: number, first: string, why: string][] = [
    [['2023-03-13'], 'week', 1, 'week of 13 March 2023', 'one week'],
    [['2023-03-13', '2023-04-03'], 'week', 4, 'week of 13 March 2023', 'empty weeks between'],
    [['2021-11-29', '2023-03-13'], 'month', 17, 'November 2021', 'over a year'],
    [['2016-06-27', '2023-03-13'], 'quarter', 28, 'April to June 2016', 'over some years'],
    [['1990-01-01', '2023-03-13'], 'year', 34, '1990', 'a lifetime'],
  ]
  for (const [starts, unit, bars, first, why] of table) {
    const found = binsOf([weeks(...starts)])
    expect([found.unit, found.bins.length, found.bins[0].label], why).toEqual([unit, bars, first])
    expect(
      found.bins.reduce((sum, { counts }) => sum + counts[0], 0),
      why,
    ).toBe(starts.length)
  }
  expect(binsOf([]).bins).toEqual([])
})

test('series share an axis, and none is counted as another', () => {
  const { bins } = binsOf([weeks('2023-03-13', '2023-03-13'), weeks('2023-03-27'), []])
  expect(bins.map(({ counts }) => counts)).toEqual([
    [2, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
  ])
})
