// A window on the map -> names of the countries and towns in it, as the gazetteer of this machine has them.

import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi'
import type { Desk } from './desk.ts'

const names = z
  .object({
    /** Those that people know best first. */
    names: z.array(
      z.object({ name: z.string(), lat: z.number(), lon: z.number(), isCountry: z.boolean(), isCapital: z.boolean() }),
    ),
  })
  .openapi('MapNames')
export type MapNamesAnswer = z.infer<typeof names>

const degrees = (most: number) => z.coerce.number().min(-most).max(most)

const route = createRoute({
  method: 'get',
  path: '/api/map-names',
  summary: 'Names of the largest places in a box, for a map',
  request: { query: z.object({ west: degrees(180), south: degrees(90), east: degrees(180), north: degrees(90) }) },
  responses: { 200: { description: 'The places', content: { 'application/json': { schema: names } } } },
})

const MAX_NAMES = 60

export function addMapNames(app: OpenAPIHono, desk: Desk): void {
  app.openapi(route, (context) => {
    const { west, south, east, north } = context.req.valid('query')
    const found = desk.placesIn([west, south, east, north], MAX_NAMES)
    const answer = found.map(({ name, lat, lon, feature }) => ({
      name,
      lat,
      lon,
      isCountry: !feature.startsWith('PPL'),
      isCapital: feature === 'PPLC',
    }))
    return context.json({ names: answer }, 200)
  })
}
