import { expect, it } from 'vitest'
import { NAME_LEXICON } from '../../testing/name-lexicon.ts'
import type { Body, Entity, Span } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import { bodyOfParty, isPartyOfRebels } from './party-body.ts'

const entity = (name: string, more: Partial<Entity>): Entity => ({
  id: 'e1',
  type: 'organisation',
  name,
  mentions: [],
  ...more,
})

it.each<[words: string, body: Body | null, why: string]>([
  ['the army', { name: 'army' }, 'whose, the article says'],
  ['Sudanese soldiers', { name: 'soldiers', country: 'SD' }, 'a nation'],
  ['the Cameroonian military', { name: 'military', country: 'CM' }, 'a nation'],
  ['our valiant soldiers', { name: 'soldiers' }, 'praise is no name'],
  ["the army's air force", { name: 'air force' }, 'the part that did it'],
  ['the interior ministry', { name: 'interior ministry' }, 'one of several ministries'],
  ['government forces', null, 'of no kind of body alone'],
  ['three soldiers', null, 'some of its people'],
  ['several policemen', null, 'the same'],
  ['gunmen', null, 'anybody'],
  ['rebels', null, 'of no state'],
  ['the army barracks', null, 'a building'],
  ['men in police uniform', null, 'what they wear'],
])('%s: %j (%s)', (words, body) =>
  expect(bodyOfParty({ role: 'actor', named: false }, words, undefined, NAME_LEXICON)).toEqual(body),
)

it.each<[words: string, party: Entity, body: Body | null, why: string]>([
  [
    'SAF',
    entity('Sudanese Armed Forces', {}),
    { name: 'armed forces', country: 'SD' },
    'a name that everybody knows is of a kind',
  ],
  [
    'National Liberation Army',
    entity('National Liberation Army', { actor: { country: 'CO', sector: 'REB' } }),
    { name: 'national liberation army', country: 'CO' },
    'an army of rebels',
  ],
  ['the rebels', entity('Ana Ortega Front', { type: 'group' }), { name: 'ana ortega front' }, 'a name keeps its words'],
  [
    'Chad',
    entity('Chad', { type: 'place', place: { lat: 1, lon: 1, precision: 'country', country: 'TD', confidence: 1 } }),
    { name: 'government', country: 'TD' },
    'a country is its government',
  ],
  [
    'Gao',
    entity('Gao', { type: 'place', place: { lat: 1, lon: 1, precision: 'settlement', country: 'ML', confidence: 1 } }),
    null,
    'a town is not',
  ],
  ['Ana Ruiz', entity('Ana Ruiz', { type: 'person' }), null, 'a person is no body'],
])('%s: %j (%s)', (words, party, body) =>
  expect(bodyOfParty({ role: 'actor', named: true }, words, party, NAME_LEXICON)).toEqual(body),
)

it.each<[said: string, expected: boolean, why: string]>([
  ['nine Torvans', true, 'some of theirs'],
  ['two members of the Torvans', true, 'members'],
  ['suspected Torvans', true, ''],
  ['relatives of the Torvans', false, 'their families'],
  ['a village of the Torvans', false, 'what is theirs'],
])('%s are rebels: %s (%s)', (said, expected) => {
  const at = said.indexOf('Torvans')
  const span: Span = [at, at + 7]
  const torvans = entity('Torvans', { actor: { sector: 'REB' } })
  const mentions = indexSpans([[span, { entity: torvans, span, kind: 'name' as const }]])
  expect(isPartyOfRebels(said, [[0, said.length]], { mentions, text: said })).toBe(expected)
})
