import { expect, test } from 'vitest'
import { parseDate } from './times.ts'

const DATES: [typed: string, expected: string | null][] = [
  ['2016-06-26', '2016-06-26 day 2016-06-26 2016-06-26'],
  [' 2016-06 ', '2016-06 month 2016-06-01 2016-06-30'],
  ['2016', '2016 year 2016-01-01 2016-12-31'],
  ['2016-05-03/2016-05-05', '2016-05-03/2016-05-05 week 2016-05-03 2016-05-05'],
  ['2016-02-30', null],
  ['2016-13', null],
  ['2016-05-05/2016-05-03', null],
  ['2016/2017', null],
  ['2016-05-03/2016-05-04/2016-05-05', null],
  ['yesterday', null],
  ['', null],
  ['26.06.2016', null],
]

test.each(DATES)('%j is %s', (typed, expected) => {
  const date = parseDate(typed)
  expect(date && `${date.value} ${date.precision} ${date.start} ${date.end}`).toBe(expected)
})
