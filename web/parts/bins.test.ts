import { expect, test } from 'vitest'
import { binsOf } from './bins.ts'

const days = (...all: string[]) => all.map((day) => ({ day, count: 1 }))

test('the unit fits the span of time, and nothing is lost', () => {
  const table: [starts: string[], unit: string, bars: number, first: string, why: string][] = [
    [['2023-03-13'], 'week', 1, 'week of 13 March 2023', 'a Monday'],
    [['2023-03-19'], 'week', 1, 'week of 13 March 2023', 'a Sunday'],
    [['2023-03-15', '2023-03-20'], 'week', 2, 'week of 13 March 2023', 'six days, and two weeks'],
    [['2023-03-13', '2023-04-03'], 'week', 4, 'week of 13 March 2023', 'empty weeks between'],
    [['2021-11-29', '2023-03-13'], 'month', 17, 'November 2021', 'over a year'],
    [['2016-06-27', '2023-03-13'], 'quarter', 28, 'April to June 2016', 'over some years'],
    [['2016-07-01', '2023-03-13'], 'quarter', 27, 'July to September 2016', 'the first day of a quarter, a Friday'],
    [['1990-01-01', '2023-03-13'], 'year', 34, '1990', 'a lifetime'],
    [['1994-01-01', '2023-03-13'], 'year', 30, '1994', 'the first day of a year, a Saturday'],
  ]
  for (const [starts, unit, bars, first, why] of table) {
    const found = binsOf([days(...starts)])
    expect([found.unit, found.bins.length, found.bins[0].label], why).toEqual([unit, bars, first])
    expect(
      found.bins.reduce((sum, { counts }) => sum + counts[0], 0),
      why,
    ).toBe(starts.length)
  }
  expect(binsOf([]).bins).toEqual([])
})

test('series share an axis, and none is counted as another', () => {
  const { bins } = binsOf([days('2023-03-13', '2023-03-13'), days('2023-03-27'), []])
  expect(bins.map(({ counts }) => counts)).toEqual([
    [2, 0, 0],
    [0, 0, 0],
    [0, 1, 0],
  ])
})
