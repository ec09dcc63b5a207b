// The claims on one question -> the aspect: its values side by side, which of them cannot all be right, and the passages that show it.

import type { Aspect, AspectValue, Claim, ClaimValue, Dispute } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { type DetailedClaim, type Relate, supersedes } from './claim.ts'

export interface Question<Value extends ClaimValue> {
  name: Aspect['name']
  claims: readonly DetailedClaim<Value>[]
  /** Claims with the same key claim the same. */
  keyOf: (value: Value) => string
  /** Of two claims of equal polarity. */
  relate: Relate<Value>
  /** Whether an account lists its values: another that gives one of them, and no other, contradicts nothing. */
  list?: boolean
  /** Whether a later claim of the same origin replaces an earlier one that it does not contradict: "at least 9", later 12. */
  replaces?: Relate<Value> | undefined
}

type Considered<Value extends ClaimValue> = DetailedClaim<Value> & { revised: boolean }

/**
 * Disputed if two claims of different origins contradict each other; what an origin has revised itself disputes nothing. Null if no account
 * says anything of it.
 */
export function aspectOf<Value extends ClaimValue>(
  question: Question<Value>,
  accounts: readonly DetailedAccount[],
): Aspect | null {
  if (question.claims.length === 0) return null
  const claims = markRevised(question, accounts)
  const { disputes, isBorneOut } = compareOrigins(question, claims, accounts)
  const isTold = new Set(claims.map(({ account }) => accounts[account].originNumber)).size > 1
  const state = disputes.length > 0 ? 'disputed' : isBorneOut ? 'agreed' : isTold ? 'not comparable' : 'single'
  const values = valuesOf(question, claims)
  return {
    name: question.name,
    claims: claims.map(published),
    values,
    state,
    why: reasonOf(values, accounts, state),
    disputes,
  }
}

function markRevised<Value extends ClaimValue>(
  { claims, relate, replaces }: Question<Value>,
  accounts: readonly DetailedAccount[],
): Considered<Value>[] {
  const revises = (later: DetailedClaim<Value>, earlier: DetailedClaim<Value>) =>
    supersedes(accounts[later.account], accounts[earlier.account]) &&
    (relateClaims(relate, earlier, later) === 'contradictory' || replaces?.(earlier, later) === 'compatible')
  return claims.map((claim) => ({ ...claim, revised: claims.some((later) => revises(later, claim)) }))
}

/** That something is so contradicts that it is not so, if both speak of the same. */
function relateClaims<Value extends ClaimValue>(
  relate: Relate<Value>,
  one: DetailedClaim<Value>,
  other: DetailedClaim<Value>,
): ReturnType<Relate<Value>> {
  const found = relate(one, other)
  if (one.polarity === other.polarity) return one.polarity === 'yes' || found === 'same' ? found : 'unrelated'
  return found === 'same' || found === 'compatible' ? 'contradictory' : 'unrelated'
}

/** Each pair of claims of different origins is looked at once. */
function compareOrigins<Value extends ClaimValue>(
  { keyOf, relate, list }: Question<Value>,
  claims: readonly Considered<Value>[],
  accounts: readonly DetailedAccount[],
): { disputes: Dispute[]; isBorneOut: boolean } {
  const disputes = new Map<string, Dispute>()
  let isBorneOut = false
  const related = new Map<string, boolean>()
  const agreeing = (one: number, other: number): boolean => {
    const key = `${one} ${other}`
    let found = related.get(key)
    if (found === undefined) {
      const [own, others] = [one, other].map((account) => claims.filter((claim) => claim.account === account))
      found = own.some((a) => others.some((b) => ['same', 'compatible'].includes(relateClaims(relate, a, b))))
      related.set(key, found)
    }
    return found
  }
  for (const [at, one] of claims.entries())
    for (let next = at + 1; next < claims.length; next++) {
      const other = claims[next]
      if (one.revised || other.revised) continue
      if (accounts[one.account].originNumber === accounts[other.account].originNumber) continue
      const relation = relateClaims(relate, one, other)
      if (relation === 'same' || relation === 'compatible') isBorneOut = true
      if (relation !== 'contradictory') continue
      if (list && one.polarity === other.polarity && agreeing(one.account, other.account)) continue
      const key = [one, other].map(({ polarity, value }) => `${polarity} ${keyOf(value)}`).join('\u0000')
      if (!disputes.has(key))
        disputes.set(key, { claims: [at, next], why: `${sideOf(one, accounts)}; ${sideOf(other, accounts)}` })
    }
  return { disputes: [...disputes.values()], isBorneOut }
}

const sideOf = (claim: DetailedClaim, accounts: readonly DetailedAccount[]): string =>
  `${accounts[claim.account].origin}: ${labelOf(claim)}`

/** "not the army"; that the event is denied says it already. */
const labelOf = ({ value, text, polarity }: Pick<Claim, 'value' | 'text' | 'polarity'>): string =>
  polarity === 'no' && value.kind !== 'status' ? `not ${text}` : text

const published = <Value extends ClaimValue>({
  account,
  value,
  polarity,
  text,
  span,
  mention,
  revised,
}: Considered<Value>): Claim => ({
  account,
  event: mention.event,
  value,
  polarity,
  text,
  span,
  passage: mention.sentence,
  ...(revised ? { revised: true } : {}),
})

/** Each value once, with the accounts that claim it, in the words of the first. */
function valuesOf<Value extends ClaimValue>(
  { keyOf }: Question<Value>,
  claims: readonly Considered<Value>[],
): AspectValue[] {
  const values = new Map<string, AspectValue>()
  for (const { account, value, polarity, text, span, revised } of claims) {
    const key = `${polarity} ${keyOf(value)}`
    const found: AspectValue = values.get(key) ?? {
      value: labelOf({ value, text, polarity }),
      ...(value.kind === 'number' ? { low: value.low, high: value.high } : {}),
      ...(value.kind === 'number' && value.part ? { part: true } : {}),
      ...(polarity === 'no' ? { denied: true } : {}),
      accounts: [],
      grounds: [],
    }
    values.set(key, found)
    if (!found.accounts.includes(account)) found.accounts.push(account)
    if (revised && !found.revised?.includes(account)) found.revised = [...(found.revised ?? []), account]
    found.grounds.push({ account, span })
  }
  return [...values.values()]
}

const CONCLUSIONS: Readonly<Record<Aspect['state'], string>> = {
  disputed: 'cannot all be right',
  agreed: 'can all be right',
  single: 'rests on one origin',
  'not comparable': 'about different things',
}

/** "the army: 12; police, earlier: 9; police: 12 (can all be right)" */
function reasonOf(
  values: readonly AspectValue[],
  accounts: readonly DetailedAccount[],
  state: Aspect['state'],
): string {
  const parts = values.map(({ value, accounts: all, revised = [] }) => {
    const now = originsOf(
      all.filter((account) => !revised.includes(account)),
      accounts,
    )
    const earlier = originsOf(revised, accounts)
    return [now && `${now}: ${value}`, earlier && `${earlier}, earlier: ${value}`].filter(Boolean).join('; ')
  })
  return `${parts.join('; ')} (${CONCLUSIONS[state]})`
}

/** Their labels, each once. */
const originsOf = (some: readonly number[], accounts: readonly DetailedAccount[]): string =>
  [...new Set(some.map((account) => accounts[account].origin))].join(', ')
