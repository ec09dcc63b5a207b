// What accounts say of whether it happened -> whether that is a dispute; and what a denial denies.

import { expect, it } from 'vitest'
import { inventAccounts, inventParty } from '../../testing/invented-account.ts'
import type { Aspect } from '../../types.ts'
import type { Mention } from '../mention.ts'
import { statusOf } from './status.ts'

const denied = (more: Partial<Mention> = {}): Partial<Mention> => ({ status: 'denied', ...more })

it.each<[other: Partial<Mention>[], state: Aspect['state'], why: string]>([
  [[denied()], 'disputed', 'it did not happen'],
  [[denied({ deniedAltogether: true })], 'disputed', 'not at all'],
  [[denied({ deniesBlame: true })], 'single', '"denied responsibility for the bombing" grants the bombing'],
  [[denied(), {}], 'agreed', 'the attack is told of, and "nobody was killed" in it'],
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
    { origin: 'Torvan army', mentions: [denied()] },
  ])
  expect(statusOf(accounts)?.state).toBe('single')
})
