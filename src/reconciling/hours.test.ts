import { expect, it } from 'vitest'
import { hoursOf } from './hours.ts'

it.each<[value: string, hours: ReturnType<typeof hoursOf>, why: string]>([
  ['2016-06-26TMO', [4, 12], 'a morning'],
  ['2016-06-26TNI', [18, 30], 'a night, which ends on the next day'],
  ['2016-06-26T15:30', [14, 17], 'an hour, and those around it'],
  ['2016-06-26', undefined, 'a whole day'],
  ['2016-W26', undefined, 'a week'],
  ['XXXX-XX-XXT12:00', undefined, 'of no day'],
])('%s: %j (%s)', (value, hours) => expect(hoursOf(value)).toEqual(hours))
