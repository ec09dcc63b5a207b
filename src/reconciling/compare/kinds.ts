// Two event chains -> the signs of their kind: category, means, weapon, and whether one is said to be another event.

import type { EventChain } from '../event-chain.ts'
import { compareMeans, type Means } from '../means.ts'
import { bestOf } from './best-of.ts'
import { areApart, share } from './sets.ts'
import type { Signs, SignsToBe } from './signs.ts'
import { traitsOf } from './traits.ts'

/** Null if they cannot be one event, whatever else agrees: talks are no attack. */
export function signsOfKind(one: EventChain, other: EventChain): Signs | null {
  // A fire that nobody set is not the fire that an attack caused.
  if (isHazard(one) !== isHazard(other)) return null
  const isBattle = one.battle && other.battle
  // Of one battle one report says that the town was shot at, another that it was taken.
  const means = isBattle
    ? Math.max(0, agreementOfMeans(one.means, other.means))
    : agreementOfMeans(one.means, other.means)
  const same = share(one.types, other.types)
  // A "strike" may be coded as a protest in one report and as an attack in another: the same means decide.
  if (!same && means !== 1 && !areAkin(one, other)) return null
  const [weapons, others] = [traitsOf(one).weapons, traitsOf(other).weapons]
  const signs: SignsToBe = {}
  signs[same ? 'kind: same category' : 'kind: akin category'] = 1
  if (means === 1) signs['kind: same means'] = 1
  else if (means === -1) signs['kind: other means'] = 1
  else if (one.means.size > 0 && other.means.size > 0) signs['kind: akin means'] = 1
  if (one.means.size > 0 !== other.means.size > 0) signs['kind: means of one alone'] = 1
  if (share(weapons, others)) signs['kind: same weapon'] = 1
  else if (areApart(weapons, others)) signs['kind: other weapon'] = 1
  if (one.another !== other.another) signs['kind: another one'] = 1
  if (isBattle) signs['kind: one battle'] = 1
  if (isAct(one) !== isAct(other)) signs['kind: an act and violence'] = 1
  return signs
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
