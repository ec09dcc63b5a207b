// Accounts -> how many they say were killed, injured, detained, ..., each number for a group of people.

import type { Fate, NumberValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Tally } from '../mention.ts'
import { agree, isPartOf } from '../tallies.ts'
import { nameWords, singular } from '../words.ts'
import { type Answer, aspectOf, type Question } from './aspect.ts'
import { type DetailedClaim, distinctClaims, type Relate, type Relation } from './claim.ts'
import { areOfOneEvent, type Needed } from './common-ground.ts'
import { groupKey, relateGroups } from './groups.ts'
import { judgeOf } from './sure.ts'

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'] as const

export const tollsOf = (accounts: readonly DetailedAccount[]): Answer[] =>
  FATES.flatMap((fate) => {
    const name = `count:${fate}` as const
    const whyUnsure = judgeOf(name, accounts)
    const claims = accounts.flatMap(({ mentions }, account) => {
      const told = mentions
        .filter(counts)
        .filter((mention) => fate !== 'abducted' || takes(mention))
        .flatMap((mention) =>
          mention.tallies
            .filter((tally) => tally.fate === fate && !tally.former && !isBomber(tally))
            .map((tally) => claimOf(tally, mention, account)),
        )
      // A toll that is not stated, of the war or of the day, has no parts and hides no other.
      const [stated, unsure] = [true, false].map((is) => told.filter((claim) => (whyUnsure(claim) === null) === is))
      return [...claimsIn(stated), ...claimsIn(unsure)]
    })
    const isTakenBack = takenBackAmong(accounts, fate)
    const relate: Relate<NumberValue> = (one, other) => relateTolls(one, other, fate)
    return aspectOf({ name, claims, keyOf, relate, reconsider, replaces: relate, isTakenBack }, accounts) ?? []
  })

/** Who dies of his own bomb is none of those whom it kills. */
const isBomber = ({ of }: Tally): boolean => singular(nameWords(of).at(-1) ?? '') === 'bomber'

/** "The ministry lowered the toll from 19 to 14": whoever has not reported since then gives a number that no longer holds. */
function takenBackAmong(accounts: readonly DetailedAccount[], fate: Fate): (claim: DetailedClaim) => boolean {
  const former = accounts.flatMap(({ mentions, published }) =>
    mentions.flatMap(({ tallies }) =>
      tallies.flatMap((tally) => (tally.former && tally.fate === fate ? [{ low: tally.low, published }] : [])),
    ),
  )
  return ({ value, account }) => {
    const { published } = accounts[account]
    return former.some(
      ({ low, published: since }) =>
        value.kind === 'number' &&
        value.low === low &&
        published !== undefined &&
        since !== undefined &&
        published < since,
    )
  }
}

/** What is denied, planned or feared has killed nobody. */
const counts = ({ status }: Mention): boolean => status === 'actual' || status === 'possible'

/** Whoever frees or fights over hostages does not say that they were taken then. */
const takes = ({ mode }: Mention): boolean => mode === 'abduct'

function claimOf(tally: Tally, mention: Mention, account: number): DetailedClaim<NumberValue> {
  const { low, high, approximate, of, side, text, span, part } = tally
  const group = { of, ...(side === undefined ? {} : { side }) }
  const value: NumberValue = { kind: 'number', low, high, approximate, group, ...(part ? { part } : {}) }
  return { account, mention, value, polarity: 'yes', text, span }
}

/** Of each group the highest number that still holds: of an account that gives several, the others count a part. */
function claimsIn(claims: readonly DetailedClaim<NumberValue>[]): DetailedClaim<NumberValue>[] {
  const sorted = claims.toSorted(
    (a, b) =>
      Number(a.value.part ?? false) - Number(b.value.part ?? false) ||
      b.value.low - a.value.low ||
      a.span[0] - b.span[0],
  )
  const kept: DetailedClaim<NumberValue>[] = []
  for (const claim of sorted) {
    const same = kept.find(({ value }) => relateGroups(value.group, claim.value.group) === 'same')
    if (same) continue
    const whole = kept.find(({ value }) => !value.part && isPartOf(claim.value, value))
    kept.push(whole && !claim.value.part ? { ...claim, value: { ...claim.value, part: true } } : claim)
  }
  return distinctClaims(
    kept.toSorted((a, b) => a.span[0] - b.span[0]),
    keyOf,
  )
}

const keyOf = ({ low, high, part, group }: NumberValue): string => `${low} ${high} ${part ?? ''} ${groupKey(group)}`

/** What an article counts in its own voice sums up the sources that it cites; that it differs from one of them disputes nothing. */
const isWithinArticle = (one: DetailedAccount, other: DetailedAccount): boolean =>
  isOneArticle(one, other) && (one.originKind === 'voice' || other.originKind === 'voice')

const isOneArticle = (one: DetailedAccount, other: DetailedAccount): boolean =>
  one.document === other.document && one.article === other.article

const reconsider: Question<NumberValue>['reconsider'] = (one, other, accounts) =>
  areOfOneEvent(one, other, accounts, NEEDED) ? ofTheHour(one, other, accounts) : 'unrelated'

/** Two numbers with less in common are rather of two events than in dispute. */
const NEEDED: Needed = { alone: 2, among: 3, sideBySide: true }

/** Characters of an ISO date. */
const DAY = 10

/** As the wounded die, and the dead are found. */
const MAX_RISE = 2

/** A toll is that of its hour: one of a later day that is somewhat higher disputes nothing, nor does a higher one that an outlet only retells. */
function ofTheHour(
  one: DetailedClaim<NumberValue>,
  other: DetailedClaim<NumberValue>,
  accounts: readonly DetailedAccount[],
): 'compatible' | null {
  const [a, b] = [accounts[one.account], accounts[other.account]]
  if (isWithinArticle(a, b)) return 'compatible'
  const [low, high] = one.value.low < other.value.low ? [one, other] : [other, one]
  const [before, after] = [accounts[low.account].published, accounts[high.account].published]
  // Of a report without a date nobody knows whether it is the later one.
  // Who only retells a toll may have it from whoever counted last.
  const isVoiced = a.basis !== 'first-hand' || b.basis !== 'first-hand'
  const isLater = before === undefined || after === undefined || after.slice(0, DAY) > before.slice(0, DAY)
  const isLaterInTheDay = before !== undefined && after !== undefined && after > before
  if (isVoiced) return isLater || isLaterInTheDay ? 'compatible' : null
  const [fewer, more] = [low.value.low, high.value.low]
  return isLater && (more < MAX_RISE * fewer || more === fewer + 1) ? 'compatible' : null
}

/** Two numbers for one group contradict each other if they cannot be one; a part, only if it is more than the whole. */
function relateTolls(
  { value: one }: DetailedClaim<NumberValue>,
  { value: other }: DetailedClaim<NumberValue>,
  fate: Fate,
): Relation {
  switch (relateGroups(one.group, other.group, fate)) {
    case 'same':
      if (one.part !== other.part) return relateToWhole(one.part ? one : other, one.part ? other : one)
      if (areEqual(one, other)) return 'same'
      return agree(loose(one), loose(other)) ? 'compatible' : one.part ? 'unrelated' : 'contradictory'
    case 'part':
      return relateToWhole(one, other)
    case 'whole':
      return relateToWhole(other, one)
    case 'other':
      // "six surveyors", "six employees": one number, and most likely the same people.
      return areEqual(one, other) && !haveTwoSides(one, other) ? 'compatible' : 'unrelated'
  }
}

/** "dozens" were 140 as often as 40: words for a number have no upper bound. */
const loose = (value: NumberValue): NumberValue =>
  value.approximate && value.low !== value.high ? { ...value, high: null } : value

const areEqual = (one: NumberValue, other: NumberValue): boolean => one.low === other.low && one.high === other.high

const haveTwoSides = ({ group: one }: NumberValue, { group: other }: NumberValue): boolean =>
  one.side !== undefined && other.side !== undefined && one.side !== other.side

function relateToWhole(part: NumberValue, whole: NumberValue): Relation {
  if (areEqual(part, whole) && !part.part) return 'compatible'
  // What is only a part by its words ("among them five") may be a part of something else.
  const isMore = !part.part && whole.high !== null && !whole.approximate && !part.approximate && part.low > whole.high
  return isMore ? 'contradictory' : 'unrelated'
}
