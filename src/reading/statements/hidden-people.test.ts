import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { NAME_LEXICON } from '../../testing/name-lexicon.ts'
import type { Body } from '../../types.ts'
import { bodyOfOfficial, nounOf } from './hidden-people.ts'
import { indexSourceWords } from './source-words.ts'

const sources = indexSourceWords(
  JSON.parse(readFileSync(new URL('../../../lexicon/sources.json', import.meta.url), 'utf8')),
)
const lexicon = { sources, names: NAME_LEXICON }

it.each<[phrase: string, noun: string | undefined]>([
  ['several local residents', 'resident'],
  ['a resident of Dol', 'resident'],
  ['the activist', 'activist'],
  ['Two women who fled', 'woman'],
  ['a security source', 'security source'],
  ['medical sources in the city', 'medical source'],
  ['another resident', undefined],
  ['a second witness', undefined],
  ['a nurse and a teacher', undefined],
])('%j are spoken of again as %s', (phrase, noun) => expect(nounOf(phrase, lexicon)).toBe(noun))

it.each<[phrase: string, body: Body | null]>([
  ['a police official', { name: 'police' }],
  ['senior police officers', { name: 'police' }],
  ['a military source', { name: 'military' }],
  ['a Malian army officer', { name: 'army', country: 'ML' }],
  ['an interior ministry official', { name: 'interior ministry' }],
  ['an official at the interior ministry', { name: 'interior ministry' }],
  ['another police official', null],
  ['local officials', null],
  ['a nurse', null],
  ['police and army officials', null],
  ['a source in the city', null],
  ['a union official', null],
])('%j are of %j', (phrase, body) => expect(bodyOfOfficial(phrase, lexicon)).toEqual(body))
