// Accounts -> whether they say that it happened; of battles for a place, whether it is over.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention } from '../mentions.ts'
import { aspectOf, type Saying } from './aspect.ts'
import { deniedPart } from './denial.ts'

type Status = Mention['status'] | 'over' | 'going on'

export function statusOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const sayings = accounts.flatMap((teller, account) => {
    const ownPart = deniedPart(teller, accounts) !== null
    // Who denies a part in it says nothing of whether it was done.
    const speaking = teller.mentions.filter(({ status }) => !(ownPart && status === 'denied'))
    const said = speaking.map((mention): Saying<Status> => {
      const value = mention.course ?? mention.status
      return { account, value, label: value, span: mention.trigger }
    })
    // Who says that it happened does not take it back by speaking of what might have been.
    const told = said.some(({ value }) => TELLS.has(value)) ? said.filter(({ value }) => TELLS.has(value)) : said
    return [...new Map(told.map((saying) => [saying.label, saying])).values()]
  })
  return aspectOf({ name: 'status', sayings, conflict }, accounts)
}

const TELLS: ReadonlySet<Status> = new Set(['actual', 'denied', 'over', 'going on'])
const HAPPENED: ReadonlySet<Status> = new Set(['actual', 'over', 'going on'])

function conflict(one: Status, other: Status): boolean {
  const pair = new Set([one, other])
  return (
    (pair.has('denied') && (HAPPENED.has(one) || HAPPENED.has(other))) || (pair.has('over') && pair.has('going on'))
  )
}
