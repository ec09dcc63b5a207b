// Incidents, a world and a window -> what to draw: outlines, and each place as large as its uncertainty.

import { type GeoProjection, geoCircle, geoContains, geoMercator, geoPath } from 'd3-geo'
import type { IncidentHead } from '../../src/server/answers.ts'
import type { Box } from './filter.ts'
import type { World } from './world.ts'

export interface Spot {
  key: string
  name: string
  /** A dot, the larger the more there are; or the area within which it lies. */
  shape: { x: number; y: number; radius: number } | { path: string }
  precision: string
  incidents: IncidentHead[]
}

export interface MapView {
  outlines: string
  spots: Spot[]
  /** Degrees of a point in the window. */
  degreesAt: (x: number, y: number) => [lon: number, lat: number]
  /** The point of a place in the window; null behind the edge of the world. */
  pointAt: (lon: number, lat: number) => [x: number, y: number] | null
  boxOf: (box: Box) => { x: number; y: number; width: number; height: number }
}

/** How far from its point an incident may lie, in degrees of arc: about 25 km and 100 km. */
const REACH: Record<string, number> = { district: 0.23, region: 0.9 }

const DEGREES_AROUND = 3
/** What is around a country's point belongs to it. */
const COUNTRY = [
  [-6, -5],
  [6, 5],
]

export interface Window {
  width: number
  height: number
  /** 1 is what fits all that has a place. */
  zoom: number
  /** The middle, in degrees; null is that of the incidents. */
  middle: [lon: number, lat: number] | null
}

/** What the map can be fitted to. */
type Located = Pick<IncidentHead, 'lon' | 'lat' | 'placePrecision'>

export function viewMap(
  incidents: readonly IncidentHead[],
  world: World,
  window: Window,
  around: readonly Located[] = incidents,
): MapView {
  const projection = projectionFor(around, window)
  const path = geoPath(projection)
  const [west, north] = projection.invert?.([0, 0]) ?? [-180, 90]
  const [east, south] = projection.invert?.([window.width, window.height]) ?? [180, -90]
  const near = world.filter(({ box }) => box[0] <= east && box[2] >= west && box[1] <= north && box[3] >= south)
  const outlines = near.map(({ outline }) => path(outline) ?? '').join('')
  return {
    outlines,
    spots: spotsOf(incidents).map((spot) => ({ ...spot, shape: shapeOf(spot, world, projection) })),
    degreesAt: (x, y) => projection.invert?.([x, y]) ?? [0, 0],
    pointAt: (lon, lat) => projection([lon, lat]),
    boxOf([west, south, east, north]) {
      const [x, y] = projection([west, north]) ?? [0, 0]
      const [right, bottom] = projection([east, south]) ?? [0, 0]
      return { x, y, width: right - x, height: bottom - y }
    },
  }
}

function projectionFor(incidents: readonly Located[], { width, height, zoom, middle }: Window): GeoProjection {
  const points = incidents.flatMap(({ lon, lat, placePrecision }) => {
    if (lon === null || lat === null) return []
    return placePrecision === 'country' ? COUNTRY.map(([x, y]) => [lon + x, lat + y]) : [[lon, lat]]
  })
  const [west, east] = [Math.min(...points.map(([lon]) => lon)), Math.max(...points.map(([lon]) => lon))]
  const [south, north] = [Math.min(...points.map(([, lat]) => lat)), Math.max(...points.map(([, lat]) => lat))]
  const box: Box = points.length === 0 ? [-170, -55, 170, 72] : padded([west, south, east, north])
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [box[0], box[1]],
      [box[2], box[3]],
    ],
  }
  const margin = 12
  const projection = geoMercator().fitExtent(
    [
      [margin, margin],
      [width - margin, height - margin],
    ],
    corners,
  )
  const at = middle ?? projection.invert?.([width / 2, height / 2]) ?? [0, 0]
  return projection
    .scale(projection.scale() * zoom)
    .center(at)
    .translate([width / 2, height / 2])
    .precision(0) // straight lines are straight enough
    .clipExtent([
      [0, 0],
      [width, height],
    ])
}

function padded([west, south, east, north]: Box): Box {
  const more = (low: number, high: number) => Math.max(DEGREES_AROUND, (high - low) * 0.12)
  const [x, y] = [more(west, east), more(south, north)]
  return [Math.max(-179, west - x), Math.max(-75, south - y), Math.min(179, east + x), Math.min(80, north + y)]
}

/** Incidents of one point and one precision are one spot; the least precise are drawn first, under the others. */
function spotsOf(incidents: readonly IncidentHead[]): Omit<Spot, 'shape'>[] {
  const spots = new Map<string, Omit<Spot, 'shape'>>()
  for (const incident of incidents) {
    const { lat, lon, place, placePrecision } = incident
    if (lat === null || lon === null) continue
    const precision = placePrecision ?? 'exact'
    const key = `${precision} ${lat.toFixed(3)} ${lon.toFixed(3)}`
    const spot = spots.get(key) ?? { key, name: place ?? 'a place without a name', precision, incidents: [] }
    spot.incidents.push(incident)
    spots.set(key, spot)
  }
  return [...spots.values()].sort((a, b) => sizeRank(a) - sizeRank(b))
}

const LARGE_FIRST = ['country', 'region', 'district']

const sizeRank = ({ precision }: { precision: string }): number =>
  LARGE_FIRST.includes(precision) ? LARGE_FIRST.indexOf(precision) : LARGE_FIRST.length

function shapeOf({ incidents }: Omit<Spot, 'shape'>, world: World, projection: GeoProjection): Spot['shape'] {
  const [{ lon, lat, placePrecision }] = incidents
  const point: [number, number] = [lon ?? 0, lat ?? 0]
  const path = geoPath(projection)
  if (placePrecision === 'country') {
    const [lon, lat] = point
    const country = world.find(
      ({ box, outline }) =>
        box[0] <= lon && box[2] >= lon && box[1] <= lat && box[3] >= lat && geoContains(outline, point),
    )
    if (country) return { path: path(country.outline) ?? '' }
  }
  const reach = REACH[placePrecision ?? '']
  if (reach !== undefined) return { path: path(geoCircle().center(point).radius(reach)()) ?? '' }
  const [x, y] = projection(point) ?? [0, 0]
  return { x, y, radius: Math.min(16, 4.5 + Math.sqrt(incidents.length - 1) * 2) }
}

/** More spots than these are drawn as one shape for each look: thousands of elements take a browser half a second. */
export const MANY_SPOTS = 150

export const isDisputed = ({ incidents }: Spot): boolean => incidents.some(({ disputed }) => disputed.length > 0)

/** All spots of one look as one path; areas first, under the dots. */
export function merged(spots: readonly Spot[]): { look: string; path: string }[] {
  const paths = new Map(['area', 'area disputed', 'dot', 'dot disputed'].map((look) => [look, '']))
  for (const spot of spots) {
    const { shape } = spot
    const look = `${'path' in shape ? 'area' : 'dot'}${isDisputed(spot) ? ' disputed' : ''}`
    paths.set(look, paths.get(look) + ('path' in shape ? shape.path : circle(shape)))
  }
  return [...paths].map(([look, path]) => ({ look, path }))
}

function circle({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const [r, d] = [radius.toFixed(1), (2 * radius).toFixed(1)]
  return `M${(x - radius).toFixed(1)},${y.toFixed(1)}a${r},${r} 0 1,0 ${d},0a${r},${r} 0 1,0 -${d},0z`
}

/** The dot under a point of the window, the nearest where several are. */
export function dotAt(spots: readonly Spot[], x: number, y: number): Spot | null {
  let nearest: { spot: Spot; distance: number } | null = null
  for (const spot of spots) {
    if ('path' in spot.shape) continue
    const distance = Math.hypot(spot.shape.x - x, spot.shape.y - y)
    if (distance <= spot.shape.radius + 1 && (!nearest || distance < nearest.distance)) nearest = { spot, distance }
  }
  return nearest?.spot ?? null
}
