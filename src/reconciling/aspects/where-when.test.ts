// What two accounts say of where and when -> whether that is a dispute.

import { expect, it } from 'vitest'
import { parseDay } from '../../calendar.ts'
import { inventAccounts, inventParty, inventTally } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Aspect } from '../../types.ts'
import type { Mention, When } from '../mention.ts'
import { placeOf, timeOf } from './where-when.ts'

const when = (first: string, last = first): When => ({
  first: parseDay(first) ?? 0,
  last: parseDay(last) ?? 0,
  precision: 'day',
  span: [0, 4],
})
const victim = (text: string) => inventParty(text, { role: 'recipient', kind: 'person', named: true })

const day = (first: string, last = first): Partial<Mention> => ({
  when: when(first, last),
  place: inventSpot(10, 30),
  tallies: [inventTally(4, 'people')],
})

it.each<[one: Partial<Mention>, other: Partial<Mention>, state: Aspect['state'], why: string]>([
  [day('2024-05-06'), day('2024-05-06'), 'agreed', ''],
  [day('2024-05-06'), day('2024-05-07'), 'disputed', 'two days'],
  [
    day('2024-05-06', '2024-05-07'),
    day('2024-05-06'),
    'agreed',
    'the night from one day to the next, and its first day',
  ],
  [day('2024-05-06', '2024-05-07'), day('2024-05-07'), 'agreed', 'the same night, and its second day'],
  [day('2024-05-06', '2024-05-07'), day('2024-05-08'), 'disputed', 'a day after the night'],
  [day('2024-05-01', '2024-05-31'), day('2024-05-08'), 'agreed', 'in May'],
  [day('2024-05-06'), { when: when('2024-05-07') }, 'not comparable', 'nothing else in common: two events of one town'],
  [
    { ...day('2024-05-06'), tallies: [], parties: [victim('Ada Quist')] },
    { ...day('2024-05-07'), tallies: [], parties: [victim('Quist')] },
    'disputed',
    'the same victim in one town',
  ],
  [
    { when: when('2024-05-06'), parties: [victim('Ada Quist')] },
    { when: when('2024-05-07'), parties: [victim('Quist')] },
    'not comparable',
    'the same victim, who knows where',
  ],
  [
    { ...day('2024-05-06'), tallies: [], parties: [inventParty('guards', { role: 'recipient' })] },
    { ...day('2024-05-07'), tallies: [], parties: [inventParty('guards', { role: 'recipient' })] },
    'not comparable',
    'guards may be others',
  ],
])('%j and %j: %s (%s)', (one, other, state) => {
  expect(timeOf(inventAccounts([{ mentions: [one] }, { mentions: [other] }]))?.state).toBe(state)
})

it.each<[mention: Partial<Mention>, why: string]>([
  [{ when: when('2024-05-09'), publishedOn: parseDay('2024-05-07') }, 'what has happened was not after its report'],
  [{ when: when('2024-05-06'), headline: true }, 'headlines date something else as often as not'],
  [{ when: when('2024-05-06'), status: 'denied' }, 'what did not happen has no day'],
])('%j gives no time (%s)', (mention) => expect(timeOf(inventAccounts([{ mentions: [mention] }]))).toBe(null))

const at = (place: Mention['place'], more: Partial<Mention> = {}): Partial<Mention> => ({
  place,
  placeBasis: 'sentence',
  tallies: [inventTally(4, 'people')],
  when: when('2024-05-06'),
  ...more,
})
const dol = inventSpot(10, 30, { geonameId: 1 })
const province = inventSpot(10.3, 30.2, { name: 'Dol province', precision: 'region', country: 'TD', admin1: '1' })
const karim = inventSpot(14, 35, { name: 'Karim', geonameId: 2 })
const silo = inventSpot(14, 35, { name: 'the silo' })

it.each<[one: Partial<Mention>, other: Partial<Mention>, state: Aspect['state'] | undefined, why: string]>([
  [at(dol), at(dol), 'agreed', ''],
  [at(dol), at(karim), 'disputed', 'two towns'],
  [at(dol), at(province), 'agreed', 'a town and its province'],
  [at(dol), at(silo), 'not comparable', 'no gazetteer knows where the silo is'],
  [at(dol), at(karim, { when: null }), 'not comparable', 'the same toll alone'],
  [at(dol), at(karim, { tallies: [] }), 'not comparable', 'nothing else in common: another event'],
  [at(dol), at(karim, { placeBasis: 'dateline' }), 'single', 'where the reporter was'],
  [at(karim, { placeBasis: 'dateline' }), {}, undefined, 'nobody says where'],
  [
    at(karim, { tallies: [] }),
    { when: when('2024-05-06'), sentenceText: 'It was in Dol, and not in Karim.' },
    'disputed',
    'ruled out',
  ],
  [
    at(karim, { tallies: [] }),
    { when: when('2024-05-06'), sentenceText: 'It was not in Karim but in Dol.' },
    'disputed',
    'ruled out',
  ],
  [
    at(dol, { tallies: [] }),
    { when: when('2024-05-06'), sentenceText: 'It was in Dol, and not in Karim.' },
    'single',
    'nobody said so',
  ],
  [
    at(karim, { tallies: [] }),
    { when: when('2024-05-06'), sentenceText: 'He was not in Karim on Monday.' },
    'single',
    'an alibi',
  ],
])('%j and %j: %s (%s)', (one, other, state) => {
  expect(placeOf(inventAccounts([{ mentions: [one] }, { mentions: [other] }]))?.state).toBe(state)
})
