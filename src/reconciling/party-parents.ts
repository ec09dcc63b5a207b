// A body of the registry -> the body that it is a part of: the air force in the armed forces, and these in the state.

import { isApartFromState, isArmOfForces, isGeneric } from './bodies.ts'
import { keyOfParty, parsePartyKey } from './party-name.ts'

const STATE = 'government'
/** The key of what it is a part of; null where that is not known. */
export function bodyParent(key: string): string | null {
  const body = parsePartyKey(key)
  if (body?.kind !== 'body' || body.country === undefined || !isGeneric(body)) return null
  const { name, country, place } = body
  if (place !== undefined) return keyOfParty({ kind: 'body', name, country })
  if (isArmOfForces(name)) return keyOfParty({ kind: 'body', name: 'army', country })
  return name === STATE || isApartFromState(name) ? null : keyOfParty({ kind: 'body', name: STATE, country })
}
