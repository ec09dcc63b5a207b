// An event and what its sentence says of it -> whether the sentence only refers to it.

import { expect, it } from 'vitest'
import type { EventDraft } from '../tagging/drafts.ts'
import { isBareReference } from './bare-reference.ts'

it.each<
  [refers: number, status: EventDraft['status'], participants: string[], counted: string[], bare: boolean, why: string]
>([
  [0.5, 'actual', [], [], true, 'The mayor condemned the attack.'],
  [0.01, 'actual', [], [], false, 'An attack was reported.'],
  [0.5, 'actual', ['rebels'], [], false, 'The mayor blamed rebels for the attack.'],
  [0.5, 'actual', [], ['two dead'], false, 'The attack left two dead.'],
  [0.5, 'denied', [], [], false, 'The rebels denied the attack.'],
])('%d, %s, %j, %j: %j (%s)', (refers, status, participants, counted, bare) => {
  expect(isBareReference({ draft: { refers, status }, participants, counted, course: null }, 0.05)).toBe(bare)
})

it('reports that a battle is over', () => {
  const draft = { refers: 0.5, status: 'actual' as const }
  expect(isBareReference({ draft, participants: [], counted: [], course: 'over' }, 0.05)).toBe(false)
})
