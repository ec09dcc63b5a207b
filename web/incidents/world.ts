// The outlines of countries, from Natural Earth through the world-atlas package, loaded once from this server.

import type { GeoPermissibleObjects } from 'd3-geo'
import { feature } from 'topojson-client'
import fine from 'world-atlas/countries-50m.json?url'
import coarse from 'world-atlas/countries-110m.json?url'
import type { Box } from './filter.ts'

/** A country's outline, and the box around it, so that what lies outside a window is not drawn. */
interface Country {
  outline: GeoPermissibleObjects
  box: Box
}

export type World = readonly Country[]

type Atlas = Parameters<typeof feature>[0]

const worlds = new Map<string, Promise<World>>()

/** @param detail fine outlines take ten times as long to draw: they are for what is looked at closely */
export function loadWorld(detail: 'coarse' | 'fine'): Promise<World> {
  const address = detail === 'fine' ? fine : coarse
  const world = worlds.get(address) ?? fetch(address).then(async (response) => countriesOf(await response.json()))
  worlds.set(address, world)
  return world
}

function countriesOf(atlas: Atlas): World {
  const found = feature(atlas, atlas.objects.countries)
  const features = 'features' in found ? found.features : [found]
  return features.map((outline) => ({
    outline,
    box: boxAround('coordinates' in outline.geometry ? outline.geometry.coordinates : []),
  }))
}

/** @param coordinates points, nested however deep */
function boxAround(coordinates: unknown): Box {
  const box: Box = [180, 90, -180, -90]
  const visit = (part: unknown) => {
    if (!Array.isArray(part)) return
    const [lon, lat] = part
    if (typeof lon !== 'number' || typeof lat !== 'number') return part.forEach(visit)
    box[0] = Math.min(box[0], lon)
    box[1] = Math.min(box[1], lat)
    box[2] = Math.max(box[2], lon)
    box[3] = Math.max(box[3], lat)
  }
  visit(coordinates)
  return box
}
