// The accounts of an incident -> the same without what an article tells aside: of another town or another day than most of the incident, though
// the same article speaks of the incident's own as well. Who did that, and how many it killed, is no answer about this event. Where and when
// it was is asked of all mentions: there, the few may be right.

import type { DetailedAccount } from '../accounts.ts'
import type { Mention } from '../mention.ts'
import { areElsewhere, areOnOtherDays, hasDate, hasPlace } from './another-event.ts'

export function withoutAside(accounts: readonly DetailedAccount[]): readonly DetailedAccount[] {
  const mentions = accounts.flatMap((account) => account.mentions)
  const aside = new Set([
    ...asideAmong(mentions.filter(hasPlace), areElsewhere),
    ...asideAmong(mentions.filter(hasDate), areOnOtherDays),
  ])
  if (aside.size === 0) return accounts
  return accounts.map((account) => ({ ...account, mentions: account.mentions.filter((one) => !aside.has(one)) }))
}

/** Those that more of the others exclude than allow for, in an article with one that more allow for than exclude. */
function asideAmong(mentions: readonly Mention[], areApart: (one: Mention, other: Mention) => boolean): Mention[] {
  const balances = new Map(
    mentions.map((one) => [
      one,
      mentions.reduce((sum, other) => (other === one ? sum : sum + (areApart(one, other) ? -1 : 1)), 0),
    ]),
  )
  const articleOf = ({ document, article }: Mention) => `${document} ${article}`
  const known = new Set([...balances].flatMap(([one, balance]) => (balance > 0 ? [articleOf(one)] : [])))
  return [...balances].flatMap(([one, balance]) => (balance < 0 && known.has(articleOf(one)) ? [one] : []))
}
