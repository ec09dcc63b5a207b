// Two event chains -> the signs of their places: their own, else those that their articles are about, which is only a hint.

import type { EventChain } from '../event-chain.ts'
import type { Spot } from '../mention.ts'
import { type Agreement, comparePlaces, kilometres } from '../where.ts'
import { sameName } from '../words.ts'
import { areApart, share } from './sets.ts'
import type { Signs, SignsToBe } from './signs.ts'
import { traitsOf } from './traits.ts'

export function signsOfPlace(one: EventChain, other: EventChain): Signs {
  const [traits, others] = [traitsOf(one), traitsOf(other)]
  const own = one.spots.length > 0 && other.spots.length > 0
  const signs: SignsToBe = own ? signsOfSpots(one.spots, other.spots) : signsOfArticles(one, other)
  if (isOneNamed(one.sites, other.sites)) signs['place: same site by name'] = 1
  if (share(traits.sites, others.sites)) signs['place: same kind of site'] = 1
  else if (areApart(traits.sites, others.sites)) signs['place: other kind of site'] = 1
  // "fully liberated" and "fighting continues" are of one battle if they are of one place.
  if (one.battle && other.battle && (own ? signs['place: same'] : share(traits.places, others.words)))
    signs['place: of one battle'] = 1
  if (own) return signs
  // The gazetteer may not know it, or not have found it in the one.
  if (share(traits.places, others.words) || share(others.places, traits.words)) signs['place: same town by name'] = 1
  if (areApart(traits.countries, others.countries)) signs['place: other country'] = 1
  return signs
}

/** By the two that agree best. */
function signsOfSpots(ones: readonly Spot[], others: readonly Spot[]): SignsToBe {
  let best: { one: Spot; other: Spot; agreement: Agreement } | null = null
  for (const one of ones)
    for (const other of others) {
      const pair = { one, other, agreement: comparePlaces(one, other) }
      if (!best || rankOf(pair) > rankOf(best)) best = pair
    }
  if (!best) return {}
  const { one, other, agreement } = best
  const coarse = [one.precision, other.precision]
  if (agreement === 'apart') {
    const away = kilometres(one, other)
    return { 'place: apart': 1, 'place: far apart': Math.min(1, away / FAR_KILOMETRES) }
  }
  if (agreement === 'unsure') return { 'place: one name, far apart': 1 }
  if (coarse.every((precision) => precision === 'country')) return { 'place: one country': 1 }
  if (agreement === 'within')
    return coarse.includes('country') ? { 'place: within a country': 1 } : { 'place: within a region': 1 }
  if (coarse.includes('region')) return { 'place: one region': 1 }
  return agreement === 'same' ? { 'place: same': 1 } : { 'place: near': 1 }
}

const FAR_KILOMETRES = 500

const RANKS: readonly Agreement[] = ['apart', 'unsure', 'within', 'near', 'same']

const COARSE: ReadonlySet<Spot['precision']> = new Set(['country', 'region'])

/** Two towns that agree tell more than two countries that do. */
const rankOf = ({ one, other, agreement }: { one: Spot; other: Spot; agreement: Agreement }): number =>
  RANKS.indexOf(agreement) + (COARSE.has(one.precision) || COARSE.has(other.precision) ? 0 : 0.5)

/** At least one of them names no place: where its article is mostly about is a hint. */
function signsOfArticles(one: EventChain, other: EventChain): SignsToBe {
  const [here, there] = [one.spots[0] ?? one.around, other.spots[0] ?? other.around]
  if (!here || !there) return { 'place: unknown': 1 }
  const agreement = comparePlaces(here, there)
  const isOwn = one.spots.length > 0 || other.spots.length > 0
  if (agreement === 'apart')
    return isOwn ? { 'place: not as the other article': 1 } : { 'place: articles on other places': 1 }
  const isFine = [here, there].every(({ precision }) => precision !== 'country')
  if (!isFine || agreement === 'unsure') return { 'place: unknown': 1 }
  return isOwn ? { 'place: as the other article': 1 } : { 'place: articles on one place': 1 }
}

const isOneNamed = (names: readonly (readonly string[])[], others: readonly (readonly string[])[]): boolean =>
  names.some((words) => others.some((those) => sameName(words, those)))
