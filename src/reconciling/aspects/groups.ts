// Two groups of people that numbers count -> whether they are one, one is a part of the other, or neither: soldiers are people, women no men.

import type { PeopleGroup } from '../../types.ts'

/** `part`: the first is a part of the second. */
export type GroupRelation = 'same' | 'part' | 'whole' | 'other'

/** Words for anybody: the number is of all who were hit. */
const ANYBODY =
  /^(?:people|persons?|others?|lives|victims?|deaths?|dead|fatalit(?:y|ies)|casualt(?:y|ies)|bod(?:y|ies)|corpses?|injuries|wounded|injured|killed|souls|individuals?|humans?|arrests?|detainees?|hostages?|abductees?|prisoners?|missing|)$/i

/** Counted, but no people. */
const UNITS =
  /^(?:famil(?:y|ies)|households?|homes?|houses?|villages?|camps?|tents?|vehicles?|buildings?|schools?|shops?|groups?)$/i

const plain = (of: string): string =>
  of
    .toLowerCase()
    .trim()
    .replace(/^children$/, 'child')
    .replace(/^(?:wom|m)en$/, (word) => word.replace('men', 'man'))
    .replace(/men$/, 'man')
    .replace(/ies$/, 'y')
    .replace(/s$/, '')

export function relateGroups(one: PeopleGroup, other: PeopleGroup): GroupRelation {
  const [a, b] = [one.of.trim(), other.of.trim()]
  if (UNITS.test(a) || UNITS.test(b)) return plain(a) === plain(b) ? 'same' : 'other'
  if (one.side !== undefined && other.side !== undefined && one.side !== other.side) return 'other'
  const [anyOne, anyOther] = [ANYBODY.test(a), ANYBODY.test(b)]
  if (anyOne && anyOther) return sided(one.side, other.side)
  if (anyOne) return 'whole'
  if (anyOther) return 'part'
  return plain(a) === plain(b) || (one.side !== undefined && one.side === other.side) ? 'same' : 'other'
}

const sided = (one: PeopleGroup['side'], other: PeopleGroup['side']): GroupRelation =>
  one === other ? 'same' : one === undefined ? 'whole' : 'part'
