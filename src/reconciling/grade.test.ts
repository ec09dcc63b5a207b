// Accounts of a shelling -> whether others confirm it. Anything short of two named sources of different sides cannot be judged.

import { expect, it } from 'vitest'
import { type InventedAccount, inventAccounts, inventParty } from '../testing/invented-account.ts'
import type { GradeInWords } from '../types.ts'
import { aspectsOf } from './aspects/aspects.ts'
import { gradeOf } from './grade.ts'

const army = inventParty('the Torvan army', { named: true, kind: 'organisation' })
const villagers: InventedAccount = { origin: 'Ada Quist, the mayor of Dol', mentions: [{ parties: [army] }] }

it.each<[accounts: InventedAccount[], words: GradeInWords, why: string]>([
  [
    [villagers, { origin: 'the Torvan army' }],
    'confirmed by others',
    'the accused grants it, against its own interest',
  ],
  [[villagers], 'cannot be judged', 'one source'],
  [[villagers, { origin: 'the bishop of Dol' }], 'cannot be judged', 'two sources, of sides that nobody knows'],
  [[villagers, { origin: 'the Torvan army', mentions: [{ status: 'denied' }] }], 'cannot be judged', 'it is denied'],
  [
    [
      { origin: 'the Torvan army', mentions: [{ parties: [army] }] },
      { origin: 'Torvan soldiers', mentions: [{}] },
    ],
    'cannot be judged',
    'both are of one side',
  ],
  [
    [{ ...villagers, originKind: 'unnamed' }, { origin: 'the Torvan army' }],
    'cannot be judged',
    'the other source has no name',
  ],
  [[villagers, { origin: 'Harbour Wire', originKind: 'voice' }], 'cannot be judged', 'an outlet retells'],
  [[villagers, { origin: 'the Torvan Red Cross' }], 'cannot be judged', 'of the country of the accused, and not they'],
  [
    [villagers, { origin: 'the Torvan army', mentions: [{ status: 'planned' }] }],
    'cannot be judged',
    'what is planned has not happened',
  ],
])('%j: %s (%s)', (accounts, words) => {
  const all = inventAccounts(accounts)
  expect(gradeOf(all, aspectsOf(all).aspects).words).toBe(words)
})

it('counts the origins that the incident counts', () => {
  const all = inventAccounts([
    villagers,
    { origin: 'Harbour Wire', originKind: 'voice', basis: 'own words' },
    { origin: 'state television', basis: 'retold' },
  ])
  expect(gradeOf(all, aspectsOf(all).aspects).why[0]).toBe('1 independent origin says that it happened')
})
