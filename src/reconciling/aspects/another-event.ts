// Two mentions that were taken for one event -> whether their own sentences tell of two: at two places, on two days, with other means, by others,
// or "another" one. Their numbers then contradict nothing.

import { relateClasses } from '../means.ts'
import { classesOfMention } from '../means-of-mention.ts'
import type { Mention } from '../mention.ts'
import { isStillToCome } from '../still-to-come.ts'
import { isDate } from '../when.ts'
import { comparePlaces } from '../where.ts'

/** What tells one event from another. */
export type Ground = 'place' | 'date' | 'people' | 'means' | 'toll'

/**
 * @param one what one sentence tells; the first mention is the one in question
 * @param asked what they may well differ in, since it is in question
 */
export const seemApart = (one: readonly Mention[], other: readonly Mention[], asked?: Ground): boolean =>
  areApart(one[0], other[0], asked) ||
  (asked !== 'means' && haveOtherMeans(one, other)) ||
  (asked !== 'people' && haveOtherCamps(one, other))

/** Whether two mentions are of two events: in two towns, on two days, or one of them "another". */
export const areApart = (one: Mention, other: Mention, asked?: Ground): boolean =>
  one.another !== other.another ||
  (asked !== 'place' && areElsewhere(one, other)) ||
  (asked !== 'date' && areOnOtherDays(one, other))

/** A mention, and what else its sentence tells of the event: "300 shells hit the quarter, killing five". */
export const inOneSentence = (mention: Mention, all: readonly Mention[]): Mention[] => [
  mention,
  ...all.filter((other) => other !== mention && other.sentence[0] === mention.sentence[0]),
]

/** A dateline is where the reporter was. */
export const hasPlace = ({ place, placeBasis }: Mention): boolean => place !== null && placeBasis !== 'dateline'

export const areElsewhere = (one: Mention, other: Mention): boolean =>
  one.place !== null &&
  other.place !== null &&
  hasPlace(one) &&
  hasPlace(other) &&
  comparePlaces(one.place, other.place) === 'apart'

export const hasDate = (mention: Mention): boolean =>
  mention.when !== null && isDate(mention.when) && !isStillToCome(mention)

export function areOnOtherDays(a: Mention, b: Mention): boolean {
  const [one, other] = [a.when, b.when]
  if (one === null || other === null) return false
  return hasDate(a) && hasDate(b) && (one.last < other.first || other.last < one.first)
}

function haveOtherMeans(one: readonly Mention[], other: readonly Mention[]): boolean {
  const [own, others] = [one.flatMap(classesOfMention), other.flatMap(classesOfMention)]
  return (
    own.length > 0 &&
    others.length > 0 &&
    own.every((means) => others.every((each) => relateClasses(means, each) === 'contradictory'))
  )
}

/** The shells of rebels, and the army's. */
function haveOtherCamps(one: readonly Mention[], other: readonly Mention[]): boolean {
  const campsOf = (mentions: readonly Mention[]) =>
    mentions.flatMap(({ parties }) =>
      parties.flatMap(({ role, camp }) => (role === 'actor' && camp !== undefined ? [camp] : [])),
    )
  const [own, others] = [campsOf(one), campsOf(other)]
  return own.length > 0 && others.length > 0 && !own.some((camp) => others.includes(camp))
}
