// Harm in a sentence -> whether an accident, a disaster or a disease did it, or people.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf, type Wanted } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withHazards } from './hazard.ts'

const resources = await sharedResources()

async function typesOf(text: string, wanted: readonly (readonly [trigger: string, parts?: Wanted])[]) {
  const drafts = wanted.map(([trigger, parts]) => eventDraft(text, trigger, parts))
  return withHazards(drafts, groundsOf(await readParagraph(text), drafts), resources)
}

it.each<[text: string, trigger: string, parts: Wanted, type: string, why: string]>([
  ['A lorry plunged into a gorge near Sorata, injuring nine.', 'injuring', {}, 'HAZARD', 'a fall'],
  ['The ferry capsized and thirty pilgrims drowned.', 'drowned', { actor: 'thirty pilgrims' }, 'HAZARD', 'the sea'],
  ['Floods have killed sixty people in Sindh.', 'killed', { actor: 'Floods' }, 'HAZARD', 'water'],
  ['Measles killed nineteen children in the camp.', 'killed', { actor: 'Measles' }, 'HAZARD', 'a disease'],
  ['A blaze at a mill in Dhaka killed four workers.', 'killed', {}, 'HAZARD', 'a fire that nobody set'],
  ['Two shepherds were killed by lightning near Jos.', 'killed', {}, 'HAZARD', 'the weather'],
  ['A block of flats collapsed in Lagos, killing six.', 'killing', {}, 'HAZARD', 'a building'],
  ['Ten miners were killed when a shaft collapsed in Jos.', 'killed', {}, 'HAZARD', 'a mine'],
  ['Ten men were killed when a shell made a shaft collapse.', 'killed', {}, 'ASSAULT', 'a shell'],
  ['A crocodile killed a fisherman near Pemba.', 'killed', { actor: 'A crocodile' }, 'HAZARD', 'an animal'],
  ['A gas explosion killed five cooks in Amman.', 'explosion', {}, 'HAZARD', 'no bomb'],
  ['A governor died of a heart attack in Kano.', 'died', { actor: 'A governor' }, 'HAZARD', 'no attack'],
  ['An army helicopter crashed in fog, killing two.', 'killing', {}, 'HAZARD', 'nobody shot it down'],
  [
    'A storm killed six in Aden, where rebels shelled the port.',
    'killed',
    {},
    'HAZARD',
    'the shelling is another story',
  ],
  ['A bridge gave way near Jos, killing four.', 'killing', {}, 'HAZARD', 'a bridge'],
  ['The guards gave way near Jos as rebels attacked, killing four.', 'killing', {}, 'ASSAULT', 'people gave way'],
  ['Four weavers died in a collapsed mill near Jos.', 'died', {}, 'HAZARD', 'a mill'],
  ['Firefighters battled at a market in Kano for hours; four died.', 'died', {}, 'HAZARD', 'against a fire'],
  ['Troops battled at a market in Kano for hours; four died.', 'died', {}, 'ASSAULT', 'people fought'],
  ['The Tigers killed four nuns near Jaffna.', 'killed', { actor: 'The Tigers' }, 'ASSAULT', 'no animals'],
  ['Tigers killed four nuns near Jaffna.', 'killed', { actor: 'Tigers' }, 'HAZARD', 'animals'],
  ['A fire set by gunmen killed four workers.', 'killed', {}, 'ASSAULT', 'people set it'],
  ['Shelling caused a fire that killed four workers.', 'killed', {}, 'ASSAULT', 'shells'],
  ['Arsonists lit the fire that killed four.', 'killed', {}, 'ASSAULT', 'arson'],
  ['A plane crashed after rebels shot it down, killing two.', 'killing', {}, 'ASSAULT', 'shot down'],
  [
    'The troops stormed the school and killed nine.',
    'killed',
    { actor: 'The troops' },
    'ASSAULT',
    'a verb, no weather',
  ],
  ['Soldiers opened fire and killed two boys.', 'killed', { actor: 'Soldiers' }, 'ASSAULT', 'gunfire'],
  ['Four workers were killed by artillery fire.', 'killed', {}, 'ASSAULT', 'gunfire'],
  ['The navy sank a boat, killing nine.', 'sank', { actor: 'The navy', recipient: 'a boat' }, 'ASSAULT', 'people did'],
  ['A man drowned his two sons.', 'drowned', { actor: 'A man', recipient: 'his two sons' }, 'ASSAULT', 'to others'],
  ['An explosion killed five people in Amman.', 'killed', {}, 'ASSAULT', 'a bomb, as news goes'],
  ['Four people were hurt when police broke up a rally.', 'hurt', {}, 'ASSAULT', 'by the police'],
  ['Nine people were killed in Amman.', 'killed', {}, 'ASSAULT', 'nothing says of what'],
  ['Two brothers were stabbed during the storm.', 'stabbed', {}, 'ASSAULT', 'what happened meanwhile'],
  ['The flood victims protested.', 'protested', { type: 'PROTEST' }, 'PROTEST', 'no harm'],
])('%s "%s" %j is %s: %s', async (text, trigger, parts, type) => {
  expect((await typesOf(text, [[trigger, parts]])).map((draft) => draft.type)).toEqual([type])
})

it('takes a bare toll for that of the disaster that the text has just reported', async () => {
  const quake = 'An earthquake struck Herat. Forty people died.'
  expect((await typesOf(quake, [['struck'], ['died']])).map(({ type }) => type)).toEqual(['HAZARD', 'HAZARD'])
  const raid = 'Gunmen raided Herat. Forty people died.'
  expect((await typesOf(raid, [['raided'], ['died']])).map(({ type }) => type)).toEqual(['ASSAULT', 'ASSAULT'])
})

it('has no attacker: who drowned suffered it, and what did the harm is a thing', async () => {
  const text = 'The bus overturned and two nurses drowned.'
  const [overturned, drowned] = await typesOf(text, [
    ['overturned', { actor: 'The bus' }],
    ['drowned', { actor: 'two nurses' }],
  ])
  const words = (spans: readonly (readonly [number, number])[]) => spans.map((span) => text.slice(...span))
  expect([overturned.actor, words(overturned.instrument)]).toEqual([[], ['The bus']])
  expect([drowned.actor, words(drowned.recipient)]).toEqual([[], ['two nurses']])
})
