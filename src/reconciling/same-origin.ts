// Two origins of one incident -> whether they are one.

import { isGeneric, isSameBody } from './bodies.ts'
import { isSameMedium } from './media.ts'
import type { Origin } from './origins.ts'
import { isSamePerson } from './persons.ts'
import { sameName } from './words.ts'

/** @param areReprints whether their articles are one text */
export function isSameOrigin(one: Origin, other: Origin, areReprints: boolean): boolean {
  if (one.said && other.said) {
    if (one.said.party === other.said.party) return true
    if (one.said.apart.includes(other.said.party)) return false
  }
  if (one.kind === 'voice' || other.kind === 'voice') return isSameVoice(one, other, areReprints)
  if (one.kind !== other.kind) return isOfBody(one, other) || isOfBody(other, one)
  if (one.kind === 'unnamed')
    // The same words in a reprint, or in a report that has them from the other's outlet, hide the same person.
    return (
      one.own === other.own ||
      (one.label === other.label && (areReprints || isRelayedBy(one, other) || isRelayedBy(other, one)))
    )
  return isSamePersonOrBody(one, other)
}

/** "a police official", in an article that quotes the police: on their side, whoever it is. */
const isOfBody = ({ within }: Origin, { kind, own, body }: Origin): boolean =>
  within !== undefined &&
  kind === 'named' &&
  body !== undefined &&
  within.article === own &&
  isSameBody(within.body, body)

/** An outlet that another report names is the outlet whose own words the record has. */
function isSameVoice(one: Origin, other: Origin, areReprints: boolean): boolean {
  if (one.own === other.own && one.kind === other.kind) return true
  if (one.kind === 'voice' && other.kind === 'voice' && areReprints) return true
  const isMedium = ({ kind, medium }: Origin) => kind === 'voice' || (kind === 'named' && medium === true)
  return isMedium(one) && isMedium(other) && isSameMedium(one.words, other.words)
}

function isSamePersonOrBody(one: Origin, other: Origin): boolean {
  const [a, b] = [one.person === true, other.person === true]
  if (a && b) return isSamePerson(one, other) || isSameOffice(one, other)
  if (a || b) return a ? speaksFor(one, other) : speaksFor(other, one)
  if (one.body && other.body) return isSameBody(one.body, other.body)
  return isOfOneCountry(one, other) && sameName(one.words, other.words)
}

const isOfOneCountry = ({ country: one }: Origin, { country: other }: Origin): boolean =>
  one === undefined || other === undefined || one === other

/** Two who speak for one body, as its spokesman and its chief do, are one origin. */
const isSameOffice = ({ body: one }: Origin, { body: other }: Origin): boolean =>
  one !== undefined && other !== undefined && isSameBody(one, other)

/** "Ana Ruiz, the provincial police chief" speaks for "the police"; "Sheriff Ana Ruiz" may be taken for a body. */
function speaksFor(person: Origin, other: Origin): boolean {
  const { body, words } = other
  if (person.body && body && isSameBody(person.body, body)) return true
  if (person.words.length > 1 && sameName(person.words, words)) return true
  // What every state has says nothing by its name alone.
  if (person.body && body && (isGeneric(body) || !isOfOneCountry(person, other))) return false
  return words.length > 0 && words.every((word) => (person.office ?? []).includes(word))
}

/** "told Harbour Wire", and a report of Harbour Wire. */
const isRelayedBy = ({ relays = [] }: Origin, { outlet }: Origin): boolean =>
  outlet !== undefined && relays.includes(outlet)
