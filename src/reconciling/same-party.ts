// Two parties under their keys in the registry -> whether they are one, whether one is a part of the other, or whether nobody knows.

import { isSameBody } from './bodies.ts'
import { type PartyName, parsePartyKey } from './party-name.ts'
import { bodyParent } from './party-parents.ts'
import { isSamePerson } from './persons.ts'

export type Kinship = 'same' | 'part' | 'other'

/** Null if either has no key. Two with keys that are neither one nor a part of each other may still be one under other names. */
export function kinshipOf(one: string | undefined, other: string | undefined): Kinship | null {
  if (one === undefined || other === undefined) return null
  if (one === other) return 'same'
  const [a, b] = [parsePartyKey(one), parsePartyKey(other)]
  if (!a || !b) return null
  if (areOne(a, b)) return 'same'
  return isWithin(one, b) || isWithin(other, a) ? 'part' : 'other'
}

function areOne(one: PartyName, other: PartyName): boolean {
  if (one.kind !== other.kind) return false
  switch (one.kind) {
    case 'body':
      return isSameBody(one, other)
    case 'person':
      return isSamePerson(wordsOf(one), wordsOf(other))
    case 'outlet':
      return one.name === other.name
  }
}

const wordsOf = ({ name, country }: PartyName) => ({
  words: name.split(' '),
  ...(country === undefined ? {} : { country }),
})

/** Air force, armed forces, state: no chain is longer. */
const MAX_STEPS = 4

function isWithin(key: string, whole: PartyName): boolean {
  let parent = bodyParent(key)
  for (let step = 0; parent !== null && step < MAX_STEPS; step++) {
    const body = parsePartyKey(parent)
    if (body && areOne(body, whole)) return true
    parent = bodyParent(parent)
  }
  return false
}
