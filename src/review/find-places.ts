// A typed name -> the places that it may mean, the likeliest first.

import type { Gazetteer } from '../gazetteer/gazetteer.ts'
import { lookUp } from '../gazetteer/look-up.ts'
import { describePlace } from '../reading/places/describe.ts'
import { priorOf } from '../reading/places/prior.ts'
import type { KnownPlace } from './decision.ts'

export interface FoundPlace {
  name: string
  /** What it lies in, the closest first. */
  within: string[]
  place: KnownPlace
}

const MOST = 12

export const findPlaces = (typed: string, gazetteer: Gazetteer): FoundPlace[] =>
  lookUp(typed, gazetteer)
    .toSorted((a, b) => priorOf(b, null) - priorOf(a, null) || a.place.index - b.place.index)
    .slice(0, MOST)
    .map(({ place }) => ({
      name: place.name,
      within: gazetteer.containers(place).map(({ name }) => name),
      place: describePlace({ place, share: 1, container: false }, gazetteer, 1),
    }))
