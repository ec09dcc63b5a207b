// Accounts -> whether they say that it happened; for battles over a place, whether it is over.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention } from '../mention.ts'
import { aspectOf, type Claim } from './aspect.ts'
import { deniedPart } from './denial.ts'

type Status = Mention['status'] | 'over' | 'going on'

export function statusOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap((account, index) => {
    // Who denies a part in it does not say whether it happened.
    const deniesOnlyPart = deniedPart(account, accounts) !== null
    const mentions = account.mentions.filter(({ status }) => !(deniesOnlyPart && status === 'denied'))
    const all = mentions.map((mention): Claim<Status> => {
      const value = mention.course ?? mention.status
      return { account: index, value, label: value, span: mention.trigger }
    })
    // Who says that it happened does not take it back by speaking of what might happen.
    const definite = all.filter(({ value }) => DEFINITE.has(value))
    return [...new Map((definite.length > 0 ? definite : all).map((claim) => [claim.label, claim])).values()]
  })
  return aspectOf({ name: 'status', claims, conflict }, accounts)
}

const HAPPENED: ReadonlySet<Status> = new Set(['actual', 'over', 'going on'])
const DEFINITE: ReadonlySet<Status> = new Set([...HAPPENED, 'denied'])

function conflict(one: Status, other: Status): boolean {
  const pair = new Set([one, other])
  return (
    (pair.has('denied') && (HAPPENED.has(one) || HAPPENED.has(other))) || (pair.has('over') && pair.has('going on'))
  )
}
