import { expect, it } from 'vitest'
import { sharedResources } from '../../testing/resources.ts'
import { tagged } from '../../testing/tagged.ts'
import type { EntityType } from '../../types.ts'
import { headOf, nounOf } from './nouns.ts'

const { names: lexicon } = await sharedResources()

const TYPES: [phrase: string, type: EntityType, why: string][] = [
  ['a/DET police station', 'facility', 'where the police are'],
  ['a/DET power station', 'facility', 'where power is made'],
  ['an/DET army post', 'facility', 'where soldiers are'],
  ['a/DET radio station', 'outlet', 'what broadcasts'],
  ['a/DET post on/ADP Telegram', 'document', 'what somebody wrote'],
  ['the/DET Harbour Post', 'outlet', 'a newspaper'],
]

it.each(TYPES)('%s is a %s: %s', (phrase, type) => {
  const tokens = tagged(phrase)
  const head = headOf(tokens)
  expect(head && nounOf(tokens, head, lexicon).type).toBe(type)
})
