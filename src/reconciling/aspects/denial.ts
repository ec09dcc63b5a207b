// A mention that denies something -> what it denies: that the event happened, the part that somebody is said to have in it, or something else.

import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mention.ts'
import { nameWords, sameName } from '../words.ts'

/** Events that all sides take part in: who denies having met denies the meeting. */
export const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** Permission, access or bail that was denied says nothing of the event that it was for; nor does what one was not warned of. */
const REFUSED =
  /\b(?:den(?:y|ies|ied|ying|ial of)|refus(?:e|es|ed|ing|al of)|withh[eo]ld(?:ing|s)?) (?:\S+ ){0,3}?(?:permission|permits?|licen[cs]es?|authori[sz]ation|access|entry|visas?|bail|requests?|passage|treatment|aid|leave)\b/i

/** "denied responsibility for the attack", "denied any role in it": the blame is denied, and the attack granted. */
const BLAME =
  /\b(?:den(?:y|ies|ied|ying|ials? of)|reject(?:s|ed|ing)?|disclaim(?:s|ed|ing)?) (?:\S+ ){0,3}?(?:responsib\w+|involvement|blame|guilt|links?|complicity|knowledge|accusations?|allegations?|charges?|wrongdoing|(?:any |a )?(?:role|part|hand))\b|\b(?:was|were|is|are|had|has|have) (?:not|n't|no|nothing|never) (?:\S+ ){0,3}?(?:responsible|involved|behind|to do with|to blame|part in|role in|hand in)\b|\bnot (?:behind|responsible for|involved in)\b/i

/** Whether it says that the event did not happen. */
export function deniesEvent(mention: Mention, account: DetailedAccount, accounts: readonly DetailedAccount[]): boolean {
  if (mention.status !== 'denied' || REFUSED.test(mention.sentenceText)) return false
  if (mention.deniedAltogether) return true
  return deniedPart(account, accounts) === null && !BLAME.test(mention.sentenceText)
}

/** The party that other accounts accuse, if it is this account's own origin; null if the account denies nothing, or something else. */
export function deniedPart({ origin, mentions }: DetailedAccount, accounts: readonly DetailedAccount[]): Party | null {
  const mayDenyPart = ({ status, type, deniedAltogether, sentenceText }: Mention) =>
    status === 'denied' && !MUTUAL.has(type) && !deniedAltogether && !REFUSED.test(sentenceText)
  if (!mentions.some(mayDenyPart)) return null
  const own = nameWords(origin)
  const accused = accounts.flatMap((account) =>
    account.mentions.flatMap(({ parties, status }) =>
      status === 'denied' ? [] : parties.filter(({ role }) => role === 'actor'),
    ),
  )
  return (
    accused.find(({ words }) => sameName(words, own)) ??
    accused.find(({ words }) => sameName(affiliationOf(words), affiliationOf(own))) ??
    null
  )
}

/** Whose people they are: "Abkhaz" for "the Abkhaz side" and for "Abkhaz forces". All words if nothing else is left. */
export function affiliationOf(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !BODIES.has(word))
  return left.length > 0 ? left : words
}

const BODIES = new Set(
  `side forces force troops army military soldiers police government authorities regime ministry defence defense interior foreign spokesman
  spokeswoman spokesperson officials rebels fighters militants guerrillas gunmen militia commander leadership leaders men`.split(
    /\s+/,
  ),
)
