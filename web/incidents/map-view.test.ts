import { expect, test } from 'vitest'
import type { IncidentHead } from '../../src/server/answers.ts'
import { dotAt, merged, viewMap } from './map-view.ts'
import type { World } from './world.ts'

const square = (west: number, south: number, east: number, north: number): World[number] => ({
  outline: {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [west, north],
        [east, north],
        [east, south],
        [west, south],
      ],
    ], // clockwise, as d3 has it
  },
  box: [west, south, east, north],
})
const WORLD: World = [square(0, 0, 10, 10), square(100, 0, 110, 10)]
const WINDOW = { width: 600, height: 400, zoom: 1, middle: null }

const at = (lon: number | null, lat: number | null, placePrecision: string): IncidentHead => ({
  id: `${lon} ${placePrecision}`,
  type: 'ASSAULT',
  title: 'Attack',
  gist: '',
  tags: [],
  told: '',
  start: null,
  end: null,
  timePrecision: null,
  place: 'Somewhere',
  lat,
  lon,
  country: null,
  placePrecision,
  accounts: 1,
  origins: 1,
  disputed: [],
  grade: '3',
  oneUnnamed: false,
  outside: 0,
})

test('a place is drawn as large as it is known', () => {
  const incidents = [
    at(5, 5, 'settlement'),
    at(5, 5, 'country'),
    at(3, 3, 'region'),
    at(4, 4, 'district'),
    at(null, null, 'exact'),
  ]
  const { spots } = viewMap(incidents, WORLD, WINDOW)
  expect(spots.map(({ precision, shape }) => [precision, 'path' in shape])).toEqual([
    ['country', true],
    ['region', true],
    ['district', true],
    ['settlement', false],
  ])
  const size = (index: number) => {
    const { shape } = spots[index]
    const xs = 'path' in shape ? [...shape.path.matchAll(/[ML](-?[\d.]+),/g)].map(([, x]) => Number(x)) : [0]
    return Math.max(...xs) - Math.min(...xs)
  }
  expect(size(0)).toBeGreaterThan(size(1))
  expect(size(1)).toBeGreaterThan(size(2) * 3)
})

test('what lies outside the window is not drawn; a box comes back from the window', () => {
  const view = viewMap([at(5, 5, 'settlement')], WORLD, WINDOW)
  expect(view.outlines.match(/M/g)).toHaveLength(1)
  const { x, y, width, height } = view.boxOf([4, 4, 6, 7])
  const [west, north] = view.degreesAt(x, y)
  const [east, south] = view.degreesAt(x + width, y + height)
  for (const [found, expected] of [
    [west, 4],
    [south, 4],
    [east, 6],
    [north, 7],
  ])
    expect(found).toBeCloseTo(expected, 5)
})

test('incidents of one place are one spot', () => {
  const { spots } = viewMap([at(5, 5, 'settlement'), at(5, 5, 'settlement')], WORLD, WINDOW)
  expect(spots.map(({ incidents }) => incidents.length)).toEqual([2])
  expect(viewMap([], WORLD, WINDOW).spots).toEqual([])
})

test('many spots are one shape for each look, areas under dots, and a dot is still found', () => {
  const dispute = { ...at(6, 6, 'settlement'), disputed: ['count:killed'] }
  const { spots } = viewMap([at(5, 5, 'settlement'), dispute, at(3, 3, 'region'), at(2, 2, 'exact')], WORLD, WINDOW)
  const paths = merged(spots)
  expect(paths.map(({ look, path }) => [look, path.split('M').length - 1])).toEqual([
    ['area', 1],
    ['area disputed', 0],
    ['dot', 2],
    ['dot disputed', 1],
  ])
  const found = spots.find(({ incidents }) => incidents.includes(dispute))
  if (!found || !('x' in found.shape)) throw new Error('no dot')
  expect(dotAt(spots, found.shape.x + 2, found.shape.y)).toBe(found)
  expect(dotAt(spots, found.shape.x + 9, found.shape.y)).toBe(null)
})
