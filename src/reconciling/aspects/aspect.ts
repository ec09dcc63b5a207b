// The claims on one question -> the aspect: its values side by side, which of them cannot all be right, and the passages that show it.

import type { Aspect, AspectValue, Claim, ClaimValue, Dispute, UnsureClaim } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { type DetailedClaim, type Relate, type Relation, supersedes } from './claim.ts'
import { judgeOf } from './sure.ts'

export interface Question<Value extends ClaimValue> {
  name: Aspect['name']
  claims: readonly DetailedClaim<Value>[]
  /** Claims with the same key claim the same. */
  keyOf: (value: Value) => string
  /** Of two claims of unequal polarity only `same` counts: they are about the same. */
  relate: Relate<Value>
  /** Whether an account lists its values: another that gives one of them, and no other, contradicts nothing. */
  list?: boolean
  /** Whether it agrees with anything of its kind: "gunmen". Two accounts of which one gives such a value do not agree by it. */
  isVague?: (value: Value) => boolean
  /** How two claims that contradict each other by their values stand by when, by whom and of what they were made; null if they do. */
  reconsider?: (
    one: DetailedClaim<Value>,
    other: DetailedClaim<Value>,
    accounts: readonly DetailedAccount[],
  ) => 'compatible' | 'unrelated' | null
  /** Whether a later claim of the same origin replaces an earlier one that it does not contradict: "at least 9", later 12. */
  replaces?: Relate<Value> | undefined
  /** Whether somebody says that it no longer holds: "from 19 to 14". */
  isTakenBack?: (claim: DetailedClaim<Value>) => boolean
}

type Considered<Value extends ClaimValue> = DetailedClaim<Value> & { revised: boolean }

/** With what it does not state; no claims where it states nothing. */
export interface Answer extends Aspect {
  unsure: UnsureClaim[]
}

/**
 * Disputed if two claims of different origins contradict each other; what an origin has revised itself disputes nothing. Null if no account
 * says anything of it.
 */
export function aspectOf<Value extends ClaimValue>(
  asked: Question<Value>,
  accounts: readonly DetailedAccount[],
): Answer | null {
  if (asked.claims.length === 0) return null
  const whyUnsure = judgeOf(asked.name, accounts)
  const judged = asked.claims.map((claim) => ({ claim, why: whyUnsure(claim) }))
  const question = { ...asked, claims: judged.flatMap(({ claim, why }) => (why === null ? [claim] : [])) }
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
    unsure: judged.flatMap(({ claim, why }) => (why === null ? [] : [unsureOf(asked.name, claim, why)])),
  }
}

const unsureOf = (
  question: Aspect['name'],
  { account, mention, text, span }: DetailedClaim,
  why: string,
): UnsureClaim => ({
  question,
  account,
  event: mention.event,
  text,
  span,
  why,
})

function markRevised<Value extends ClaimValue>(
  { claims, relate, replaces, isTakenBack }: Question<Value>,
  accounts: readonly DetailedAccount[],
): Considered<Value>[] {
  const revises = (later: DetailedClaim<Value>, earlier: DetailedClaim<Value>) =>
    supersedes(accounts[later.account], accounts[earlier.account]) &&
    (relateClaims(relate, earlier, later) === 'contradictory' || replaces?.(earlier, later) === 'compatible')
  return claims.map((claim) => ({
    ...claim,
    revised: isTakenBack?.(claim) || claims.some((later) => revises(later, claim)),
  }))
}

/** That something is so contradicts that it is not so, if both speak of the same. */
function relateClaims<Value extends ClaimValue>(
  relate: Relate<Value>,
  one: DetailedClaim<Value>,
  other: DetailedClaim<Value>,
): Relation {
  const found = relate(one, other)
  if (one.polarity === other.polarity) return one.polarity === 'yes' || found === 'same' ? found : 'unrelated'
  return found === 'same' ? 'contradictory' : 'unrelated'
}

/** The claims that still stand of one value. */
interface Stand<Value extends ClaimValue> {
  claims: { at: number; claim: Considered<Value> }[]
}

/** Values are related once, however many accounts claim them. */
function compareOrigins<Value extends ClaimValue>(
  { keyOf, relate, list, isVague, reconsider }: Question<Value>,
  claims: readonly Considered<Value>[],
  accounts: readonly DetailedAccount[],
): { disputes: Dispute[]; isBorneOut: boolean } {
  const stands = standsOf(claims, keyOf)
  const relations = stands.map(({ claims: [one] }) =>
    stands.map(({ claims: [other] }) => relateClaims(relate, one.claim, other.claim)),
  )
  const valuesOfAccount = new Map<number, number[]>()
  for (const [index, stand] of stands.entries())
    for (const { claim } of stand.claims)
      valuesOfAccount.set(claim.account, [...(valuesOfAccount.get(claim.account) ?? []), index])
  const agreesWith = (one: number, other: number): boolean =>
    (valuesOfAccount.get(one) ?? []).some((a) =>
      (valuesOfAccount.get(other) ?? []).some(
        (b) => (a === b || AGREEING.has(relations[a][b])) && !isVagueAt(a) && !isVagueAt(b),
      ),
    )
  const isVagueAt = (index: number) => isVague?.(stands[index].claims[0].claim.value) ?? false
  const disputes: Dispute[] = []
  let isBorneOut = false
  let isOpen = false
  for (let one = 0; one < stands.length; one++)
    for (let other = one; other < stands.length; other++) {
      const relation = one === other ? 'same' : relations[one][other]
      if (relation === 'unrelated' || (isBorneOut && AGREEING.has(relation))) continue
      const isOpposite = stands[one].claims[0].claim.polarity !== stands[other].claims[0].claim.polarity
      const pair = pairOf(stands[one], stands[other], ({ claim: a }, { claim: b }) => {
        const [own, others] = [accounts[a.account], accounts[b.account]]
        if (own.originNumber === others.originNumber) return false
        if (AGREEING.has(relation)) return true
        const found = reconsider?.(a, b, accounts) ?? null
        if (found === 'compatible') isBorneOut = true
        // "Civilians" beside "terrorists": if not of the same people, then not agreed on either.
        if (found === 'unrelated' && list) isOpen = true
        if (found !== null) return false
        return isOpposite || !list || !agreesWith(a.account, b.account)
      })
      if (!pair) continue
      if (AGREEING.has(relation)) isBorneOut = true
      else {
        const why = pair.map(({ claim }) => sideOf(claim, accounts)).join('; ')
        disputes.push({ claims: [pair[0].at, pair[1].at], why })
      }
    }
  return { disputes, isBorneOut: isBorneOut && !isOpen }
}

const AGREEING: ReadonlySet<Relation> = new Set(['same', 'compatible'])

function standsOf<Value extends ClaimValue>(
  claims: readonly Considered<Value>[],
  keyOf: (value: Value) => string,
): Stand<Value>[] {
  const stands = new Map<string, Stand<Value>>()
  for (const [at, claim] of claims.entries()) {
    if (claim.revised) continue
    const key = `${claim.polarity} ${keyOf(claim.value)}`
    const stand = stands.get(key) ?? { claims: [] }
    stand.claims.push({ at, claim })
    stands.set(key, stand)
  }
  return [...stands.values()]
}

function pairOf<Value extends ClaimValue, Item extends Stand<Value>['claims'][number]>(
  one: { claims: readonly Item[] },
  other: { claims: readonly Item[] },
  fits: (a: Item, b: Item) => boolean,
): [Item, Item] | undefined {
  for (const a of one.claims) for (const b of other.claims) if (fits(a, b)) return a.at < b.at ? [a, b] : [b, a]
  return undefined
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
