import { expect, test } from 'vitest'
import type { IncidentHead } from '../../src/server/answers.ts'
import { addressOf, fits, parseAsked } from './filter.ts'

const incident = (rest: Partial<IncidentHead> = {}): IncidentHead => ({
  id: 'i',
  type: 'ASSAULT',
  title: 'Attack',
  gist: '',
  tags: [],
  told: '',
  start: '2024-04-29',
  end: '2024-05-02',
  timePrecision: 'day',
  place: 'Herat',
  lat: 34.3,
  lon: 62.2,
  country: 'AF',
  placePrecision: 'settlement',
  accounts: 1,
  origins: 1,
  disputed: [],
  grade: '3',
  oneUnnamed: false,
  outside: 0,
  ...rest,
})

test('what fits', () => {
  const nowhere = { lat: null, lon: null, place: null }
  const never = { start: null, end: null }
  const table: [asked: string, incident: Partial<IncidentHead>, expected: boolean, why: string][] = [
    ['', {}, true, 'nothing asked'],
    ['type=PROTEST', {}, false, 'another type'],
    ['state=disputed', {}, false, 'not disputed'],
    ['state=disputed', { disputed: ['time'] }, true, 'disputed'],
    ['state=unnamed', { oneUnnamed: true }, true, 'on one unnamed source'],
    ['state=nonsense', {}, true, 'a state that there is not'],
    ['from=2024-05-01', {}, true, 'it goes on into that time'],
    ['from=2024-05-03', {}, false, 'it was over'],
    ['to=2024-04-28', {}, false, 'it had not begun'],
    ['to=2024-04-29', {}, true, 'its first day'],
    ['from=2024-01-01', never, false, 'no date lies in no time'],
    ['box=60,30,65,36', {}, true, 'within'],
    ['box=60,30,62,36', {}, false, 'to the east of it'],
    ['box=60,30,65,36', nowhere, false, 'no place lies nowhere'],
    ['place=Afghanistan', {}, true, 'the server says that it lies inside'],
    ['place=Afghanistan', { id: 'j' }, false, 'the server does not'],
    ['', { id: 'j' }, true, 'no place asked'],
    ['box=1,2,x,4', {}, true, 'no box'],
  ]
  for (const [asked, rest, expected, why] of table)
    expect(fits(parseAsked(new URLSearchParams(asked)), incident(rest), new Set(['i'])), why).toBe(expected)
})

test('until the server has said what lies inside a place, all fits', () => {
  expect(fits(parseAsked(new URLSearchParams('place=Afghanistan')), incident(), null)).toBe(true)
})

test('what was asked comes back from the address', () => {
  for (const search of [
    '',
    '?type=PROTEST&from=2024-01-01&place=Herat',
    '?state=unnamed&to=2024-05-01&box=1.00%2C2.00%2C3.00%2C4.50',
    '?place=Herat&all=yes',
  ])
    expect(addressOf(parseAsked(new URLSearchParams(search)))).toBe(`/incidents${search}`)
})
