// Two event chains -> the signs of their kind: category, means, weapon, and whether one is said to be another event.

import type { EventChain } from '../event-chain.ts'
import { compareMeans, type Means } from '../means.ts'
import { bestOf } from './best-of.ts'
import { areApart, share } from './sets.ts'
import type { Signs } from './signs.ts'
import { traitsOf } from './traits.ts'

/** Null if they cannot be one event, whatever else agrees: talks are no attack. */
export function signsOfKind(one: EventChain, other: EventChain): Signs | null {
  // A fire that nobody set is not the fire that an attack caused.
  if (isHazard(one) !== isHazard(other)) return null
  const means = agreementOfMeans(one.means, other.means)
  const same = share(one.types, other.types)
  // A "strike" may be coded as a protest in one report and as an attack in another: the same means decide.
  if (!same && means !== 1 && !areAkin(one, other)) return null
  const [weapons, others] = [traitsOf(one).weapons, traitsOf(other).weapons]
  return {
    ...(same ? { 'kind: same category': 1 } : { 'kind: akin category': 1 }),
    ...(means === 1 ? { 'kind: same means': 1 } : {}),
    ...(means === -1 ? { 'kind: other means': 1 } : {}),
    ...(means === 0 && one.means.size > 0 && other.means.size > 0 ? { 'kind: akin means': 1 } : {}),
    ...(one.means.size > 0 !== other.means.size > 0 ? { 'kind: means of one alone': 1 } : {}),
    ...(share(weapons, others) ? { 'kind: same weapon': 1 } : {}),
    ...(areApart(weapons, others) ? { 'kind: other weapon': 1 } : {}),
    ...(one.another === other.another ? {} : { 'kind: another one': 1 }),
    ...(one.battle && other.battle ? { 'kind: one battle': 1 } : {}),
    ...(isAct(one) === isAct(other) ? {} : { 'kind: an act and violence': 1 }),
  }
}

const isHazard = ({ types }: EventChain): boolean => types.has('HAZARD')

interface Akin {
  types: readonly [string, string]
  /** Only if one of the chains has one of these means. */
  means?: readonly Means[]
}

/** Categories under which reports of one event may be coded differently. */
const AKIN: readonly Akin[] = [
  { types: ['ASSAULT', 'COERCE'] }, // "abducted" and "detained"
  { types: ['ASSAULT', 'RETREAT'], means: ['control'] }, // "liberated" and "fighting"
  { types: ['COERCE', 'PROTEST'] }, // "blocked" and "a sit-in"
  { types: ['CONSULT', 'AGREE'] }, // "talks" and "the accord"
  { types: ['AGREE', 'COOPERATE'] },
  { types: ['AGREE', 'SUPPORT'] }, // "signed"
  { types: ['AGREE', 'CONCEDE'] }, // "a truce"
  { types: ['SUPPORT', 'CONCEDE'] },
  { types: ['SANCTION', 'COERCE'] }, // "sentenced" and "jailed"
  { types: ['AID', 'COOPERATE'] },
  { types: ['AID', 'SUPPORT'] },
  { types: ['MOBILIZE', 'ASSAULT'] },
  { types: ['MOBILIZE', 'AID'] },
  { types: ['CONSULT', 'SUPPORT'] },
]

const areAkin = (one: EventChain, other: EventChain): boolean =>
  AKIN.some(
    ({ types: [a, b], means }) =>
      ((one.types.has(a) && other.types.has(b)) || (one.types.has(b) && other.types.has(a))) &&
      (!means || means.some((each) => one.means.has(each) || other.means.has(each))),
  )

/** 1 if any two are the same, -1 if all are different, else 0. */
const agreementOfMeans = (one: ReadonlySet<Means>, other: ReadonlySet<Means>): number =>
  one.size > 0 && other.size > 0 ? bestOf(one, other, compareMeans) : 0

/** An arrest, a release or an abduction is an event of its own, apart from the violence before and after it. */
const ACTS: ReadonlySet<Means> = new Set(['arrest', 'release', 'abduction'])

const isAct = ({ means }: EventChain): boolean => [...means].some((each) => ACTS.has(each))
