// A box on the map -> the places in it that people know: countries, capitals, and the towns with most people.

import type { Gazetteer, Place } from './gazetteer.ts'

/** West, south, east, north, in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** @returns the largest first, at most `most` */
export function largestIn(box: Box, gazetteer: Gazetteer, most: number): Place[] {
  return gazetteer
    .within(box, isWorthNaming)
    .sort((a, b) => rankOf(b) - rankOf(a) || a.index - b.index)
    .slice(0, most)
}

/** Below this a name on a map helps nobody. */
const MIN_PEOPLE = 500

const isWorthNaming = (feature: string, population: number): boolean =>
  COUNTRY.test(feature) || (TOWN.test(feature) && population >= MIN_PEOPLE)

/** Not one that is no more: West Germany. */
const COUNTRY = /^(?:PCL(?!H)|TERR)/

/** Not a part of a town, nor one that is abandoned. */
const TOWN = /^PPL(?:$|A\d?$|C$|L$|S$)/

const CAPITAL_BONUS = 10

const rankOf = ({ feature, population }: Place): number => population * (feature === 'PPLC' ? CAPITAL_BONUS : 1)
