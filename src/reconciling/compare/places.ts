// Two event chains -> how far their places speak for one event or against it.

import type { ComparedChain } from '../compared-chain.ts'
import { weighPlaces } from '../where.ts'
import { sameName } from '../words.ts'
import { bestOf } from './best-of.ts'

/** Sites of one name, "the grain silo", known to the gazetteer or not. */
const SAME_SITE_SCORE = 1
/** Sites or towns of one name, of which one only is what its article is mostly about. */
const SAME_TOWN_SCORE = 0.8

export function weighPlace(one: ComparedChain, other: ComparedChain): number {
  const site = isOneNamed(one.sites, other.sites) ? SAME_SITE_SCORE : 0
  if (one.spots.length > 0 && other.spots.length > 0) {
    const known = bestOf(one.spots, other.spots, weighPlaces)
    return known > 0 ? Math.max(known, site) : known + site
  }
  if (one.article === other.article) return site
  // At least one of them has no place of its own: its article may have one that it is about.
  const town = isOneNamed([one.town, ...one.sites], [other.town, ...other.sites]) ? SAME_TOWN_SCORE : 0
  const [here, there] = [one.spots[0] ?? one.around, other.spots[0] ?? other.around]
  return Math.max(site, town, here && there ? weighPlaces(here, there) / 2 : 0)
}

const isOneNamed = (names: readonly (readonly string[])[], others: readonly (readonly string[])[]): boolean =>
  names.some((words) => others.some((those) => sameName(words, those)))
