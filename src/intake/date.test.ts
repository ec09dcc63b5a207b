import { expect, it } from 'vitest'
import { parseDate } from './date.ts'

it.each([
  ['2019-11-19', '2019-11-19', 'a date'],
  [
    ' 2019-11-19T14:37:00-05:00 ',
    '2019-11-19T14:37:00-05:00',
    'an instant keeps its offset: the day there may be another',
  ],
  ['2019-11-19T14:37:00.123Z', '2019-11-19T14:37:00Z', 'parts of seconds'],
  ['2019-11-19T14:37-0500', '2019-11-19T14:37:00-05:00', 'an offset without a colon, no seconds'],
  ['2019-11-19 14:37:00 +02', '2019-11-19T14:37:00+02:00', 'a blank for T'],
  ['2019-11-19 14:37:00 UTC', '2019-11-19T14:37:00Z', 'UTC by name'],
  ['20191119T143700Z', '2019-11-19T14:37:00Z', 'the basic format'],
  ['20191119', '2019-11-19', 'the basic format of a date'],
  ['2019-11-19T14:37:00', '2019-11-19', 'no offset, no instant: the day alone'],
  ['Tue, 19 Nov 2019 14:37:00 GMT', '2019-11-19T14:37:00Z', 'as in HTTP'],
  ['Tue, 19 Nov 2019 14:37:00 EST', '2019-11-19T14:37:00-05:00', 'the zones that feeds name'],
  ['Tue, 16 Jul 2019 14:37:00 PDT', '2019-07-16T14:37:00-07:00', 'in summer'],
  ['19 November 2019', '2019-11-19', 'British'],
  ['November 19, 2019', '2019-11-19', 'American'],
  ['Tuesday, Nov. 19 2019', '2019-11-19', 'short, with the day of the week'],
  ['2020-02-29', '2020-02-29', 'a leap day'],
])('%j is %s (%s)', (text, expected) => {
  expect(parseDate(text)).toBe(expected)
})

it.each([
  ['11/12/2019', 'day or month first'],
  ['12.11.2019', 'day or month first'],
  ['2019', 'a year is no day'],
  ['2019-11', 'a month is no day'],
  ['2019-02-30', 'no such day'],
  ['2019-13-01', 'no such month'],
  ['2 hours ago', 'from when?'],
  ['yesterday', 'from when?'],
  ['1574174220', 'seconds since 1970, perhaps'],
  ['0001-01-01T00:00:00Z', 'what a program writes for nothing'],
  ['Smarch 13, 2019', 'no such month'],
  ['', 'nothing'],
])('%j is no date (%s)', (text) => {
  expect(parseDate(text)).toBeNull()
})
