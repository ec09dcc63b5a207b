import { expect, it } from 'vitest'
import { NAME_LEXICON } from '../../testing/name-lexicon.ts'
import type { Body } from '../../types.ts'
import { bodyIn } from './body.ts'

it.each<[phrase: string, body: Body | null, why: string]>([
  ['the army', { name: 'army' }, 'a kind of body'],
  ["the Cameroonian army's spokesman", { name: 'army', country: 'CM' }, 'of a nation'],
  ['a spokesman for the South Sudanese army', { name: 'army', country: 'SS' }, 'a nation of two words'],
  ['Burkina Faso’s interior ministry', { name: 'interior ministry', country: 'BF' }, 'a country'],
  ['Defence Minister', { name: 'defence ministry' }, 'a minister is the ministry'],
  ['the Ministry of Defense of Chad', { name: 'defence ministry', country: 'TD' }, 'the country behind'],
  ['police in Larnaca', { name: 'police', place: 'Larnaca' }, 'the town behind'],
  ['the Gao police chief', { name: 'police', place: 'Gao' }, 'the town before'],
  ['provincial police chief', { name: 'provincial police' }, 'an officer is the body'],
  ['the mayor of Dol', { name: 'mayor', place: 'Dol' }, 'an office of a town'],
  ["the mayor's office", { name: 'mayor' }, 'the office is who holds it'],
  ['a communiqué of the defence ministry', { name: 'defence ministry' }, 'what it writes'],
  ['Moscow', { name: 'government', country: 'RU' }, 'a capital stands for the government'],
  ['Niger Movement for Justice', { name: 'niger movement for justice', country: 'NE' }, 'a name keeps its words'],
  ['the PKK', { name: "kurdistan workers' party", country: 'TR' }, 'an abbreviation that everybody knows'],
  ["Kurdistan Workers' Party", { name: "kurdistan workers' party", country: 'TR' }, 'the same'],
  ['the', null, 'nothing left'],
])('%s: %j (%s)', (phrase, body) => expect(bodyIn(phrase, NAME_LEXICON)).toEqual(body))
