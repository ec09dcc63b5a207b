// What accounts say of whether it happened -> whether that is a dispute; and what a denial denies.

import { expect, it } from 'vitest'
import { inventAccounts, inventParty } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Aspect } from '../../types.ts'
import type { Mention } from '../mention.ts'
import { statusOf } from './status.ts'

/** One town, so that accounts of it can be of one event. */
const there: Partial<Mention> = { place: inventSpot(10, 30) }
const denied = (more: Partial<Mention> = {}): Partial<Mention> => ({ status: 'denied', ...more })

it.each<[other: Partial<Mention>[], state: Aspect['state'], why: string]>([
  [[denied()], 'disputed', 'it did not happen'],
  [[denied({ deniedAltogether: true })], 'disputed', 'not at all'],
  [[denied({ deniesBlame: true })], 'single', '"denied responsibility for the bombing" grants the bombing'],
  [[denied(), {}], 'agreed', 'the attack is told of, and "nobody was killed" in it'],
  [[denied({ place: null })], 'not comparable', 'nothing in common: another event'],
  [[denied({ type: 'REQUEST' })], 'single', 'who rejects a demand grants that somebody made it'],
  [
    [denied({ trigger: [3, 13], sentenceText: 'no casualties' })],
    'single',
    '"no casualties" leaves open what happened',
  ],
  [[denied({ trigger: [11, 17], sentenceText: 'nobody was killed' })], 'single', 'so does this'],
  [[{ status: 'planned' }], 'not comparable', 'a plan contradicts nothing'],
  [[{ course: 'over' }], 'agreed', 'what is over has happened'],
])('beside an account of an attack, %o: %s (%s)', (other, state) => {
  const accounts = [[{}], other].map((mentions) => ({
    mentions: mentions.map((mention) => ({ ...there, ...mention })),
  }))
  expect(statusOf(inventAccounts(accounts))?.state).toBe(state)
})

it.each<[one: Mention['course'], other: Mention['course'], state: Aspect['state'], why: string]>([
  ['over', 'going on', 'disputed', 'over for one, and not for the other'],
  ['over', 'repelled', 'disputed', 'the town was taken, or it was not'],
  ['repelled', 'repelled', 'agreed', ''],
  ['repelled', null, 'agreed', 'what was repelled has happened'],
])('fighting that is %s and %s: %s (%s)', (one, other, state) => {
  const accounts = inventAccounts([one, other].map((course) => ({ mentions: [{ ...there, course }] })))
  expect(statusOf(accounts)?.state).toBe(state)
})

it('the accused who denies a part in it does not deny that it happened', () => {
  const accounts = inventAccounts([
    { mentions: [{ parties: [inventParty('the Torvan army', { named: true })] }] },
    { origin: 'Torvan army', mentions: [denied()] },
  ])
  expect(statusOf(accounts)?.state).toBe('single')
})

it.each<[country: string, state: Aspect['state'], why: string]>([
  ['BB', 'single', 'an army whom nobody accuses: what the other did stands'],
  ['AA', 'disputed', 'the army that is accused'],
])('"the army had not opened fire", of the army of %s beside one of AA: %s (%s)', (country, state) => {
  const accounts = inventAccounts([
    { mentions: [{ ...there, parties: [inventParty('an Avarian drone', { country: 'AA' })] }] },
    { mentions: [denied({ ...there, parties: [inventParty('the army', { country })] })] },
  ])
  expect(statusOf(accounts)?.state).toBe(state)
})
