// The parties of two event chains -> how far they speak for one event or against it.

import type { ComparedParty } from '../compared-chain.ts'
import { sameName } from '../words.ts'

/** All parties together count no more than this: common names and common nouns meet by chance. */
const MAX_PARTIES_SCORE = 2.5
/** If each names persons as its victims, and none of them is the same. */
const OTHER_VICTIMS_SCORE = -1.2

export function weighParties(one: readonly ComparedParty[], other: readonly ComparedParty[]): number {
  let sum = 0
  const matched = new Set<ComparedParty>()
  for (const party of one) {
    const match = other.find((candidate) => !matched.has(candidate) && isSameParty(party, candidate))
    if (!match) continue
    matched.add(match)
    sum += party.role === match.role ? weightOf(party) : weightOf(party) / 2
  }
  return Math.min(MAX_PARTIES_SCORE, sum) + (haveOtherVictims(one, other) ? OTHER_VICTIMS_SCORE : 0)
}

/** A full name tells most; a country's army or a single name may be in many events, and so may "the villagers". */
const weightOf = ({ named, country, words }: ComparedParty): number =>
  !named ? 0.5 : country !== undefined || words.length === 1 ? 0.6 : 1.2

/** Whether each names persons as its victims, and none of them is the same. */
export function haveOtherVictims(one: readonly ComparedParty[], other: readonly ComparedParty[]): boolean {
  const [victims, others] = [one.filter(isNamedVictim), other.filter(isNamedVictim)]
  return (
    victims.length > 0 &&
    others.length > 0 &&
    !victims.some(({ words }) => others.some((victim) => sameName(words, victim.words)))
  )
}

const isNamedVictim = ({ role, kind, named, words }: ComparedParty): boolean =>
  role === 'recipient' && kind === 'person' && named && words.length > 1

function isSameParty(one: ComparedParty, other: ComparedParty): boolean {
  const [words, others] = [distinctiveWords(one), distinctiveWords(other)]
  return one.named && other.named ? sameName(words, others) : words.some((word) => others.includes(word))
}

const known = new WeakMap<ComparedParty, readonly string[]>()

/** Without plurals, numbers and words that fit anybody. Worked out once for each party. */
function distinctiveWords(party: ComparedParty): readonly string[] {
  const found =
    known.get(party) ??
    party.words.filter((word) => !ANYBODY.has(word) && !/^\d+$/.test(word)).map((word) => word.replace(/s$/, ''))
  known.set(party, found)
  return found
}

/** "three other people", "a man" */
const ANYBODY = new Set(
  'people person persons man men woman women others other civilians civilian members member at least more than two three four five six seven eight nine ten dozens group gunmen attackers suspects suspect forces them they he she his her their him who which'.split(
    ' ',
  ),
)
