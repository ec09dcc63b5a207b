// Two mentions that were taken for one event -> whether their own sentences tell of two: at two places, on two days, with other means, by others,
// or "another" one. Their numbers then contradict nothing.

import { classOf, classOfMention, relateClasses } from '../means.ts'
import type { Mention } from '../mention.ts'
import { comparePlaces } from '../where.ts'
import { sameName } from '../words.ts'

/** @param one what one sentence tells; the first mention is the one in question */
export const seemApart = (one: readonly Mention[], other: readonly Mention[]): boolean =>
  one[0].another !== other[0].another ||
  areElsewhere(one[0], other[0]) ||
  areOnOtherDays(one[0], other[0]) ||
  haveOtherMeans(one, other) ||
  haveOtherCamps(one, other)

/** A mention, and what else its sentence tells of the event: "300 shells hit the quarter, killing five". */
export const inOneSentence = (mention: Mention, all: readonly Mention[]): Mention[] => [
  mention,
  ...all.filter((other) => other !== mention && other.sentence[0] === mention.sentence[0]),
]

const areElsewhere = ({ place: one }: Mention, { place: other }: Mention): boolean =>
  one !== null && other !== null && comparePlaces(one, other) === 'apart'

/** Longer than this, and it is no date. */
const MAX_DATE_DAYS = 3

function areOnOtherDays({ when: one }: Mention, { when: other }: Mention): boolean {
  if (one === null || other === null) return false
  const isDate = ({ first, last }: typeof one) => last - first < MAX_DATE_DAYS
  return isDate(one) && isDate(other) && (one.last < other.first || other.last < one.first)
}

const classesOf = (mention: Mention) => {
  const named = mention.parties.flatMap(({ role, text }) => (role === 'instrument' ? (classOf(text) ?? []) : []))
  return named.length > 0 ? named : [classOfMention(mention) ?? []].flat()
}

function haveOtherMeans(one: readonly Mention[], other: readonly Mention[]): boolean {
  const [own, others] = [one.flatMap(classesOf), other.flatMap(classesOf)]
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

/** How many of place, date, people and means two accounts have in common, of those that tell one event from another. */
export function commonGround(one: readonly Mention[], other: readonly Mention[]): number {
  const some = (fits: (a: Mention, b: Mention) => boolean): number =>
    Number(one.some((a) => other.some((b) => fits(a, b))))
  return some(isOnePlace) + some(isOneDate) + some(haveOneParty) + some(haveOneMeans)
}

function isOnePlace({ place: one }: Mention, { place: other }: Mention): boolean {
  if (one === null || other === null) return false
  const found = comparePlaces(one, other)
  return found === 'same' || found === 'near' || (found === 'within' && !isWide(one) && !isWide(other))
}

const isWide = ({ precision }: NonNullable<Mention['place']>): boolean =>
  precision === 'country' || precision === 'region'

function isOneDate({ when: one }: Mention, { when: other }: Mention): boolean {
  if (one === null || other === null) return false
  const isDate = ({ first, last }: typeof one) => last - first < MAX_DATE_DAYS
  return isDate(one) && isDate(other) && one.first <= other.last && other.first <= one.last
}

const haveOneParty = ({ parties: one }: Mention, { parties: other }: Mention): boolean =>
  one.some(({ role, words, kind }) =>
    other.some(
      (party) => role !== 'instrument' && kind !== 'thing' && party.role === role && sameName(party.words, words),
    ),
  )

const haveOneMeans = (one: Mention, other: Mention): boolean =>
  classesOf(one).some((means) => classesOf(other).some((each) => relateClasses(means, each) === 'same'))
