// A resolved place -> what a reading says about it.

import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts'
import type { Entity } from '../../types.ts'
import { isCountry } from './geography.ts'
import { pointAway, type Relation } from './relation.ts'
import type { Resolved } from './resolve.ts'

export type EntityPlace = NonNullable<Entity['place']>

export function describePlace(
  { place, share, container }: Resolved,
  gazetteer: Gazetteer,
  likely: number,
  relation?: Relation,
): EntityPlace {
  const chain = [place, ...gazetteer.containers(place)]
  const division = chain.find(({ feature }) => feature === 'ADM1')
  const point = relation?.away ? pointAway(place, relation.away) : place
  return {
    lat: point.lat,
    lon: point.lon,
    ...(place.id && !relation ? { geonameId: place.id } : {}),
    ...(place.country ? { country: place.country } : {}),
    ...(division ? { admin1: division.name } : {}),
    ...(relation ? {} : { featureCode: place.feature }),
    precision: precisionOf(place, relation),
    ...(relation ? { relation: relation.words } : container ? { relation: 'in' } : {}),
    confidence: Math.round(likely * share * 100) / 100,
  }
}

/** What is only said to lie near or beyond a settlement is known to its district. */
function precisionOf(place: Place, relation?: Relation): EntityPlace['precision'] {
  const { feature } = place
  if (isCountry(place)) return 'country'
  if (/^(?:ADM1|RGN|CONT|OCN|SEA|GULF|MTS|DSRT|ISLS?|PEN|STM|LK|BAY|STRT|CHN|CNL)$/.test(feature)) return 'region'
  if (/^ADM[2-5]|^ADMD$/.test(feature)) return 'district'
  if (relation) return 'district'
  return /^(?:PPL|STLMT)/.test(feature) ? 'settlement' : 'exact'
}
