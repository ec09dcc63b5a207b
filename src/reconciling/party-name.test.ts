// The key of a source or a party in the registry: of what many have one, that of a town, a state or this article.

import { expect, it } from 'vitest'
import type { Body } from '../types.ts'
import { parsePartyKey, partyKeyOfParticipant } from './party-name.ts'

const naming = { document: `0123456789ab${'0'.repeat(52)}`, article: 2, town: [] }

it.each<[body: Body, town: string[], key: string, why: string]>([
  [{ name: 'army', country: 'ML' }, [], 'body | army | ML', 'of a state'],
  [{ name: 'armed forces', country: 'ML' }, [], 'body | army | ML', 'another word for it'],
  [{ name: 'army' }, ['gao'], 'body | army | ? 0123456789ab#2', 'nobody knows of which state'],
  [{ name: 'mayor', country: 'ML' }, ['gao'], 'body | mayor | ML | gao', 'of the town that the article is about'],
  [{ name: 'mayor', country: 'ML', place: 'Mopti' }, ['gao'], 'body | mayor | ML | mopti', 'of the town that is said'],
  [{ name: 'mayor', country: 'ML' }, [], 'body | mayor | ? 0123456789ab#2', 'nobody knows of which town'],
  [{ name: 'ana ortega front' }, [], 'body | ana ortega front |', 'a name of its own'],
])('%o of %j: %s (%s)', (body, town, key) => {
  expect(partyKeyOfParticipant({ words: [], body }, { ...naming, town })).toBe(key)
  expect(parsePartyKey(key)).not.toBe(null)
})
