// An event beside an attack -> whether it only followed or surrounds the attack, and hangs on it.

import { expect, it } from 'vitest'
import type { EventMention, Span } from '../../types.ts'
import { type Aftermath, withAftermath } from './aftermath.ts'

const event = (id: string, type: string, trigger: Span, sentence: number): EventMention => ({
  id,
  type,
  trigger,
  sentence,
  participants: [],
  counts: [],
  status: 'actual',
  statement: null,
  confidence: 0.9,
})

it.each<[text: string, type: string, what: Aftermath | undefined, why: string]>([
  ['Volunteers <rescued> nine people.', 'AID', 'rescue', ''],
  ['Medics <carried> two boys to an ambulance.', 'AID', 'rescue', ''],
  ['The agency <sent> flour to the valley.', 'AID', undefined, 'aid is an event of its own'],
  ['Villagers <buried> eleven people.', 'AID', 'burial', ''],
  ['Thousands came to the <funeral>.', 'CONSULT', 'burial', ''],
  ['The bishop <condemned> the attack.', 'ACCUSE', 'condemnation', ''],
  ['The bishop <accused> the army.', 'ACCUSE', undefined, 'who did it'],
  ['Police are <investigating>.', 'ACCUSE', 'inquiry', ''],
  ['Police <arrested> two men.', 'COERCE', undefined, 'an arrest is an event of its own'],
  ['The mayor <permitted> the march.', 'COOPERATE', 'permission', ''],
  ['Rebels <carried> out a raid.', 'ASSAULT', undefined, 'the raid itself'],
  ['Troops <recovered> the town.', 'ASSAULT', undefined, 'fighting'],
])('%s (%s): %s (%s)', (marked, type, what) => {
  const lead = 'A bomb exploded. '
  const words = marked.replace(/[<>]/g, '')
  const at = lead.length + marked.indexOf('<')
  const events = [
    event('v1', 'ASSAULT', [7, 15], 0),
    event('v2', type, [at, at + marked.indexOf('>') - marked.indexOf('<') - 1], 1),
  ]
  expect(withAftermath(events, { text: lead + words })[1].follows).toEqual(what && { what, event: 'v1' })
})

it('stands by itself where the article tells of nothing that it could follow', () => {
  const [alone] = withAftermath([event('v1', 'AID', [0, 7], 0)], { text: 'Rescued at sea' })
  expect(alone.follows).toBe(undefined)
})

it('hangs on the event of its own sentence before any other', () => {
  const text = 'Shelled. Bombed. Two were rescued after the raid.'
  const events = [
    event('v1', 'ASSAULT', [0, 7], 0),
    event('v2', 'ASSAULT', [9, 15], 1),
    event('v3', 'AID', [26, 33], 2),
    event('v4', 'ASSAULT', [44, 48], 2),
  ]
  expect(withAftermath(events, { text })[2].follows?.event).toBe('v4')
})
