// Two groups of people that numbers count -> whether they are one, one is a part of the other, or neither: soldiers are people, women no men.

import type { Fate, PeopleGroup } from '../../types.ts'
import { nameWords, singular } from '../words.ts'

/** `part`: the first is a part of the second. */
export type GroupRelation = 'same' | 'part' | 'whole' | 'other'

/** Words for anybody: the number is of all who were hit. */
const ANYBODY = new Set(
  `people person other life victim death dead fatality casualty body corpse injury wounded injured killed soul individual human arrest
  missing`.split(/\s+/),
)

/** Those who are arrested, by what the police or their friends hold against them: a number of them is that of all who were arrested. */
const ARRESTED = new Set('protester suspect activist supporter opponent dissident rioter'.split(' '))

/** Counted, but no people. */
const UNITS = new Set('family household home house village camp tent vehicle building school shop group'.split(' '))

/** Words that reports use for the same people. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    'student pupil schoolchild schoolgirl schoolboy girl boy child kid teenager youngster',
    'worker labourer laborer employee staff staffer',
    'farmer peasant villager resident local civilian inhabitant',
    'protester protestor demonstrator marcher',
    'policeman police officer constable',
    'soldier troop serviceman trooper marine paratrooper',
    'fighter militant rebel insurgent gunman terrorist guerrilla jihadist extremist',
    'traveller passenger commuter',
  ].flatMap((line) => {
    const [first, ...others] = line.split(' ')
    return [first, ...others].map((word): [string, string] => [word, first])
  }),
)

const nounOf = ({ of }: PeopleGroup): string => {
  const noun = singular(nameWords(of).at(-1) ?? '')
  return SYNONYMS.get(noun) ?? noun
}

const CIVILIAN = 'farmer'

const isAnybody = (noun: string): boolean => noun === '' || ANYBODY.has(noun)

const isArrested = (noun: string): boolean => isAnybody(noun) || ARRESTED.has(noun)

/** Groups with the same key are one: "five people" and "five". */
export const groupKey = (group: PeopleGroup): string =>
  `${group.side ?? ''} ${isAnybody(nounOf(group)) ? '' : nounOf(group)}`

export function relateGroups(one: PeopleGroup, other: PeopleGroup, fate?: Fate): GroupRelation {
  const [a, b] = [nounOf(one), nounOf(other)]
  if (UNITS.has(a) || UNITS.has(b)) return a === b ? 'same' : 'other'
  if (one.side !== undefined && other.side !== undefined && one.side !== other.side) return 'other'
  if (fate === 'detained' && isArrested(a) && isArrested(b)) return 'same'
  if (isAnybody(a) && isAnybody(b)) return one.side === other.side ? 'same' : one.side === undefined ? 'whole' : 'part'
  if (isAnybody(a)) return 'whole'
  if (isAnybody(b)) return 'part'
  if (a === b) return 'same'
  // Children and workers are civilians.
  if (one.side === 'civilians' && other.side === 'civilians' && (a === CIVILIAN || b === CIVILIAN))
    return a === CIVILIAN ? 'whole' : 'part'
  return 'other'
}
