// Accounts -> where and when they say it happened.

import { isoOf, parseDay } from '../../calendar.ts'
import type { ClaimValue, PlaceValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Spot, When } from '../mention.ts'
import { isStillToCome } from '../still-to-come.ts'
import { byPrecision, comparePlaces } from '../where.ts'
import { placedMentions } from '../where-told.ts'
import { nameWords, placeWords } from '../words.ts'
import type { Ground } from './another-event.ts'
import { type Answer, aspectOf } from './aspect.ts'
import type { DetailedClaim, Relation } from './claim.ts'
import { areOfOneEvent, haveOneVictim } from './common-ground.ts'

/** Of each account the most precise place that its own sentences give. */
export function placeOf(accounts: readonly DetailedAccount[]): Answer | null {
  const placed = new Set<Mention>(placedMentions(accounts.flatMap(({ mentions }) => mentions)))
  const claims = accounts.flatMap(({ mentions }, account): DetailedClaim<PlaceValue>[] => {
    const told = mentions.flatMap((mention) =>
      mention.place && placed.has(mention) ? [{ mention, spot: mention.place }] : [],
    )
    const [best] = told.toSorted((a, b) => byPrecision(a.spot, b.spot) || a.spot.span[0] - b.spot.span[0])
    return best
      ? [
          {
            account,
            mention: best.mention,
            value: placeValue(best.spot),
            polarity: 'yes',
            text: best.spot.name,
            span: best.spot.span,
          },
        ]
      : []
  })
  const keyOf = ({ name }: PlaceValue) => name.toLowerCase()
  const all = [...claims, ...placesDenied(claims, accounts)]
  return aspectOf(
    { name: 'place', claims: all, keyOf, relate: relatePlaces, reconsider: reconsiderBy('place') },
    accounts,
  )
}

/** "was in Dol, and not in Karim", where others say that it was in Karim. */
function placesDenied(
  claims: readonly DetailedClaim<PlaceValue>[],
  accounts: readonly DetailedAccount[],
): DetailedClaim<PlaceValue>[] {
  return accounts.flatMap(({ mentions }, account) => {
    for (const mention of mentions) {
      const words = nameWords(mention.sentenceText)
      const said = claims.find((claim) => claim.account !== account && isRuledOut(placeWords(claim.value.name), words))
      if (said) return [{ ...said, account, mention, polarity: 'no', span: mention.trigger }]
    }
    return []
  })
}

/** "in Dol and not in Karim", "not in Karim but in Dol" */
function isRuledOut(place: readonly string[], words: readonly string[]): boolean {
  const isThere = (at: number) => THERE.has(words[at] ?? '')
  return words.some(
    (word, at) =>
      word === 'not' &&
      isThere(at + 1) &&
      place.length > 0 &&
      place.every((part, index) => words[at + 2 + index] === part) &&
      ([2, 3, 4, 5].some((back) => isThere(at - back)) ||
        (words[at + 2 + place.length] === 'but' && isThere(at + 3 + place.length))),
  )
}
const THERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'outside'])

const placeValue = ({ span: _, ...spot }: Spot): PlaceValue => ({ kind: 'place', ...spot })

/** Two towns, or two countries. With a province there is no dispute: the town may have been placed in the wrong one. */
function relatePlaces(one: DetailedClaim<PlaceValue>, other: DetailedClaim<PlaceValue>): Relation {
  const [a, b] = [one, other].map(({ value, span }): Spot => ({ ...value, span }))
  switch (comparePlaces(a, b)) {
    case 'same':
      return 'same'
    case 'within':
    case 'near':
      return 'compatible'
    case 'unsure':
      return 'unrelated'
    case 'apart': {
      // What the gazetteer does not know, it has placed by what lies around it.
      const isCoarse = ({ precision, geonameId }: Spot) =>
        precision === 'region' || precision === 'district' || geonameId === undefined
      return isCoarse(a) || isCoarse(b) ? 'unrelated' : 'contradictory'
    }
  }
}

type Interval = Extract<ClaimValue, { kind: 'interval' }>

/** Of each account the most precise time. */
export function timeOf(accounts: readonly DetailedAccount[]): Answer | null {
  const claims = accounts.flatMap(({ mentions }, account): DetailedClaim<Interval>[] => {
    const told = mentions.flatMap((mention) =>
      mention.when && !isStillToCome(mention) && !mention.headline && mention.status !== 'denied'
        ? [{ mention, when: mention.when }]
        : [],
    )
    const [best] = told.toSorted(
      (a, b) => a.when.last - a.when.first - (b.when.last - b.when.first) || a.when.span[0] - b.when.span[0],
    )
    if (!best) return []
    const { mention, when } = best
    return [{ account, mention, value: intervalOf(when), polarity: 'yes', text: labelOf(when), span: when.span }]
  })
  const keyOf = ({ start, end }: Interval) => `${start}/${end}`
  return aspectOf({ name: 'time', claims, keyOf, relate: relateIntervals, reconsider: reconsiderBy('date') }, accounts)
}

/**
 * Where and when are disputed only between passages that tell of one thing by what else they say. Two shellings of one town, or two raids of
 * one day, are rather two events.
 */
const reconsiderBy =
  (asked: Ground) =>
  (one: DetailedClaim, other: DetailedClaim, accounts: readonly DetailedAccount[]): 'unrelated' | null => {
    // "and not in Karim" speaks of what was told of Karim.
    const isAnswer = one.polarity !== other.polarity
    const needed = isAnswer ? { asked, alone: 1, among: 2 } : { asked, alone: 2, among: 3 }
    return areOfOneEvent(one, other, accounts, needed) && (isAnswer || haveOneVictim(one.mention, other.mention))
      ? null
      : 'unrelated'
  }

const intervalOf = ({ first, last, precision }: When): Interval => ({
  kind: 'interval',
  start: isoOf(first),
  end: isoOf(last),
  precision,
})

/** The event lies within both, or they contradict each other. */
function relateIntervals({ value: one }: DetailedClaim<Interval>, { value: other }: DetailedClaim<Interval>): Relation {
  if (one.start === other.start && one.end === other.end) return 'same'
  return dayOf(one.start) <= dayOf(other.end) && dayOf(other.start) <= dayOf(one.end) ? 'compatible' : 'contradictory'
}

const dayOf = (iso: string): number => parseDay(iso) ?? 0

const labelOf = ({ first, last }: When): string => (first === last ? isoOf(first) : `${isoOf(first)}/${isoOf(last)}`)
