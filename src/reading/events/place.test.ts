import { expect, it } from 'vitest'
import type { Entity } from '../../types.ts'
import type { Participant } from './parties.ts'
import { townHit } from './place.ts'

const point = { lat: 1, lon: 2, confidence: 1 }
const ENTITIES = new Map<string, Entity>(
  (
    [
      ['karim', 'place', 'settlement'],
      ['mali', 'place', 'country'],
      ['hospital', 'facility', 'settlement'],
    ] as const
  ).map(([id, type, precision]) => [id, { id, type, name: id, mentions: [], place: { ...point, precision } }]),
)

it.each<[type: string, role: Participant['role'], entity: string, place: string | undefined, why: string]>([
  ['ASSAULT', 'recipient', 'karim', 'karim', 'a town was shelled'],
  ['RETREAT', 'recipient', 'karim', 'karim', 'a town was lost'],
  ['ASSAULT', 'actor', 'karim', undefined, 'the town’s people did it, wherever'],
  ['ACCUSE', 'recipient', 'karim', undefined, 'a town is blamed from afar'],
  ['ASSAULT', 'recipient', 'mali', undefined, 'somewhere in a country'],
  ['ASSAULT', 'recipient', 'hospital', undefined, 'a building is no town'],
])('%s with %s %s: %s (%s)', (type, role, entity, place) => {
  const participant: Participant = { role, kind: 'facility', named: true, spans: [[0, 1]], entity }
  expect(townHit(type, [participant], ENTITIES)?.id).toBe(place)
})
