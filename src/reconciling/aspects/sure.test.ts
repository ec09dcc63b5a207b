// What an incident states of what its accounts seem to say: each rule with its look-alikes.

import { expect, it } from 'vitest'
import { inventAccounts, inventParty, inventTally } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Mention } from '../mention.ts'
import { aspectsOf } from './aspects.ts'

const gunmen = inventParty('gunmen')
const hit = (text: string, more = {}) => inventParty(text, { role: 'recipient', kind: 'group', ...more })

it.each<[question: string, mention: Partial<Mention>, isStated: boolean, why: string]>([
  ['actor', { parties: [gunmen], below: 1, confidence: 0.8 }, true, 'in the lead'],
  ['actor', { parties: [gunmen], below: 9, confidence: 0.95 }, false, 'further down'],
  ['actor', { parties: [gunmen], below: 9, decided: true }, true, 'a person said so'],
  ['actor', { parties: [gunmen], document: 'other', below: 9 }, true, 'where its report begins to tell of it'],
  [
    'actor',
    {
      parties: [gunmen],
      trigger: [930, 938],
      sentence: [900, 950],
      sentenceText: `shots ${'in Dol '.repeat(2)}after they attacked it.`,
    },
    false,
    'what the event answers',
  ],
  [
    'actor',
    { parties: [gunmen], sentenceText: 'Tags Dol gunmen army A shell hit.', below: 0, sentence: [11, 44] },
    false,
    'keywords of a page',
  ],
  ['actor', { parties: [gunmen], status: 'possible', below: 0 }, false, 'they may have'],
  ['recipient', { parties: [hit('villagers')], below: 3, confidence: 0.8 }, true, 'near the top'],
  ['recipient', { parties: [hit('villagers')], below: 4, confidence: 0.8 }, false, 'further down'],
  ['recipient', { parties: [hit('villagers')], below: 3, confidence: 0.4 }, false, 'the event is unsure'],
  [
    'recipient',
    { parties: [hit('Ana Lod', { kind: 'person', named: true })], below: 3, confidence: 0.8 },
    false,
    'a name beside the verb',
  ],
  [
    'recipient',
    { parties: [hit('a shepherd', { kind: 'person', named: false })], below: 3, confidence: 0.8 },
    true,
    'somebody without a name',
  ],
  ['recipient', { parties: [hit('villagers')], below: 3, turns: true }, false, 'of something else'],
  ['count:killed', { tallies: [inventTally(4, 'people')], below: 1 }, true, 'in the lead'],
  ['count:killed', { tallies: [inventTally(4, 'people')], below: 7 }, false, 'nobody says of what'],
  ['count:killed', { tallies: [inventTally(4, 'people')], below: 7, definite: true }, true, 'of "the attack"'],
  [
    'count:killed',
    { tallies: [inventTally(4, 'people')], below: 7, definite: true, sentenceText: 'Six days of it killed 4.' },
    false,
    'a sum',
  ],
  ['place', { place: inventSpot(10, 30), below: 3 }, true, 'near where it begins'],
  ['place', { place: inventSpot(10, 30), below: 4 }, true, 'further down, where nothing above says where'],
  ['place', { place: { ...inventSpot(10, 30), name: 'the area' }, below: 0 }, false, 'no name'],
  ['count:killed', { tallies: [inventTally(4, 'people')], below: 8, confidence: 0.4 }, false, 'further down'],
])('%s of %j: %s (%s)', (question, mention, isStated) => {
  const accounts = inventAccounts([{ mentions: [{ confidence: 0.9, sentence: [900, 950], below: 0 }, mention] }])
  const { aspects, unsure } = aspectsOf(accounts)
  expect(aspects.some(({ name }) => name === question)).toBe(isStated)
  expect(unsure.some((claim) => claim.question === question)).toBe(!isStated)
})

it('states no place that is told further down, where one is told above', () => {
  const place = inventSpot(10, 30)
  const accounts = inventAccounts([
    { mentions: [{ place: inventSpot(10, 30, { name: 'Karim' }) }] },
    { mentions: [{ document: 'd1' }, { document: 'd1', place, below: 4 }] },
  ])
  const { aspects } = aspectsOf(accounts)
  expect(aspects.find(({ name }) => name === 'place')?.values.map(({ value }) => value)).toEqual(['Karim'])
})
