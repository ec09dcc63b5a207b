// What the model takes for an attack or a retreat -> what it is, if those who find, bury or help do it: nothing, or aid.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf } from '../../testing/event-draft.ts'
import { readNouns } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withoutRescues } from './rescue.ts'

const { deeds } = await sharedResources()

it.each<[text: string, trigger: string, type: string, expected: string | null, why: string]>([
  ['Firemen recovered nine bodies from the river.', 'recovered', 'RETREAT', null, 'they found them'],
  ['Nine bodies were pulled out of a well in Taiz.', 'pulled', 'ASSAULT', null, 'the same in the passive'],
  ['Villagers buried the dead on Friday.', 'buried', 'ASSAULT', null, 'a burial'],
  ['The boy was buried in Karim on Friday.', 'buried', 'ASSAULT', null, 'a burial'],
  ['The crew took two injured men to hospital.', 'took', 'ASSAULT', 'AID', 'help'],
  ['Nurses treated six wounded men.', 'treated', 'COERCE', 'AID', 'help'],
  ['Neighbours dug a girl out of the rubble.', 'dug', 'ASSAULT', 'AID', 'help'],
  ['Gunmen took nine pupils to the hills.', 'took', 'ASSAULT', 'ASSAULT', 'an abduction'],
  ['The rebels buried two men alive.', 'buried', 'ASSAULT', 'ASSAULT', 'a killing'],
  ['Forty people were buried under the rubble.', 'buried', 'ASSAULT', 'ASSAULT', 'by what struck the house'],
  ['Police found weapons in a well.', 'found', 'COERCE', 'COERCE', 'no bodies'],
  ['Shells killed a man, and his body was found.', 'killed', 'ASSAULT', 'ASSAULT', 'the body is of another clause'],
  ['The army took the hospital on Friday.', 'took', 'ASSAULT', 'ASSAULT', 'not to hospital'],
  ['Nine bodies floated in a well.', 'floated', 'ASSAULT', 'ASSAULT', 'nobody found them'],
  ['The dead were soldiers killed in a raid.', 'raid', 'ASSAULT', 'ASSAULT', 'no deed of finders'],
])('%s "%s" %s: %s (%s)', (text, trigger, type, expected) => {
  const drafts = [eventDraft(text, trigger, { type })]
  const found = withoutRescues(drafts, groundsOf(readNouns(text), drafts), deeds)
  expect(found.map((draft) => draft.type)).toEqual(expected === null ? [] : [expected])
})

it.each<[text: string, trigger: string, actor: string, expected: number, why: string]>([
  ['Firefighters battled for hours at the market.', 'battled', 'Firefighters', 0, 'against a fire'],
  ['Doctors fought for his life in Taiz.', 'fought', 'Doctors', 0, 'against death'],
  ['Rebels battled for hours at the market.', 'battled', 'Rebels', 1, 'against people'],
  ['Firefighters beat two clerks.', 'beat', 'Firefighters', 1, 'another deed'],
])('%s "%s" of %s: %s (%s)', (text, trigger, actor, expected) => {
  const drafts = [eventDraft(text, trigger, { actor })]
  expect(withoutRescues(drafts, groundsOf(readNouns(text), drafts), deeds)).toHaveLength(expected)
})
