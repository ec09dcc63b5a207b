// Two event chains -> the signs of their parties: names and words in common, and victims and actors of the same kind or of others.

import type { EventChain } from '../event-chain.ts'
import type { Party } from '../mention.ts'
import { sameName, tellingWords } from '../words.ts'
import { ANYBODY } from './classes.ts'
import { areApart, share } from './sets.ts'
import type { Signs } from './signs.ts'
import { traitsOf } from './traits.ts'

export function signsOfParties(one: EventChain, other: EventChain): Signs {
  const [{ victims, actors }, others] = [traitsOf(one), traitsOf(other)]
  return {
    ...signsOfNames(one.parties, other.parties),
    ...(share(victims.kinds, others.victims.kinds) ? { 'parties: same victims': 1 } : {}),
    ...(areApart(victims.kinds, others.victims.kinds) ? { 'parties: other victims': 1 } : {}),
    ...(haveOtherNames(one.parties, other.parties) ? { 'parties: other names of victims': 1 } : {}),
    ...(areApart(victims.sides, others.victims.sides) ? { 'parties: victims of the other side': 1 } : {}),
    ...(share(actors.kinds, others.actors.kinds) ? { 'parties: same actors': 1 } : {}),
    ...(areApart(actors.kinds, others.actors.kinds) ? { 'parties: other actors': 1 } : {}),
    ...(areApart(actors.camps, others.actors.camps) ? { 'parties: actors of another camp': 1 } : {}),
  }
}

/** Names in common meet by chance where there are many. */
const MAX_NAMES = 2

function signsOfNames(ones: readonly Party[], others: readonly Party[]): Signs {
  let [names, words] = [0, 0]
  const matched = new Set<Party>()
  for (const one of ones) {
    const match = others.find((other) => !matched.has(other) && isSameParty(one, other))
    if (!match) continue
    matched.add(match)
    if (!one.named || !match.named) words++
    else names += (one.role === match.role ? 1 : 0.5) * weightOf(one)
  }
  return {
    ...(names > 0 ? { 'parties: same names': Math.min(MAX_NAMES, names) } : {}),
    ...(words > 0 ? { 'parties: same words': Math.min(MAX_NAMES, words) } : {}),
  }
}

/** A full name tells most; a country's army or a single name may be in many events. */
const weightOf = ({ country, words }: Party): number => (country !== undefined || words.length === 1 ? 0.5 : 1)

function isSameParty(one: Party, other: Party): boolean {
  if (one.named && other.named) return sameName(one.words, other.words)
  const words = distinctiveWords(other)
  return [...distinctiveWords(one)].some((word) => words.has(word))
}

const distinctiveWords = ({ words }: Party): Set<string> =>
  new Set([...tellingWords(words.join(' '))].filter((word) => !ANYBODY.has(word) && !/\d/.test(word)))

/** Whether each names persons as its victims, and none of them is the same. */
function haveOtherNames(ones: readonly Party[], others: readonly Party[]): boolean {
  const [victims, those] = [ones.filter(isNamedVictim), others.filter(isNamedVictim)]
  return (
    victims.length > 0 &&
    those.length > 0 &&
    !victims.some(({ words }) => those.some((victim) => sameName(words, victim.words)))
  )
}

const isNamedVictim = ({ role, kind, named, words }: Party): boolean =>
  role === 'recipient' && kind === 'person' && named && words.length > 1
