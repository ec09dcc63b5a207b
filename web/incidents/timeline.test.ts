import { expect, test } from 'vitest'
import type { IncidentHead } from '../../src/server/answers.ts'
import { layOutTime } from './timeline.ts'

const incident = (id: string, start: string | null, end = start): IncidentHead => ({
  id,
  type: 'ASSAULT',
  title: 'Attack',
  gist: '',
  tags: [],
  told: '',
  start,
  end,
  timePrecision: 'day',
  place: null,
  lat: null,
  lon: null,
  country: null,
  placePrecision: null,
  accounts: 1,
  origins: 1,
  disputed: [],
  grade: '3',
  oneUnnamed: false,
  outside: 0,
})

test('what overlaps stands in lanes, what is vague is long, what has no date is not there', () => {
  const all = [
    incident('a', '2024-04-01'),
    incident('b', '2024-04-01'),
    incident('c', '2024-01-01', '2024-12-31'),
    incident('d', null),
  ]
  const { bars, ticks, xOf, dayAt } = layOutTime(all, all, 900)
  expect(bars.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c'])
  expect(new Set(bars.map(({ bottom }) => bottom)).size).toBe(3)
  expect(bars.find(({ key }) => key === 'c')?.width).toBeGreaterThan(800)
  expect(dayAt(xOf('2024-07-15'))).toBe('2024-07-15')
  expect(ticks.length).toBeGreaterThan(2)
  expect(ticks.every(({ x }) => x >= 0 && x <= 900)).toBe(true)
  expect(layOutTime([], [], 900).bars).toEqual([])
})

test('of very many, each day counts its own', () => {
  const all = Array.from({ length: 2000 }, (_, index) => ({
    ...incident(`i${index}`, '2024-04-01'),
    disputed: index % 4 ? [] : ['time'],
  }))
  const { bars } = layOutTime(all, all, 900)
  expect(bars.map(({ height, disputed, what }) => [height, disputed, what])).toEqual([
    [0.25, true, '2,000 incidents, 500 disputed'],
    [0.75, false, '2,000 incidents, 500 disputed'],
  ])
})
