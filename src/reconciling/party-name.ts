// A source or a party of an event -> the key under which the registry has it: what kind it is, its name, its country and its place, in words
// that a person can read in the log. Hidden sources have none.

import type { Body } from '../types.ts'
import { bodyName } from './bodies.ts'
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
}

const BETWEEN = ' | '

export const keyOfParty = ({ kind, name, country, place }: PartyName): string =>
  [kind, name, country ?? '', ...(place === undefined ? [] : [place])].join(BETWEEN).trimEnd()

/** Null for what is no such key. */
export function parsePartyKey(key: string): PartyName | null {
  const [kind, name, country, place] = key.split('|').map((part) => part.trim())
  if ((kind !== 'person' && kind !== 'body' && kind !== 'outlet') || !name) return null
  return { kind, name, ...(country ? { country } : {}), ...(place ? { place } : {}) }
}

/** Of a source; null for a hidden one, and for an outlet without a name. */
export function partyKeyOf(
  origin: Pick<Origin, 'kind' | 'label' | 'words' | 'person' | 'medium' | 'body' | 'country'>,
): string | null {
  const { kind, label, words, person, medium, body, country } = origin
  if (kind === 'unnamed') return null
  if (kind === 'voice' || medium) return named({ kind: 'outlet', name: words.join(' ') })
  if (body && !person) return keyOfBody({ ...body, ...(country === undefined ? {} : { country }) })
  const name = (words.length > 0 ? words : nameWords(label)).join(' ')
  return named({ kind: person ? 'person' : 'body', name, ...(country === undefined ? {} : { country }) })
}

/** Of who did it or was hit; null for those without a name of their own and without a body: "gunmen". */
export function partyKeyOfParticipant({
  words,
  country,
  body,
  person,
}: Pick<Party, 'words' | 'country' | 'body' | 'person'>): string | null {
  if (body) return keyOfBody(body)
  if (!person) return null
  return named({ kind: 'person', name: words.join(' '), ...(country === undefined ? {} : { country }) })
}

const keyOfBody = (body: Body): string | null =>
  named({
    kind: 'body',
    name: bodyName(body),
    ...(body.country === undefined ? {} : { country: body.country }),
    ...(body.place === undefined ? {} : { place: body.place.toLowerCase().replaceAll('|', ' ') }),
  })

const named = (party: PartyName): string | null => {
  const name = party.name.replaceAll('|', ' ')
  return name.trim() === '' ? null : keyOfParty({ ...party, name })
}
