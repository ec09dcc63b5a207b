// An account that denies -> whether it denies its own part in what others say it did: that disputes who did it, not that it happened.

import type { Told } from '../accounts.ts'
import type { Party } from '../mentions.ts'
import { nameWords, sameName } from '../words.ts'

/** Meetings and agreements have no other side: who denies having met denies the meeting. */
const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** What the account itself is said to have done and denies; null where it denies something else, or nothing. */
export function deniedPart({ origin, mentions }: Told, accounts: readonly Told[]): Party | null {
  if (!mentions.some(({ status, type }) => status === 'denied' && !MUTUAL.has(type))) return null
  const own = nameWords(origin)
  const accused = accounts.flatMap((account) =>
    account.mentions.flatMap(({ parties }) => parties.filter(({ role }) => role === 'actor')),
  )
  return accused.find(({ words }) => sameName(words, own)) ?? null
}
