// Two event chains -> the signs that they are two events, though much agrees: other victims, weapons, tolls or hours, another country,
// nothing in common that few events have. Each is a number from 0 to 1; what it counts stands in weights.ts.

import type { MeansClass } from '../../types.ts'
import type { ComparedChain, ComparedWhen } from '../compared-chain.ts'
import { type Means, relateClasses } from '../means.ts'
import { daysBetween } from '../when.ts'
import { areExclusive, FIGHTERS, isArmed } from './classes.ts'
import { haveOtherVictims } from './parties.ts'
import { areApart, share } from './sets.ts'
import { differenceOfTolls, haveOneToll, haveOtherFates } from './tolls.ts'
import { type Traits, traitsOf } from './traits.ts'

/** Two chains, what tells them from others, and what weighPlace says of their places. */
interface Pair {
  one: ComparedChain
  other: ComparedChain
  mine: Traits
  theirs: Traits
  place: number
}

type Test = (pair: Pair) => number | boolean

const SIGNS = {
  'other victims': (pair: Pair) => areVictimsApart(pair) && areVictimsExclusive(pair),
  'other words for victims': (pair: Pair) => areVictimsApart(pair) && !areVictimsExclusive(pair),
  'other names of victims': ({ one, other }: Pair) => haveOtherVictims(one.parties, other.parties),
  'victims of the other side': (pair: Pair) =>
    areApart(pair.mine.victims().sides, pair.theirs.victims().sides) && !isDisputedWho(pair),
  'other weapon': ({ mine, theirs }: Pair) => areApart(mine.weapons(), theirs.weapons()),
  'other site': ({ mine, theirs }: Pair) => areApart(mine.sites(), theirs.sites()),
  'other means': ({ mine, theirs }: Pair) => areOtherMeans(mine.means(), theirs.means()),
  'details of two events': (pair: Pair) => countDetails(pair) >= 2,
  'other toll': ({ one, other }: Pair) => differenceOfTolls(one.tallies, other.tallies),
  'other fates': ({ one, other }: Pair) => haveOtherFates(one.tallies, other.tallies),
  'other hours': ({ one, other }: Pair) => haveOtherHours(one.whens, other.whens),
  'an act and violence': ({ one, other }: Pair) =>
    (isAct(one) && isViolence(other)) || (isAct(other) && isViolence(one)),
  'other country': (pair: Pair) => isOtherCountry(pair),
  'people of other countries': (pair: Pair) =>
    pair.place <= 0 && !isOtherCountry(pair) && areApart(pair.mine.anyCountries(), pair.theirs.anyCountries()),
  'many events at once': ({ one, other }: Pair) => one.general || other.general,
  'places apart': ({ place }: Pair) => place <= OTHER_PLACE_SCORE,
  'neither place nor rare word': (pair: Pair) => areUnplaced(pair) && !share(pair.mine.rare(), pair.theirs.rare()),
  'days apart': ({ one, other }: Pair) => leastDaysBetween(one.whens, other.whens) > 1,
  'weeks apart': ({ one, other }: Pair) => leastDaysBetween(one.whens, other.whens) > 3,
} satisfies Record<string, Test>

export type SignAgainst = keyof typeof SIGNS

export type WeightsAgainst = Readonly<Record<SignAgainst, number>>

const TESTS = Object.entries(SIGNS) as [SignAgainst, Test][]

/** @param place what weighPlace says of them */
export function weighAgainst(one: ComparedChain, other: ComparedChain, place: number, weights: WeightsAgainst): number {
  const pair: Pair = { one, other, mine: traitsOf(one), theirs: traitsOf(other), place }
  let sum = 0
  for (const [sign, test] of TESTS) if (weights[sign] !== 0) sum += weights[sign] * Number(test(pair))
  return sum === 0 ? 0 : sum * shareThatCounts(pair)
}

/** How much of the signs a word of a name that both articles have takes away. */
const SHARE_OF_A_NAME = 0.6

/** Articles that name the same people are mostly on one event, whatever of it each of their sentences tells. */
function shareThatCounts({ one, other }: Pair): number {
  const shared = one.company.filter((word) => other.company.includes(word)).length
  return Math.max(0, 1 - SHARE_OF_A_NAME * shared)
}

/** The signs of two events that two chains show. */
export function signsAgainst(one: ComparedChain, other: ComparedChain, place: number): SignAgainst[] {
  const pair: Pair = { one, other, mine: traitsOf(one), theirs: traitsOf(other), place }
  return TESTS.flatMap(([sign, test]) => (Number(test(pair)) > 0 ? [sign] : []))
}

const areVictimsApart = (pair: Pair): boolean =>
  areApart(pair.mine.victims().kinds, pair.theirs.victims().kinds) && !isDisputedWho(pair)

const areVictimsExclusive = ({ mine, theirs }: Pair): boolean =>
  [...mine.victims().kinds].some(
    (one) =>
      typeof one === 'number' &&
      [...theirs.victims().kinds].some((other) => typeof other === 'number' && areExclusive(one, other)),
  )

/** A place worth less than this is told to be another. */
const OTHER_PLACE_SCORE = -2

const isOtherCountry = ({ mine, theirs, place }: Pair): boolean =>
  place <= 0 && areApart(mine.countries(), theirs.countries())

const areUnplaced = ({ mine, theirs, place }: Pair): boolean =>
  place <= 0 && !share(mine.places(), theirs.words()) && !share(theirs.places(), mine.words())

/** The army's dead are fighters, the village's are farmers: who they were is in dispute, unless others killed them or in another way. */
const isDisputedWho = ({ mine, theirs }: Pair): boolean =>
  mine.victims().kinds.has(FIGHTERS) !== theirs.victims().kinds.has(FIGHTERS) &&
  !areApart(mine.actors().kinds, theirs.actors().kinds) &&
  !areApart(mine.weapons(), theirs.weapons())

/** Between the two times that are closest; 0 if one has none. */
function leastDaysBetween(ones: readonly ComparedWhen[], others: readonly ComparedWhen[]): number {
  let least = Number.POSITIVE_INFINITY
  for (const one of ones) for (const other of others) least = Math.min(least, daysBetween(one, other))
  return least === Number.POSITIVE_INFINITY ? 0 : least
}

/** "On Monday morning", and "on Monday evening", if every time has its hours. */
const haveOtherHours = (ones: readonly ComparedWhen[], others: readonly ComparedWhen[]): boolean =>
  ones.length > 0 && others.length > 0 && ones.every((one) => others.every((other) => areOtherHours(one, other)))

function areOtherHours(one: ComparedWhen, other: ComparedWhen): boolean {
  if (!one.hours || !other.hours) return false
  const [from, to] = one.hours.map((hour) => 24 * one.first + hour)
  const [start, end] = other.hours.map((hour) => 24 * other.first + hour)
  return to <= start || end <= from
}

/** None of the one can be any of the other: knives and guns; not a bomb and an explosion. */
const areOtherMeans = (ones: ReadonlySet<MeansClass>, others: ReadonlySet<MeansClass>): boolean =>
  ones.size > 0 &&
  others.size > 0 &&
  [...ones].every((one) => [...others].every((other) => relateClasses(one, other) === 'contradictory'))

/** How many details are others, less those that two events of one town and day hardly have in common; none where the sides of a war tell it. */
function countDetails(pair: Pair): number {
  if (isDisputedWho(pair)) return 0
  const { one, other, mine, theirs } = pair
  const differing = [
    areApart(mine.sites(), theirs.sites()),
    areOtherMeans(mine.means(), theirs.means()),
    areVictimsApart(pair),
    differenceOfTolls(one.tallies, other.tallies) >= OTHER_TOLL || haveOtherFates(one.tallies, other.tallies),
  ]
  const shared = [
    share(mine.sites(), theirs.sites()),
    [...mine.victims().kinds].some((kind) => theirs.victims().kinds.has(kind) && !isArmed(kind)),
    haveOneToll(one.tallies, other.tallies),
  ]
  return differing.filter(Boolean).length - shared.filter(Boolean).length
}

/** A smaller difference may be that of the hour. */
const OTHER_TOLL = 0.3

const ACTS: ReadonlySet<Means> = new Set<Means>(['arrest', 'release', 'abduction'])

/** An arrest, a release or an abduction is an event of its own, apart from the violence before and after it. */
const isAct = ({ means }: ComparedChain): boolean => [...means].some((each) => ACTS.has(each))

const isViolence = (chain: ComparedChain): boolean => chain.types.has('ASSAULT') && !isAct(chain)
