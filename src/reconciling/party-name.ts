// A source or a party of an event -> the key under which the registry has it: what kind it is, its name, its country and its place, in words
// that a person can read in the log. Hidden sources have none.

import { bodyName } from './bodies.ts'
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

export function partyKeyOf(
  origin: Pick<Origin, 'kind' | 'label' | 'words' | 'person' | 'medium' | 'body' | 'country'>,
): string | null {
  const { kind, label, words, person, medium, body, country } = origin
  if (kind === 'unnamed') return null
  const name = (person || !body ? (words.length > 0 ? words : nameWords(label)).join(' ') : bodyName(body)).replaceAll(
    '|',
    ' ',
  )
  if (name === '' || (kind === 'voice' && words.length === 0)) return null
  const isOutlet = kind === 'voice' || medium === true
  return keyOfParty({
    kind: isOutlet ? 'outlet' : person ? 'person' : 'body',
    name: isOutlet ? words.join(' ') : name,
    ...(country === undefined || isOutlet ? {} : { country }),
    ...(body?.place === undefined || person || isOutlet
      ? {}
      : { place: body.place.toLowerCase().replaceAll('|', ' ') }),
  })
}
