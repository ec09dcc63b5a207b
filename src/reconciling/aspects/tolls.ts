// Accounts -> how many they say were killed, injured, detained, ..., each number for a group of people.

import type { Aspect, NumberValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Tally } from '../mention.ts'
import { agree, isPartOf } from '../tallies.ts'
import { aspectOf } from './aspect.ts'
import { type DetailedClaim, distinctClaims, type Relation } from './claim.ts'
import { groupKey, relateGroups } from './groups.ts'

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'] as const

export const tollsOf = (accounts: readonly DetailedAccount[]): Aspect[] =>
  FATES.flatMap((fate) => {
    const claims = accounts.flatMap(({ mentions }, account) =>
      claimsIn(
        mentions.flatMap((mention) =>
          mention.tallies
            .filter((tally) => tally.fate === fate && !tally.former)
            .map((tally) => claimOf(tally, mention, account)),
        ),
      ),
    )
    const name = `count:${fate}` as const
    return aspectOf({ name, claims, keyOf, relate, excuses: isOfTheHour, replaces: relate }, accounts) ?? []
  })

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
  one.document === other.document &&
  one.article === other.article &&
  (one.originKind === 'voice' || other.originKind === 'voice')

/** As the wounded die, and the dead are found. */
const MAX_RISE = 2

/** A toll is that of its hour: one of a later day that is somewhat higher disputes nothing, nor does a higher one that an outlet gives itself. */
function isOfTheHour(
  one: DetailedClaim<NumberValue>,
  other: DetailedClaim<NumberValue>,
  accounts: readonly DetailedAccount[],
): boolean {
  const [a, b] = [accounts[one.account], accounts[other.account]]
  if (isWithinArticle(a, b)) return true
  if (a.published === undefined || b.published === undefined || a.published === b.published) return false
  const [earlier, later] = a.published < b.published ? [one.value, other.value] : [other.value, one.value]
  if (later.low <= earlier.low) return false
  if (a.originKind === 'voice' || b.originKind === 'voice') return true
  const [before, after] = a.published < b.published ? [a.published, b.published] : [b.published, a.published]
  return after.slice(0, 10) > before.slice(0, 10) && later.low <= MAX_RISE * earlier.low
}

/** Two numbers for one group contradict each other if they cannot be one; a part, only if it is more than the whole. */
function relate({ value: one }: DetailedClaim<NumberValue>, { value: other }: DetailedClaim<NumberValue>): Relation {
  switch (relateGroups(one.group, other.group)) {
    case 'same':
      if (one.part !== other.part) return relateToWhole(one.part ? one : other, one.part ? other : one)
      if (one.low === other.low && one.high === other.high) return 'same'
      return agree(one, other) ? 'compatible' : one.part ? 'unrelated' : 'contradictory'
    case 'part':
      return relateToWhole(one, other)
    case 'whole':
      return relateToWhole(other, one)
    case 'other':
      return 'unrelated'
  }
}

const relateToWhole = (part: NumberValue, whole: NumberValue): Relation =>
  whole.high !== null && !whole.approximate && !part.approximate && part.low > whole.high
    ? 'contradictory'
    : 'unrelated'
