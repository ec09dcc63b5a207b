import { expect, test } from 'vitest'
import { type NamedPlaces, placeLabels } from './map-names.ts'

const town = (name: string, lon: number, lat: number, isCountry = false): NamedPlaces[number] => ({
  name,
  lon,
  lat,
  isCountry,
  isCapital: false,
})
const WINDOW = { width: 300, height: 200 }
const at = (lon: number, lat: number): [number, number] => [lon, lat]
const names = (places: NamedPlaces, spots = [] as { x: number; y: number; radius: number }[]) =>
  placeLabels(places, at, WINDOW, spots).map(({ text }) => text)

test('names that have room, the most important first', () => {
  expect(names([town('Herat', 50, 50), town('Near', 55, 52), town('Far', 50, 120)]), 'not over another').toEqual([
    'Herat',
    'Far',
  ])
  expect(names([town('Herat', 50, 50)], [{ x: 60, y: 50, radius: 5 }]), 'not over what is drawn').toEqual([])
  expect(names([town('Kabul', 290, 50), town('Up', 50, 2)]), 'not out of the window').toEqual([])
  expect(names([town('Kabul', 100, 100), town('Land', 110, 100, true)]), 'countries before towns').toEqual(['Land'])
  expect(
    names(Array.from({ length: 60 }, (_, n) => town(`T${n}`, (n % 6) * 45 + 5, 10 + Math.floor(n / 6) * 18))),
  ).toHaveLength(16)
})

test('a name of a megabyte stays a name', () => {
  expect(names([town('w'.repeat(1_000_000), 20, 50)])[0].length).toBeLessThan(40)
})
