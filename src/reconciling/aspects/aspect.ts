// What each account claims about one aspect -> its values side by side, and whether they can all be right.

import type { Aspect, AspectValue, Span } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'

/** What one account says of an aspect. */
export interface Claim<Value> {
  /** Its place among the accounts. */
  account: number
  value: Value
  label: string
  /** The words that it stands on. */
  span: Span
}

export interface Question<Value> {
  name: Aspect['name']
  claims: readonly Claim<Value>[]
  /** Whether two values cannot both be right. */
  conflict: (one: Value, other: Value) => boolean
  /** For values that are numbers. */
  numbers?: (value: Value) => { low: number; high: number | null }
}

/**
 * Disputed if two claims of different origins conflict; what an origin has revised itself disputes nothing. Null if no account says anything
 * of it.
 */
export function aspectOf<Value>(
  { name, claims, conflict, numbers }: Question<Value>,
  accounts: readonly DetailedAccount[],
): Aspect | null {
  if (claims.length === 0) return null
  const originOf = ({ account }: Claim<Value>) => accounts[account].originNumber
  const isRevised = (claim: Claim<Value>) =>
    claims.some(
      (later) => supersedes(accounts[later.account], accounts[claim.account]) && !isSameLabel(later.label, claim.label),
    )
  const current = claims.filter((claim) => !isRevised(claim))
  const isDisputed = current.some((one) =>
    current.some((other) => originOf(one) !== originOf(other) && conflict(one.value, other.value)),
  )
  const state = isDisputed ? 'disputed' : new Set(claims.map(originOf)).size > 1 ? 'agreed' : 'single'
  const values = valuesOf(claims, isRevised, numbers)
  return { name, values, state, why: reasonOf(values, accounts, state) }
}

/** A later report by the same origin: an origin does not dispute with itself. */
const supersedes = (later: DetailedAccount, earlier: DetailedAccount): boolean =>
  later !== earlier &&
  later.originNumber === earlier.originNumber &&
  later.published !== undefined &&
  earlier.published !== undefined &&
  later.published > earlier.published

/** Each value once, with the accounts that claim it. */
function valuesOf<Value>(
  claims: readonly Claim<Value>[],
  isRevised: (claim: Claim<Value>) => boolean,
  numbers: Question<Value>['numbers'],
): AspectValue[] {
  const values: AspectValue[] = []
  for (const claim of claims) {
    let found = values.find(({ value }) => isSameLabel(value, claim.label))
    if (!found) {
      found = { value: claim.label, ...numbers?.(claim.value), accounts: [], grounds: [] }
      values.push(found)
    }
    if (!found.accounts.includes(claim.account)) found.accounts.push(claim.account)
    if (isRevised(claim) && !found.revised?.includes(claim.account))
      found.revised = [...(found.revised ?? []), claim.account]
    found.grounds.push({ account: claim.account, span: claim.span })
  }
  return values
}

/** "The gunmen" and "gunmen" are one value. */
const isSameLabel = (one: string, other: string): boolean => withoutArticle(one) === withoutArticle(other)

const withoutArticle = (label: string): string => label.toLowerCase().replace(/^(?:the|an?) /, '')

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
  const conclusion = { disputed: 'cannot all be right', agreed: 'can all be right', single: 'rests on one origin' }
  return `${parts.join('; ')} (${conclusion[state]})`
}

/** Their labels, each once. */
const originsOf = (some: readonly number[], accounts: readonly DetailedAccount[]): string =>
  [...new Set(some.map((account) => accounts[account].origin))].join(', ')
