// What accounts say of whether it happened -> whether that is a dispute; and what a denial denies.

import { expect, it } from 'vitest'
import { inventAccounts, inventParty } from '../../testing/invented-account.ts'
import type { Aspect } from '../../types.ts'
import type { Mention } from '../mention.ts'
import { statusOf } from './status.ts'

const denied = (sentenceText: string, more: Partial<Mention> = {}): Partial<Mention> => ({
  status: 'denied',
  sentenceText,
  ...more,
})

it.each<[other: Partial<Mention>[], state: Aspect['state'], why: string]>([
  [[denied('There was no attack on Monday, the army said.')], 'disputed', 'it did not happen'],
  [[denied('The ministry denied that anyone had been shot.', { deniedAltogether: true })], 'disputed', 'not at all'],
  [[denied('Police had denied permission for the march.')], 'single', 'permission was denied'],
  [[denied('The army refused the convoy access to the town.')], 'single', 'access was refused'],
  [[denied('The group denied responsibility for the bombing.')], 'single', 'the blame is denied'],
  [[denied('The group denied any involvement in the bombing.')], 'single', ''],
  [[denied('Its men had nothing to do with the raid, it said.')], 'single', ''],
  [[denied('Nobody was killed.'), {}], 'agreed', 'the attack is told of, and nobody died'],
  [[{ status: 'planned' }], 'not comparable', 'a plan contradicts nothing'],
  [[{ course: 'over' }], 'agreed', 'what is over has happened'],
])('beside an account of an attack, %o: %s (%s)', (other, state) => {
  expect(statusOf(inventAccounts([{}, { mentions: other }]))?.state).toBe(state)
})

it('fighting that is over for one goes on for another', () => {
  const accounts = inventAccounts([{ mentions: [{ course: 'over' }] }, { mentions: [{ course: 'going on' }] }])
  expect(statusOf(accounts)?.state).toBe('disputed')
})

it('the accused who denies a part in it does not deny that it happened', () => {
  const accounts = inventAccounts([
    { mentions: [{ parties: [inventParty('the Torvan army', { named: true })] }] },
    { origin: 'Torvan army', mentions: [denied('The Torvan army denied shelling the school.')] },
  ])
  expect(statusOf(accounts)?.state).toBe('single')
})
