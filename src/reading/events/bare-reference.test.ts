// The draft of an event -> whether its sentence only refers to it.

import { expect, it } from 'vitest'
import { eventDraft, type Wanted } from '../../testing/event-draft.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { isBareReference } from './bare-reference.ts'

it.each<[text: string, trigger: string, look: EventDraft['look'], wanted: Wanted, bare: boolean, why: string]>([
  ['The mayor condemned the attack.', 'attack', 'ref', {}, true, 'nothing is said of it'],
  ['An attack was reported.', 'attack', 'new', {}, false, 'it is reported'],
  ['Last year an attack closed the port.', 'attack', 'past', {}, false, 'background is no reference'],
  ['The mayor blamed rebels for the attack.', 'attack', 'ref', { actor: 'rebels' }, false, 'who did it'],
  ['The attack on the clinic shocked Dol.', 'attack', 'ref', { recipient: 'the clinic' }, false, 'who was hit'],
  ['The rebels denied the attack.', 'attack', 'ref', { status: 'denied' }, false, 'that it is denied'],
])('%s %s, %s: %j', (text, trigger, look, wanted, bare) => {
  expect(isBareReference({ ...eventDraft(text, trigger, wanted), look })).toBe(bare)
})
