// A filter of incidents <-> the page's address; and the incidents that match it.

import type { IncidentHead } from '../../src/server/answers.ts'

/** West, south, east, north, in degrees. */
export type Box = [west: number, south: number, east: number, north: number]

export interface Asked {
  type: string | null
  state: 'disputed' | 'unnamed' | null
  /** ISO days, both included. */
  from: string | null
  to: string | null
  /** A country, region or town, as typed. */
  place: string | null
  box: Box | null
  /** Also what lists leave out. */
  all: boolean
}

export function parseAsked(fields: URLSearchParams): Asked {
  const state = fields.get('state')
  const box = fields.get('box')?.split(',').map(Number) ?? []
  return {
    type: fields.get('type'),
    state: state === 'disputed' || state === 'unnamed' ? state : null,
    from: dayOf(fields.get('from')),
    to: dayOf(fields.get('to')),
    place: fields.get('place') || null,
    box: box.length === 4 && box.every(Number.isFinite) ? [box[0], box[1], box[2], box[3]] : null,
    all: fields.get('all') === 'yes',
  }
}

const dayOf = (typed: string | null): string | null => (typed && /^\d{4}-\d\d-\d\d$/.test(typed) ? typed : null)

export function addressOf({ type, state, from, to, place, box, all }: Asked): string {
  const fields = new URLSearchParams()
  if (type !== null) fields.set('type', type)
  if (state !== null) fields.set('state', state)
  if (from !== null) fields.set('from', from)
  if (to !== null) fields.set('to', to)
  if (place !== null) fields.set('place', place)
  if (box !== null) fields.set('box', box.map((degrees) => degrees.toFixed(2)).join(','))
  if (all) fields.set('all', 'yes')
  const search = fields.toString()
  return search === '' ? '/incidents' : `/incidents?${search}`
}

/**
 * An incident lies in a span of time where any of its days does; what has no date or place lies in none.
 * @param inside ids of the incidents inside the place; null while the server has not said
 */
export function fits(
  { type, state, from, to, place, box }: Asked,
  incident: IncidentHead,
  inside: ReadonlySet<string> | null,
): boolean {
  if (type !== null && incident.type !== type) return false
  if (state === 'disputed' && incident.disputed.length === 0) return false
  if (state === 'unnamed' && !incident.oneUnnamed) return false
  if (from !== null && (incident.end === null || incident.end < from)) return false
  if (to !== null && (incident.start === null || incident.start > to)) return false
  if (place !== null && inside !== null && !inside.has(incident.id)) return false
  if (box === null) return true
  const { lat, lon } = incident
  return lat !== null && lon !== null && lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3]
}
