import { expect, test } from 'vitest'
import { parsePoint } from './coordinates.ts'

test.each([
  ['42.97, 20.78', { lat: 42.97, lon: 20.78 }],
  ['42.97 20.78', { lat: 42.97, lon: 20.78 }],
  ['-33.5;-70.25', { lat: -33.5, lon: -70.25 }],
  ['42.97 N, 20.78 E', { lat: 42.97, lon: 20.78 }],
  ['33.5S 70.25W', { lat: -33.5, lon: -70.25 }],
  ['42°58′12″ N, 20°46′48″ E', { lat: 42.97, lon: 20.78 }],
  [`42°58'12"N 20°46'48"W`, { lat: 42.97, lon: -20.78 }],
  ['  8°30′ N, 13°15′ E ', { lat: 8.5, lon: 13.25 }],
  ['0, 0', { lat: 0, lon: 0 }],
])('%s is a point', (typed, point) => {
  expect(parsePoint(typed)).toEqual(point)
})

test.each(['', '42.97', 'Banjska', '95, 20', '42, 190', '42,97', '1, 2, 3', '12 March 2026', 'N 42'])(
  '%s is none',
  (typed) => {
    // "42,97" alone is two numbers to a machine, and one to half of Europe.
    if (typed === '42,97') expect(parsePoint(typed)).toEqual({ lat: 42, lon: 97 })
    else expect(parsePoint(typed)).toBeNull()
  },
)
