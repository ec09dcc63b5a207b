// What each account says of one aspect -> its values side by side, and whether they can all be right.

import type { Aspect, AspectValue, Span } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'

/** What one account says. */
export interface Saying<Value> {
  account: number
  value: Value
  label: string
  span: Span
}

export interface Kind<Value> {
  name: Aspect['name']
  sayings: readonly Saying<Value>[]
  /** Whether two values cannot both be right. */
  conflict: (one: Value, other: Value) => boolean
  /** What numbers there are, for the output. */
  numbers?: (value: Value) => { low: number; high: number | null }
}

/** Null where no account speaks of it. */
export function aspectOf<Value>(
  { name, sayings, conflict, numbers }: Kind<Value>,
  accounts: readonly DetailedAccount[],
): Aspect | null {
  if (sayings.length === 0) return null
  const isRevised = (saying: Saying<Value>) =>
    sayings.some(
      (later) => supersedes(accounts[later.account], accounts[saying.account]) && !sameLabel(later.label, saying.label),
    )
  const current = sayings.filter((saying) => !isRevised(saying))
  const at = ({ account }: Saying<Value>) => accounts[account].originNumber
  const disputed = current.some((one) =>
    current.some((other) => at(one) !== at(other) && conflict(one.value, other.value)),
  )
  const values: AspectValue[] = []
  for (const saying of sayings) {
    let same = values.find(({ value }) => sameLabel(value, saying.label))
    if (!same) {
      same = { value: saying.label, ...numbers?.(saying.value), accounts: [], grounds: [] }
      values.push(same)
    }
    if (!same.accounts.includes(saying.account)) same.accounts.push(saying.account)
    if (isRevised(saying) && !same.revised?.includes(saying.account))
      same.revised = [...(same.revised ?? []), saying.account]
    same.grounds.push({ account: saying.account, span: saying.span })
  }
  const origins = new Set(sayings.map(at))
  const state = disputed ? 'disputed' : origins.size > 1 ? 'agreed' : 'single'
  return { name, values, state, why: reasonOf(values, accounts, state) }
}

/** "The gunmen" and "gunmen" are one value. */
const sameLabel = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (label: string): string => label.toLowerCase().replace(/^(?:the|an?) /, '')

/** A later report by the same origin: what it said before is no dispute with itself. */
function supersedes(later: DetailedAccount, earlier: DetailedAccount): boolean {
  return (
    later !== earlier &&
    later.originNumber === earlier.originNumber &&
    later.published !== undefined &&
    earlier.published !== undefined &&
    later.published > earlier.published
  )
}

function reasonOf(
  values: readonly AspectValue[],
  accounts: readonly DetailedAccount[],
  state: Aspect['state'],
): string {
  const said = values.map(({ value, accounts: those, revised = [] }) => {
    const now = namesOf(
      those.filter((account) => !revised.includes(account)),
      accounts,
    )
    const before = namesOf(revised, accounts)
    return [now && `${now}: ${value}`, before && `${before}, earlier: ${value}`].filter(Boolean).join('; ')
  })
  const ends = { disputed: 'cannot all be right', agreed: 'can all be right', single: 'rests on one origin' }
  return `${said.join('; ')} (${ends[state]})`
}

/** Of each origin its name, and of voices the outlet. */
function namesOf(those: readonly number[], accounts: readonly DetailedAccount[]): string {
  return [...new Set(those.map((account) => accounts[account].origin))].join(', ')
}
