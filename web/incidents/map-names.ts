// Names of places around an incident -> those that a map has room for, each with its spot; none lies over another, or over what is drawn.

import type { MapNamesAnswer } from '../../src/server/map-names.ts'
import { ask } from '../api.ts'
import { clipped } from '../words.ts'
import type { Box } from './filter.ts'

export type NamedPlaces = MapNamesAnswer['names']

export interface Label {
  key: string
  text: string
  x: number
  y: number
  isCountry: boolean
}

/** Asked of this machine's own gazetteer: nothing leaves it. */
export async function askNames([west, south, east, north]: Box): Promise<NamedPlaces> {
  const bounded = (degrees: number, most: number) => String(Math.max(-most, Math.min(most, degrees)).toFixed(3))
  const query = new URLSearchParams({
    west: bounded(west, 180),
    south: bounded(south, 90),
    east: bounded(east, 180),
    north: bounded(north, 90),
  })
  return (await ask<MapNamesAnswer>(`map-names?${query}`)).names
}

interface Taken {
  left: number
  right: number
  top: number
  bottom: number
}

const CHARACTER_PX = 6.3
const COUNTRY_CHARACTER_PX = 8
const LINE_PX = 14
const GAP_PX = 6
/** More names than these hide the map. */
const MAX_LABELS = 16

/**
 * @param places the most important first
 * @param spots what is drawn, which no name may cover
 */
export function placeLabels(
  places: NamedPlaces,
  pointAt: (lon: number, lat: number) => readonly [x: number, y: number] | null,
  { width, height }: { width: number; height: number },
  spots: readonly { x: number; y: number; radius: number }[] = [],
): Label[] {
  const taken: Taken[] = spots.map(({ x, y, radius }) => ({
    left: x - radius - 2,
    right: x + radius + 2,
    top: y - radius - 2,
    bottom: y + radius + 2,
  }))
  const labels: Label[] = []
  const countries = places.filter(({ isCountry }) => isCountry)
  const towns = places.filter(({ isCountry }) => !isCountry)
  for (const { name, lat, lon, isCountry } of [...countries, ...towns]) {
    const point = pointAt(lon, lat)
    if (!point || labels.length >= MAX_LABELS) continue
    const text = clipped(name, 28)
    const [x, y] = point
    const wide = text.length * (isCountry ? COUNTRY_CHARACTER_PX : CHARACTER_PX)
    const left = isCountry ? x - wide / 2 : x - 3
    const box = {
      left,
      right: left + wide + (isCountry ? 0 : GAP_PX + 3),
      top: y - LINE_PX / 2,
      bottom: y + LINE_PX / 2,
    }
    const isInside = box.left > 2 && box.right < width - 2 && box.top > 2 && box.bottom < height - 2
    if (!isInside || taken.some((other) => overlap(box, other))) continue
    taken.push(box)
    labels.push({ key: `${name} ${lat} ${lon}`, text, x, y, isCountry })
  }
  return labels
}

const overlap = (one: Taken, other: Taken): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
