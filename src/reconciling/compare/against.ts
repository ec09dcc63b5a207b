// Two event chains -> the signs that they are two events, though much agrees: other victims, means, tolls, hours or kinds of site, and no
// place in common. Each is a number from 0 to 1.

import type { EventChain } from '../event-chain.ts'
import type { Means } from '../means.ts'
import type { Party, Tally, When } from '../mention.ts'
import { agree } from '../tallies.ts'
import { sameName } from '../words.ts'
import { areApart, share } from './sets.ts'
import { FIGHTERS } from './classes.ts'
import { type People, type Traits, traitsOf } from './traits.ts'

export const SIGNS_AGAINST = [
  'other victims',
  'other words for victims',
  'other names of victims',
  'victims of the other side',
  'other weapon',
  'other kind of site',
  'other toll',
  'other fates',
  'other hours',
  'an act and violence',
  'other country',
  'no place in common',
  'no rare word in common',
  'neither place nor rare word',
  'days apart',
  'weeks apart',
] as const

export type SignAgainst = (typeof SIGNS_AGAINST)[number]

export type SignsAgainst = Partial<Record<SignAgainst, number>>

export function signsAgainst(one: EventChain, other: EventChain, place: number): SignsAgainst {
  const [mine, theirs] = [traitsOf(one), traitsOf(other)]
  const signs: SignsAgainst = {}
  const add = (sign: SignAgainst, value: number | boolean): void => {
    if (Number(value) > 0) signs[sign] = Number(value)
  }
  const apart = areApart(mine.victims.kinds, theirs.victims.kinds) && !isDisputedWho(mine, theirs)
  const victims = apart && mine.victims.known && theirs.victims.known
  add('other victims', victims)
  add('other words for victims', apart && !victims)
  add('other names of victims', haveOtherNames(one.parties, other.parties))
  add('victims of the other side', areApart(mine.victims.sides, theirs.victims.sides))
  add('other weapon', areApart(mine.weapons, theirs.weapons))
  add('other kind of site', areApart(mine.sites, theirs.sites))
  add('other toll', differenceOfTolls(one.tallies.filter(hasFate), other.tallies.filter(hasFate)))
  add('other fates', haveOtherFates(one.tallies.filter(hasFate), other.tallies.filter(hasFate)))
  add('other hours', haveOtherHours(one.whens, other.whens))
  add('an act and violence', (isAct(one) && isViolence(other)) || (isAct(other) && isViolence(one)))
  const unplaced = place <= 0 && !share(mine.places, theirs.words) && !share(theirs.places, mine.words)
  add('other country', place <= 0 && areApart(mine.countries, theirs.countries))
  add('no place in common', unplaced)
  const noWord = Math.min(mine.rare.size, theirs.rare.size) >= 2 && !share(mine.rare, theirs.rare)
  add('no rare word in common', noWord)
  add('neither place nor rare word', unplaced && !share(mine.rare, theirs.rare))
  const dated = one.whens.length > 0 && other.whens.length > 0
  const days = dated ? daysBetween(one.whens, other.whens) : 0
  add('days apart', days > 1)
  add('weeks apart', days > 3)
  return signs
}

/** The army's dead are fighters, the village's are farmers: who the victims of one force were is disputed, and says nothing of the event. */
function isDisputedWho(mine: Traits, theirs: Traits): boolean {
  if (!share(mine.actors.kinds, theirs.actors.kinds)) return false
  return [...mine.actors.kinds].some((kind) => kind !== FIGHTERS && theirs.actors.kinds.has(kind)) && mine.victims.kinds.has(FIGHTERS) !== theirs.victims.kinds.has(FIGHTERS)
}

/** "Pupils" are no soldiers. */
const areOthers = (one: People, other: People): boolean => areApart(one.kinds, other.kinds) && one.known && other.known

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

const daysBetween = (ones: readonly When[], others: readonly When[]): number => {
  let least = Number.POSITIVE_INFINITY
  for (const one of ones) for (const other of others) least = Math.min(least, Math.max(0, one.first - other.last, other.first - one.last))
  return least
}

const hasFate = ({ fate }: Tally): boolean => fate !== null

/** A toll may rise, but seldom fourfold. */
const MANIFOLD = Math.log(4)

function differenceOfTolls(ones: readonly Tally[], others: readonly Tally[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of ones)
    for (const other of others) {
      if (one.fate !== other.fate) continue
      if (agree(one, other)) return 0
      least = Math.min(least, Math.abs(Math.log((one.low + 1) / (other.low + 1))))
    }
  return least === Number.POSITIVE_INFINITY ? 0 : Math.min(1, least / MANIFOLD)
}

const haveOtherFates = (ones: readonly Tally[], others: readonly Tally[]): boolean =>
  ones.length > 0 && others.length > 0 && !ones.some(({ fate }) => others.some((other) => other.fate === fate))

/** "On Monday morning", and "on Monday evening", if every time is one of that day with its hours. */
const haveOtherHours = (ones: readonly When[], others: readonly When[]): boolean =>
  ones.length > 0 && others.length > 0 && ones.every((one) => others.every((other) => areOtherHours(one, other)))

function areOtherHours({ first, hours }: When, { first: day, hours: those }: When): boolean {
  if (!hours || !those) return false
  const [from, to, start, end] = [24 * first + hours[0], 24 * first + hours[1], 24 * day + those[0], 24 * day + those[1]]
  return to <= start || end <= from
}

const ACTS: ReadonlySet<Means> = new Set<Means>(['arrest', 'release', 'abduction'])

const isViolence = (chain: EventChain): boolean => chain.types.has('ASSAULT') && !isAct(chain)

/** An arrest, a release or an abduction is an event of its own, apart from the violence before and after it. */
const isAct = ({ means }: EventChain): boolean => [...means].some((each) => ACTS.has(each))
