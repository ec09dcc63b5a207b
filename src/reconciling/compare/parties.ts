// Two event chains -> the signs of their parties: names and words in common, and victims and actors of the same kind or of others.

import type { EventChain } from '../event-chain.ts'
import type { Party } from '../mention.ts'
import { sameName } from '../words.ts'
import { areApart, share } from './sets.ts'
import type { Signs, SignsToBe } from './signs.ts'
import { type People, traitsOf, wordsOfParty } from './traits.ts'

export function signsOfParties(one: EventChain, other: EventChain): Signs {
  const [{ victims, actors }, others] = [traitsOf(one), traitsOf(other)]
  const signs = signsOfNames(one.parties, other.parties)
  if (share(victims.kinds, others.victims.kinds)) signs['parties: same victims'] = 1
  else if (areOthers(victims, others.victims)) signs['parties: other victims'] = 1
  else if (haveOtherWords(victims, others.victims)) signs['parties: other words for victims'] = 1
  if (haveOtherNames(one.parties, other.parties)) signs['parties: other names of victims'] = 1
  if (areApart(victims.sides, others.victims.sides)) signs['parties: victims of the other side'] = 1
  if (share(actors.kinds, others.actors.kinds)) signs['parties: same actors'] = 1
  else if (areOthers(actors, others.actors)) signs['parties: other actors'] = 1
  else if (haveOtherWords(actors, others.actors)) signs['parties: other words for actors'] = 1
  if (areApart(actors.camps, others.actors.camps)) signs['parties: actors of another camp'] = 1
  return signs
}

/** "Pupils" are no soldiers. */
const areOthers = (one: People, other: People): boolean => areApart(one.kinds, other.kinds) && one.known && other.known

/** "A cashier" is hardly a soldier, but who knows what the word means. */
const haveOtherWords = (one: People, other: People): boolean =>
  areApart(one.kinds, other.kinds) && !(one.known && other.known)

/** Names in common meet by chance where there are many. */
const MAX_NAMES = 2

function signsOfNames(ones: readonly Party[], others: readonly Party[]): SignsToBe {
  let [names, words] = [0, 0]
  const matched = new Set<Party>()
  for (const one of ones) {
    const match = others.find((other) => !matched.has(other) && isSameParty(one, other))
    if (!match) continue
    matched.add(match)
    if (!one.named || !match.named) words++
    else names += (one.role === match.role ? 1 : 0.5) * weightOf(one)
  }
  const signs: SignsToBe = {}
  if (names > 0) signs['parties: same names'] = Math.min(MAX_NAMES, names)
  if (words > 0) signs['parties: same words'] = Math.min(MAX_NAMES, words)
  return signs
}

/** A full name tells most; a country's army or a single name may be in many events. */
const weightOf = ({ country, words }: Party): number => (country !== undefined || words.length === 1 ? 0.5 : 1)

function isSameParty(one: Party, other: Party): boolean {
  if (one.named && other.named) return sameName(one.words, other.words)
  return share(wordsOfParty(one), wordsOfParty(other))
}

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
