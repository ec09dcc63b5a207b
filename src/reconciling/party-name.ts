// A source or a party of an event, and the article that names it -> the key under which the registry has it: what kind it is, its name, its
// country and its place, in words that a person can read in the log. A body of which there are many is of its town or state; if nobody knows
// which, it is of its article alone. Hidden sources have no key.

import type { Body } from '../types.ts'
import { bodyName, isGeneric, isLocal } from './bodies.ts'
import type { Party } from './mention.ts'
import type { Origin } from './origins.ts'
import { nameWords } from './words.ts'

type PartyKind = 'person' | 'body' | 'outlet'

export interface PartyName {
  kind: PartyKind
  name: string
  /** ISO 3166-1 alpha-2, XK for Kosovo. */
  country?: string
  /** The town or province that it is of. */
  place?: string
  /** The article that it is of, where nobody knows which army or which mayor is meant: `DOCUMENT#ARTICLE`. */
  only?: string
}

/** The article that names a party. */
export interface Naming {
  document: string
  article: number
  /** The words of the town that it names most; none if it names no town. */
  town: readonly string[]
}

const BETWEEN = ' | '
const ONLY = '? '

export const keyOfParty = ({ kind, name, country, place, only }: PartyName): string =>
  [kind, name, only === undefined ? (country ?? '') : ONLY + only, ...(place === undefined ? [] : [place])]
    .join(BETWEEN)
    .trimEnd()

/** Null for what is no such key. */
export function parsePartyKey(key: string): PartyName | null {
  const [kind, name, where, place] = key.split('|').map((part) => part.trim())
  if ((kind !== 'person' && kind !== 'body' && kind !== 'outlet') || !name) return null
  const country = where?.startsWith(ONLY) ? { only: where.slice(ONLY.length) } : where ? { country: where } : {}
  return { kind, name, ...country, ...(place ? { place } : {}) }
}

/** Of a source; null for a hidden one, and for an outlet without a name. */
export function partyKeyOf(
  origin: Pick<Origin, 'kind' | 'label' | 'words' | 'person' | 'medium' | 'body' | 'country'>,
  naming: Naming,
): string | null {
  const { kind, label, words, person, medium, body, country } = origin
  if (kind === 'unnamed') return null
  if (kind === 'voice' || medium) return named({ kind: 'outlet', name: words.join(' ') })
  if (body && !person) return keyOfBody({ ...body, ...(country === undefined ? {} : { country }) }, naming)
  const name = (words.length > 0 ? words : nameWords(label)).join(' ')
  return named({ kind: person ? 'person' : 'body', name, ...(country === undefined ? {} : { country }) })
}

/** Of who did it or was hit; null for those without a name of their own and without a body: "gunmen". */
export function partyKeyOfParticipant(
  { words, country, body, person }: Pick<Party, 'words' | 'country' | 'body' | 'person'>,
  naming: Naming,
): string | null {
  if (body) return keyOfBody(body, naming)
  if (!person) return null
  return named({ kind: 'person', name: words.join(' '), ...(country === undefined ? {} : { country }) })
}

function keyOfBody(body: Body, { document, article, town }: Naming): string | null {
  const { country } = body
  const name = bodyName(body)
  const place = body.place ?? (isLocal(name) && town.length > 0 ? town.join(' ') : undefined)
  const isAnybodys = isLocal(name) ? place === undefined : country === undefined && isGeneric(body)
  return named({
    kind: 'body',
    name,
    ...(country === undefined ? {} : { country }),
    ...(place === undefined ? {} : { place: plain(place.toLowerCase()) }),
    ...(isAnybodys ? { only: `${shortId(plain(document))}#${article}` } : {}),
  })
}

const SHA256_DIGITS = 64

/** Twelve of its digits are enough to tell it from others. */
const shortId = (document: string): string => (document.length === SHA256_DIGITS ? document.slice(0, 12) : document)

const named = (party: PartyName): string | null => {
  const name = plain(party.name)
  return name.trim() === '' ? null : keyOfParty({ ...party, name })
}

const plain = (text: string): string => text.replaceAll('|', ' ')
