import { expect, it } from 'vitest'
import { dayOf, daysIn, hoursOf, isoDate, isoOf, monthOf, parseDay, weekdayOf, weekOf } from './calendar.ts'

it.each([
  ['2016-01-01', 5, '2015-W53'],
  ['2016-06-26', 7, '2016-W25'],
  ['2018-12-31', 1, '2019-W01'],
  ['1970-01-01', 4, '1970-W01'],
  ['0347-09-30', 2, '0347-W40'],
])('%s is weekday %i of %s', (iso, weekday, week) => {
  const day = parseDay(iso) ?? Number.NaN
  expect([isoOf(day), weekdayOf(day), weekOf(day)]).toEqual([iso, weekday, week])
})

it.each([
  [2016, 2, 29, '2016-02-29'],
  [2015, 2, 29, null],
  [2015, 13, 1, null],
  [2015, 6, 0, null],
])('%i, month %i, day %i is %j', (year, month, date, iso) => {
  expect(isoDate(year, month, date)).toBe(iso)
})

it('knows months and their lengths', () => {
  expect([
    daysIn(1900, 2),
    daysIn(2000, 2),
    monthOf('Sept.'),
    monthOf('Mon'),
    parseDay('2016'),
    dayOf(1970, 1, 1),
  ]).toEqual([28, 29, 9, null, null, 0])
})

it.each<[value: string, hours: ReturnType<typeof hoursOf>, why: string]>([
  ['2016-06-26TMO', [4, 12], 'a morning'],
  ['2016-06-26TNI', [18, 30], 'a night, which ends on the next day'],
  ['2016-06-26T15:30', [14, 17], 'an hour, and those around it'],
  ['2016-06-26', undefined, 'a whole day'],
  ['2016-W26', undefined, 'a week'],
  ['XXXX-XX-XXT12:00', undefined, 'of no day'],
])('%s: %j (%s)', (value, hours) => expect(hoursOf(value)).toEqual(hours))
