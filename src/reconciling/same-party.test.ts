import { expect, it } from 'vitest'
import { type Kinship, kinshipOf } from './same-party.ts'

it.each<[one: string | undefined, other: string | undefined, kinship: Kinship | null, why: string]>([
  ['body | army | SD', 'body | army | SD', 'same', 'one key'],
  ['body | army |', 'body | army | SD', 'same', 'of no country that is known'],
  ['body | army | SD', 'body | army | TD', 'other', 'two countries'],
  ['body | air force | AF', 'body | government | AF', 'part', 'of the army, and that of the state'],
  ['body | government | AF', 'body | army | AF', 'part', 'the other way round'],
  ['body | air force | AF', 'body | government | PK', 'other', 'of another state'],
  ['body | police | ML | gao', 'body | police | ML', 'same', 'a report may leave out the town'],
  ['body | army | SD', 'body | police | SD', 'other', 'two bodies of one state'],
  ['person | ana ruiz | PE', 'person | ruiz | PE', 'same', 'a short name'],
  ['person | ana ruiz | PE', 'body | army | PE', 'other', 'a person is no body'],
  [undefined, 'body | army | SD', null, 'gunmen'],
])('%s, %s: %s (%s)', (one, other, kinship) => expect(kinshipOf(one, other)).toBe(kinship))
