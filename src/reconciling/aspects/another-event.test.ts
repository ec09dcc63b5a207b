// Two mentions -> whether their sentences tell of two events.

import { expect, it } from 'vitest'
import { parseDay } from '../../calendar.ts'
import { inventAccounts, inventParty } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Mention } from '../mention.ts'
import { seemApart } from './another-event.ts'

const on = (first: string, last = first): Partial<Mention> => ({
  when: { first: parseDay(first) ?? 0, last: parseDay(last) ?? 0, precision: 'day', span: [0, 4] },
})
const by = (text: string, camp: 'state' | 'rebels'): Partial<Mention> => ({ parties: [inventParty(text, { camp })] })
const using = (text: string): Partial<Mention> => ({ parties: [inventParty(text, { role: 'instrument' })] })

it.each<[one: Partial<Mention>, other: Partial<Mention>, expected: boolean, why: string]>([
  [{}, {}, false, 'nothing says so'],
  [{ another: true }, {}, true, '"a second bomb"'],
  [{ another: true }, { another: true }, false, 'both are the second'],
  [{ place: inventSpot(10, 30) }, { place: inventSpot(14, 35, { name: 'Karim' }) }, true, 'two towns'],
  [{ place: inventSpot(10, 30) }, { place: inventSpot(10, 30) }, false, 'one town'],
  [{ place: inventSpot(10, 30) }, {}, false, 'one of them says no place'],
  [
    { place: inventSpot(10, 30) },
    { place: inventSpot(14, 35, { name: 'Karim' }), placeBasis: 'dateline' },
    false,
    'a dateline is where the reporter was',
  ],
  [
    on('2024-05-06'),
    { ...on('2024-05-09'), publishedOn: parseDay('2024-05-07') },
    false,
    'a day after its report was read wrongly',
  ],
  [on('2024-05-06'), on('2024-05-07'), true, 'two days'],
  [on('2024-05-06', '2024-05-07'), on('2024-05-07'), false, 'a night and its second day'],
  [on('2024-05-01', '2024-05-31'), on('2024-04-30'), false, 'a month is no date'],
  [using('rockets'), using('a car bomb'), true, 'other means'],
  [using('rockets'), using('a missile'), false, 'the same means'],
  [by('rebels', 'rebels'), by('soldiers', 'state'), true, 'by others'],
])('%o and %o: %s (%s)', (one, other, expected) => {
  const [a, b] = inventAccounts([{ mentions: [one] }, { mentions: [other] }]).map(({ mentions }) => mentions)
  expect(seemApart(a, b)).toBe(expected)
})
