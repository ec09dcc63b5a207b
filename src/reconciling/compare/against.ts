// Two event chains -> the signs that they are two events, though much agrees: other victims, means, tolls, hours or sites, another country,
// nothing in common that few events have. Each is a number from 0 to 1; what it counts stands in weights.ts.

import type { EventChain } from '../event-chain.ts'
import type { Means } from '../means.ts'
import type { Party, When } from '../mention.ts'
import { sameName } from '../words.ts'
import { FIGHTERS } from './classes.ts'
import { areApart, share } from './sets.ts'
import { differenceOfTolls, haveOtherFates } from './tolls.ts'
import { type Traits, traitsOf } from './traits.ts'

export type SignAgainst =
  | 'other victims'
  | 'other words for victims'
  | 'other names of victims'
  | 'victims of the other side'
  | 'other weapon'
  | 'other kind of site'
  | 'other toll'
  | 'other fates'
  | 'other hours'
  | 'an act and violence'
  | 'other country'
  | 'places apart'
  | 'no place in common'
  | 'no rare word in common'
  | 'neither place nor rare word'
  | 'days apart'
  | 'weeks apart'

export type WeightsAgainst = Readonly<Record<SignAgainst, number>>

/** @param place what weighPlace says of them */
export function weighAgainst(one: EventChain, other: EventChain, place: number, weights: WeightsAgainst): number {
  let sum = 0
  for (const [sign, value] of signsAgainst(one, other, place)) sum += weights[sign] * Number(value)
  return sum
}

/** A place worth less than this is told to be another. */
const OTHER_PLACE_SCORE = -2

export function signsAgainst(
  one: EventChain,
  other: EventChain,
  place: number,
): (readonly [SignAgainst, number | boolean])[] {
  const [mine, theirs] = [traitsOf(one), traitsOf(other)]
  const victimsApart = areApart(mine.victims.kinds, theirs.victims.kinds) && !isDisputedWho(mine, theirs)
  const known = mine.victims.known && theirs.victims.known
  const unplaced = place <= 0 && !share(mine.places, theirs.words) && !share(theirs.places, mine.words)
  const rare = share(mine.rare, theirs.rare)
  const days = daysBetween(one.whens, other.whens)
  return [
    ['other victims', victimsApart && known],
    ['other words for victims', victimsApart && !known],
    ['other names of victims', haveOtherNames(one.parties, other.parties)],
    ['victims of the other side', areApart(mine.victims.sides, theirs.victims.sides)],
    ['other weapon', areApart(mine.weapons, theirs.weapons)],
    ['other kind of site', areApart(mine.sites, theirs.sites)],
    ['other toll', differenceOfTolls(one.tallies, other.tallies)],
    ['other fates', haveOtherFates(one.tallies, other.tallies)],
    ['other hours', haveOtherHours(one.whens, other.whens)],
    ['an act and violence', (isAct(one) && isViolence(other)) || (isAct(other) && isViolence(one))],
    ['other country', place <= 0 && areApart(mine.countries, theirs.countries)],
    ['places apart', place <= OTHER_PLACE_SCORE],
    ['no place in common', unplaced],
    ['no rare word in common', !rare && Math.min(mine.rare.size, theirs.rare.size) >= ENOUGH_WORDS],
    ['neither place nor rare word', unplaced && !rare],
    ['days apart', days > 1],
    ['weeks apart', days > 3],
  ]
}

/** If each has so many rare words, two reports of one event would share one. */
const ENOUGH_WORDS = 2

/** The army's dead are fighters, the village's are farmers: who the victims of one force were is in dispute, and makes no second event. */
function isDisputedWho(mine: Traits, theirs: Traits): boolean {
  const isOneForce = [...mine.actors.kinds].some((kind) => kind !== FIGHTERS && theirs.actors.kinds.has(kind))
  return isOneForce && mine.victims.kinds.has(FIGHTERS) !== theirs.victims.kinds.has(FIGHTERS)
}

/** Whether each names persons as its victims, and none of them is the same. */
function haveOtherNames(ones: readonly Party[], others: readonly Party[]): boolean {
  const [victims, those] = [ones.filter(isNamedVictim), others.filter(isNamedVictim)]
  return (
    victims.length > 0 &&
    those.length > 0 &&
    !victims.some(({ words }) => those.some((victim) => sameName(words, victim.words)))
  )
}

const isNamedVictim = ({ role, kind, named, words }: Party): boolean =>
  role === 'recipient' && kind === 'person' && named && words.length > 1

/** Between the two times that are closest; 0 if one has none. */
function daysBetween(ones: readonly When[], others: readonly When[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of ones)
    for (const other of others) least = Math.min(least, Math.max(0, one.first - other.last, other.first - one.last))
  return least === Number.POSITIVE_INFINITY ? 0 : least
}

/** "On Monday morning", and "on Monday evening", if every time has its hours. */
const haveOtherHours = (ones: readonly When[], others: readonly When[]): boolean =>
  ones.length > 0 && others.length > 0 && ones.every((one) => others.every((other) => areOtherHours(one, other)))

function areOtherHours(one: When, other: When): boolean {
  if (!one.hours || !other.hours) return false
  const [from, to] = one.hours.map((hour) => 24 * one.first + hour)
  const [start, end] = other.hours.map((hour) => 24 * other.first + hour)
  return to <= start || end <= from
}

const ACTS: ReadonlySet<Means> = new Set<Means>(['arrest', 'release', 'abduction'])

/** An arrest, a release or an abduction is an event of its own, apart from the violence before and after it. */
const isAct = ({ means }: EventChain): boolean => [...means].some((each) => ACTS.has(each))

const isViolence = (chain: EventChain): boolean => chain.types.has('ASSAULT') && !isAct(chain)
