// What lists show unasked, and its look-alikes that only --all shows.

import { expect, test } from 'vitest'
import { citedIncident } from '../../testing/cited-incident.ts'
import type { Aspect, ClaimValue, Incident } from '../../types.ts'
import { isListed } from './listed.ts'

const aspect = (name: Aspect['name'], ...values: ClaimValue[]): Aspect => ({
  name,
  state: 'single',
  why: '',
  disputes: [],
  claims: values.map((value, account) => ({
    account,
    event: 'v1',
    value,
    polarity: 'yes',
    text: '',
    span: [0, 1],
    passage: [0, 1],
  })),
  values: [{ value: '', accounts: values.map((_, account) => account), grounds: [] }],
})

const said = (...statuses: Extract<ClaimValue, { kind: 'status' }>['status'][]): Aspect =>
  aspect('status', ...statuses.map((status): ClaimValue => ({ kind: 'status', status })))
/** Whether it happened, by one account after the other. */
const denied = (...polarities: ('yes' | 'no')[]): Aspect => {
  const aspect = said(...polarities.map(() => 'actual' as const))
  return { ...aspect, claims: aspect.claims.map((claim, at) => ({ ...claim, polarity: polarities[at] })) }
}
const hit = aspect('recipient', { kind: 'party', name: 'traders', named: false })
const toll = aspect('count:killed', { kind: 'number', low: 9, high: 9, approximate: false, group: { of: 'people' } })
const partial: Aspect = {
  ...toll,
  claims: toll.claims.map((claim) =>
    claim.value.kind === 'number' ? { ...claim, value: { ...claim.value, part: true } } : claim,
  ),
}

const month: Incident['time'] = { start: '2024-04-01', end: '2024-04-30', precision: 'month' }
const year: Incident['time'] = { start: '2024-01-01', end: '2024-12-31', precision: 'year' }
const country: Incident['place'] = { name: 'the bridge', lat: 34, lon: 66, country: 'AF', precision: 'country' }

/** Accounts of so many documents, in order. */
const reports = (...documents: string[]): Pick<Incident, 'accounts'> => {
  const [account] = citedIncident().incident.accounts
  return { accounts: documents.map((document) => ({ ...account, document })) }
}

test.each<[aspects: Aspect[], more: Partial<Incident>, listed: boolean, why: string]>([
  [[said('actual'), hit], {}, true, 'an attack, at a place, on a day'],
  [[said('actual')], {}, true, 'a protest or a blast, at a place, on a day, and no party'],
  [[said('actual')], { time: null }, false, 'the same, no one knows when'],
  [[said('actual')], { place: null }, false, 'the same, no one knows where'],
  [[said('actual'), hit], { place: null }, true, 'on a day, and to whom'],
  [[said('actual'), hit], { type: 'HAZARD', mode: undefined }, false, 'somebody fell ill'],
  [[said('actual'), hit], { type: 'HAZARD', mode: 'crash' }, true, 'an accident'],
  [[said('actual'), toll], { type: 'HAZARD', mode: undefined }, true, 'people are counted'],
  [[said('actual'), hit], { place: null, time: month }, false, 'in some month, nobody says where'],
  [[said('actual')], { time: month }, false, 'the same, in some month'],
  [[said('actual'), hit], { time: month }, true, 'in some month, and to whom'],
  [[said('actual'), hit], { confidence: 0.2 }, false, 'the reader is not sure of it'],
  [[{ ...said('over', 'going on'), state: 'disputed' }, hit], { confidence: 0.2 }, true, 'two contradict each other'],
  [[said('actual'), hit], { below: 3 }, true, 'near the top of its report'],
  [[said('actual'), toll], { below: 4 }, false, 'further down, where the background is'],
  [[said('actual'), hit], { follows: { what: 'rescue', events: [] } }, false, 'it followed another'],
  [[said('planned'), hit], {}, false, 'nobody says that it happened'],
  [[said('planned', 'actual'), hit], reports('a', 'b'), true, 'one says so'],
  [[denied('no'), hit], {}, false, 'denied by the only one who speaks of it'],
  [[denied('no', 'yes'), hit], reports('a', 'b'), true, 'denied by one'],
  [[denied('no'), toll], {}, true, 'a toll that is denied'],
  [[said('possible'), hit], {}, true, 'one thinks that it did'],
  [[said('actual'), toll], { time: null }, true, 'a toll, at a place'],
  [[said('actual'), toll], { place: null }, true, 'a toll, on a day'],
  [[said('actual'), toll], { time: null, place: null }, true, 'a toll by itself'],
  [[said('actual'), partial], { time: null }, false, 'a part of a toll'],
  [[said('actual'), toll], { time: year }, false, 'the toll of a year'],
  [[said('actual'), toll], { time: month }, true, 'an event looked back on, and a month'],
  [[said('actual', 'actual'), hit], { ...reports('a', 'a'), time: null }, true, 'two accounts, at a place'],
  [[said('actual', 'actual'), hit], { ...reports('a', 'b'), time: null, place: country }, false, 'in a country'],
  [[said('actual'), hit], { type: 'COERCE', mode: 'arrest' }, true, 'an arrest'],
  [[said('actual'), hit], { type: 'COERCE' }, false, 'a camera switched off'],
  [[said('actual', 'actual'), hit], { type: 'COERCE', ...reports('a', 'b') }, false, 'the same in two reports'],
  [[said('actual', 'actual'), hit], { type: 'RETREAT', mode: 'ceasefire', ...reports('a', 'b') }, false, 'a truce'],
  [[said('actual', 'actual'), hit], { type: 'REQUEST', ...reports('a', 'b') }, false, 'words'],
])('%#', (aspects, more, listed, why) => {
  expect(isListed({ ...citedIncident().incident, aspects, ...more }), why).toBe(listed)
})
