// Accounts -> who did it, to whom, with what.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { excludeEachOther, type Means } from '../means.ts'
import type { Mention, Party } from '../mention.ts'
import { sameName } from '../words.ts'
import { aspectOf, type Claim } from './aspect.ts'
import { affiliationOf, deniedPart, MUTUAL } from './denial.ts'

/** Each party once, however often the account mentions it. */
function claimsOfRole(mentions: readonly Mention[], account: number, role: Party['role']): Claim<Party>[] {
  const parties = mentions.flatMap((mention) => mention.parties)
  const inRole = parties.filter((party) => party.role === role && party.words.length > 0)
  const distinct = new Map(inRole.map((party) => [party.words.join(' '), party]))
  return [...distinct.values()].map((value) => ({ account, value, label: value.text, span: value.span }))
}

/** A party that is said to have done it, or to have had no part in it. */
interface Doer {
  party: Party
  denied: boolean
}

export function actorOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap((account, index) => doersIn(account, index, accounts))
  // All who meet, or who fight over a town, have a part in it.
  const isShared = accounts.some(({ mentions }) =>
    mentions.some(({ type, course }) => course !== null || MUTUAL.has(type)),
  )
  const conflict = (one: Doer, other: Doer) => !(isShared && one.denied === other.denied) && isOtherDoer(one, other)
  return aspectOf({ name: 'actor', claims, conflict }, accounts)
}

function doersIn(account: DetailedAccount, index: number, accounts: readonly DetailedAccount[]): Claim<Doer>[] {
  const denied = deniedPart(account, accounts)
  const accusing = denied ? account.mentions.filter(({ status }) => status !== 'denied') : account.mentions
  const accused = claimsOfRole(accusing, index, 'actor').map((claim) => ({
    ...claim,
    value: { party: claim.value, denied: false },
  }))
  if (!denied) return accused
  const span = account.mentions.find(({ status }) => status === 'denied')?.trigger ?? account.mentions[0].trigger
  return [
    { account: index, value: { party: denied, denied: true }, label: `not ${denied.text}`, span },
    ...accused.filter(({ value }) => !sameName(value.party.words, denied.words)),
  ]
}

function isOtherDoer(one: Doer, other: Doer): boolean {
  if (one.denied && other.denied) return false
  if (one.denied || other.denied) return sameName(affiliationOf(one.party.words), affiliationOf(other.party.words))
  return isOtherActor(one.party, other.party)
}

/** "gunmen" may be anybody's, and an army's soldiers are the army. Bodies of different camps, countries or sectors are different. */
function isOtherActor(one: Party, other: Party): boolean {
  if (one.camp !== undefined && other.camp !== undefined && one.camp !== other.camp) return true
  if (!isKnown(one) || !isKnown(other) || sameName(one.words, other.words)) return false
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return true
  if (one.words.some((word) => word.length > 3 && other.words.includes(word))) return false
  return one.sector !== undefined && other.sector !== undefined && one.sector !== other.sector
}

/** Whether it says who they are: a name, a country, an army, rebels; not "men on a motorcycle". */
const isKnown = ({ named, country, sector, kind }: Party): boolean =>
  kind !== 'thing' && kind !== 'facility' && (named || country !== undefined || sector !== undefined)

export function recipientOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap(({ mentions }, account) => claimsOfRole(mentions, account, 'recipient'))
  return aspectOf({ name: 'recipient', claims, conflict: isOtherSide }, accounts)
}

/** Several parties may have been hit, but the same people are not both civilians and fighters. */
const isOtherSide = (one: Party, other: Party): boolean =>
  one.side !== undefined && other.side !== undefined && one.side !== other.side

/** By the instruments that are named, else by the words of the event itself: "shelled". */
export function instrumentOf(accounts: readonly DetailedAccount[]): Aspect | null {
  const claims = accounts.flatMap(({ mentions }, account) => {
    const all = mentions.flatMap(({ parties, means, trigger }): Claim<Means>[] => {
      const instruments = parties.filter(({ role }) => role === 'instrument')
      if (instruments.length > 0)
        return instruments.map(({ text, span }) => ({ account, value: means, label: text, span }))
      if (means === null || !VIOLENT.has(means)) return []
      return [{ account, value: means, label: LABELS[means] ?? means, span: trigger }]
    })
    return [...new Map(all.map((claim) => [claim.label, claim])).values()]
  })
  return aspectOf({ name: 'instrument', claims, conflict: excludeEachOther }, accounts)
}

const VIOLENT: ReadonlySet<Means> = new Set(['bomb', 'blast', 'gunfire', 'air', 'artillery', 'stabbing', 'fire'])

/** Means without an entry are their own label. */
const LABELS: Readonly<Partial<Record<NonNullable<Means>, string>>> = {
  blast: 'explosion',
  air: 'air strike',
  artillery: 'shelling',
}
