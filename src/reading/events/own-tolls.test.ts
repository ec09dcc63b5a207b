// A count in the sentence of an event in Dol -> whether it is a toll of this event.

import { expect, it } from 'vitest'
import type { Count, Entity, EventMention, Sentence } from '../../types.ts'
import { withOwnTolls } from './own-tolls.ts'

const place = (name: string, lat: number, text: string): Entity => {
  const at = text.indexOf(name)
  return {
    id: name,
    type: 'place',
    name,
    mentions: at < 0 ? [] : [{ span: [at, at + name.length], kind: 'name' }],
    place: { lat, lon: 30, precision: 'settlement', confidence: 0.9 },
  }
}

it.each<[text: string, expected: boolean, why: string]>([
  ['<Twelve people> were killed in Dol on Monday.', true, ''],
  ['<Twelve people> have been killed since the war began.', false, 'the toll of the war'],
  ['<Twelve people> were killed since 2014.', false, 'of years'],
  ['<Twelve people> have been killed since Monday.', true, 'fighting of some days is one event'],
  ['<Twelve people> have died since the attack.', true, 'of the attack'],
  ['<Twelve people> were killed so far this year.', false, 'of a year'],
  ['<Twelve people> died in the past three months.', false, 'of months'],
  ['<Twelve people> died in last month’s raid.', true, 'of that raid'],
  ['<9,000 people> died in eight years of fighting.', false, 'of years'],
  ['The shelling killed two, bringing the total to <40 people>.', false, 'a total'],
  ['The shelling brought the death toll to <40 people>.', true, 'its own toll'],
  ['<Twelve people> were killed in two air strikes on Dol.', true, 'both on one town'],
  ['<Twelve people> were killed in two attacks.', false, 'a sum'],
  ['The conflict has killed <9,000 people>.', false, 'of the conflict'],
  ['In recent days <57 people> have been killed.', false, 'of days'],
  ['<21 people> were killed in the last 24 hours.', false, 'of a day of fighting'],
  [
    'In recent days troops had moved in; on Monday a shell killed <two people>.',
    true,
    'the days are of something else',
  ],
  ['A storm left <12 people> dead in Dol, where rebels had [killed] four.', false, 'another story'],
  ['Three were killed in Dol and <five people> in Karim.', false, 'in another town'],
  ['Shops burned in Karim, where <five people> died, and in Dol.', false, 'told of the other town'],
  ['Shops burned in Dol, where <five people> died, and in Karim.', true, 'told of this one'],
  ['<Three people> were killed in Dol and five in Karim.', true, 'the other town is that of the five'],
  ['<Five people> were killed in Dol by rockets from Karim.', true, 'only the rockets are from there'],
])('%s %s (%s)', (marked, expected) => {
  const text = marked.replace(/[<>[\]]/g, '')
  const count: Count = {
    id: 'n1',
    span: [marked.indexOf('<'), marked.indexOf('>') - 1],
    low: 12,
    high: 12,
    approximate: false,
    of: 'people',
  }
  const sentence: Sentence = { span: [0, text.length], block: 0, tokens: [] }
  const event: EventMention = {
    id: 'v1',
    type: 'ASSAULT',
    trigger: marked.includes('[') ? [text.indexOf('killed'), text.indexOf('killed') + 6] : [0, 3],
    participants: [],
    place: 'Dol',
    counts: ['n1'],
    status: 'actual',
    statement: null,
    confidence: 0.9,
  }
  const entities = new Map([place('Dol', 10, text), place('Karim', 14, text)].map((entity) => [entity.id, entity]))
  const [own] = withOwnTolls([event], { entities, counts: new Map([['n1', count]]) }, { text, sentences: [sentence] })
  expect(own.counts).toEqual(expected ? ['n1'] : [])
})
