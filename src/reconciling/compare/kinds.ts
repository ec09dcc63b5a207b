// Two event chains -> how far the kind of event speaks for one event or against it: category and means.

import type { ComparedChain } from '../compared-chain.ts'
import { compareMeans, type Means } from '../means.ts'
import { bestOf } from './best-of.ts'

/** Kind, place and time below this cannot be outweighed by the rest, so the rest is not compared. */
export const HOPELESS_SCORE = -4

type Kind = Pick<ComparedChain, 'types' | 'means'>

export function weighKinds(one: Kind, other: Kind): number {
  if (isHazard(one) !== isHazard(other)) return DIFFERENT_TYPE_SCORE
  const named = new Set([...one.means, ...other.means])
  const category = bestOf(one.types, other.types, (type, otherType) => weighTypes(type, otherType, named))
  switch (agreementOfMeans(one.means, other.means)) {
    case 1:
      // A "strike" may be coded as a protest in one report and as an attack in another: the means decide.
      return Math.max(category, 0) + 1
    case -1:
      return category - 1.5
    default:
      return category + weighActs(one, other)
  }
}

/** A fire that nobody set is not the fire that an attack caused, whatever else agrees. */
const isHazard = ({ types }: Kind): boolean => types.has('HAZARD')

/** "fully liberated" and "fighting continues" are about one battle if they are said of one place. */
export const weighBattle = (one: ComparedChain, other: ComparedChain, place: number): number =>
  one.battle && other.battle && place > 0.5 ? 1.5 : 0

interface Akin {
  types: readonly [string, string]
  weight: number
  /** Only if one of the chains has one of these means. */
  means?: readonly Means[]
}

/** Categories under which reports of one event may be coded differently, and what the difference counts. The first that fits holds. */
const AKIN: readonly Akin[] = [
  { types: ['ASSAULT', 'COERCE'], weight: -0.5, means: ['abduction', 'arrest', 'control'] }, // "abducted" and "detained"
  { types: ['ASSAULT', 'COERCE'], weight: -2 },
  { types: ['ASSAULT', 'RETREAT'], weight: -0.5, means: ['control'] }, // "liberated" and "fighting"
  { types: ['COERCE', 'PROTEST'], weight: -0.5 }, // "blocked" and "a sit-in"
  { types: ['CONSULT', 'AGREE'], weight: 0 }, // "talks" and "the accord"
  { types: ['AGREE', 'COOPERATE'], weight: 0 },
  { types: ['AID', 'COOPERATE'], weight: 0 },
  { types: ['AID', 'SUPPORT'], weight: -0.5 },
  { types: ['MOBILIZE', 'ASSAULT'], weight: -1.5 },
  { types: ['MOBILIZE', 'AID'], weight: -1 },
  { types: ['CONSULT', 'SUPPORT'], weight: -0.5 },
]
const SAME_TYPE_SCORE = 0.5
const DIFFERENT_TYPE_SCORE = -10

function weighTypes(one: string, other: string, named: ReadonlySet<Means>): number {
  if (one === other) return SAME_TYPE_SCORE
  const akin = AKIN.find(
    ({ types: [a, b], means }) =>
      ((a === one && b === other) || (a === other && b === one)) && (!means || means.some((each) => named.has(each))),
  )
  return akin?.weight ?? DIFFERENT_TYPE_SCORE
}

/** 1 if any two are the same, -1 if all are different, else 0. */
const agreementOfMeans = (one: ReadonlySet<Means>, other: ReadonlySet<Means>): number =>
  one.size > 0 && other.size > 0 ? bestOf(one, other, compareMeans) : 0

/** An arrest, a release or an abduction is an event of its own, apart from the violence before and after it. */
const ACTS: ReadonlySet<Means> = new Set(['arrest', 'release', 'abduction'])

function weighActs(one: Kind, other: Kind): number {
  const isAct = ({ means }: Kind) => [...means].some((each) => ACTS.has(each))
  const isSameType = [...one.types].some((type) => other.types.has(type))
  return isAct(one) !== isAct(other) && !isSameType ? -3 : 0
}
