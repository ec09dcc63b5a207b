// What reconciling knows of a claim before it is published, and how two claims can stand to each other.

import type { Claim, ClaimValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention } from '../mention.ts'

/** A claim with the mention that makes it. */
export interface DetailedClaim<Value extends ClaimValue = ClaimValue>
  extends Pick<Claim, 'account' | 'polarity' | 'text' | 'span'> {
  value: Value
  mention: Mention
  /** Of a party: those of the registry that people say it is not. */
  apartFrom?: readonly string[]
}

/**
 * `same`: the same value. `compatible`: both can be right, one is more exact or a part of the other. `contradictory`: they cannot both be
 * right. `unrelated`: they are about different things (soldiers and civilians), so neither bears the other out.
 */
export type Relation = 'same' | 'compatible' | 'contradictory' | 'unrelated'

export type Relate<Value extends ClaimValue> = (one: DetailedClaim<Value>, other: DetailedClaim<Value>) => Relation

/** A later report by the same origin: an origin does not dispute with itself. */
export const supersedes = (later: DetailedAccount, earlier: DetailedAccount): boolean =>
  later !== earlier &&
  later.originNumber === earlier.originNumber &&
  later.published !== undefined &&
  earlier.published !== undefined &&
  later.published > earlier.published

/** Of an account's claims each value once: the first that claims it. */
export function distinctClaims<Value extends ClaimValue>(
  claims: readonly DetailedClaim<Value>[],
  keyOf: (value: Value) => string,
): DetailedClaim<Value>[] {
  const found = new Map<string, DetailedClaim<Value>>()
  for (const claim of claims) {
    const key = `${claim.account} ${claim.polarity} ${keyOf(claim.value)}`
    if (!found.has(key)) found.set(key, claim)
  }
  return [...found.values()]
}
