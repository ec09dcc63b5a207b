// An account that denies -> whether it denies its own part in what others say it did: that disputes who did it, not that it happened.

import type { DetailedAccount } from '../accounts.ts'
import type { Mention, Party } from '../mentions.ts'
import { nameWords, sameName } from '../words.ts'

/** Meetings and agreements have no other side: who denies having met denies the meeting. */
export const MUTUAL: ReadonlySet<string> = new Set(['CONSULT', 'AGREE', 'COOPERATE'])

/** "denied that anyone had been taken": not by them alone, but at all. */
const AT_ALL = /\bden(?:y|ies|ied|ying) that (?:any(?:one|body|thing)?|there)\b/i

/** What the account itself is said to have done and denies; null where it denies something else, or nothing. */
export function deniedPart({ origin, mentions }: DetailedAccount, accounts: readonly DetailedAccount[]): Party | null {
  const isOfPart = ({ status, type, sentenceText }: Mention) =>
    status === 'denied' && !MUTUAL.has(type) && !AT_ALL.test(sentenceText)
  if (!mentions.some(isOfPart)) return null
  const own = nameWords(origin)
  const accused = accounts.flatMap((account) =>
    account.mentions.flatMap(({ parties, status }) =>
      status === 'denied' ? [] : parties.filter(({ role }) => role === 'actor'),
    ),
  )
  return (
    accused.find(({ words }) => sameName(words, own)) ??
    accused.find(({ words }) => sameName(whose(words), whose(own))) ??
    null
  )
}

/** Whose people they are: "Abkhaz" of "the Abkhaz side" and of "Abkhaz forces"; all of it where nothing else is said. */
export function whose(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !BODIES.has(word))
  return left.length > 0 ? left : words
}

const BODIES = new Set(
  `side forces force troops army military soldiers police government authorities regime ministry defence defense interior foreign spokesman
  spokeswoman spokesperson officials rebels fighters militants guerrillas gunmen militia commander leadership leaders men`.split(
    /\s+/,
  ),
)
