import { expect, test } from 'vitest'
import { citedIncident } from '../testing/cited-incident.ts'
import type { Article, Aspect, Claim, Incident, NumberValue, Time } from '../types.ts'
import type { CitedIncident } from './cited.ts'
import { countingOnce } from './count-once.ts'
import { tollOf } from './tolls.ts'

type Number = Partial<NumberValue> & { more?: Partial<Claim> }

const number = (low: number, high: number | null = low, more: Number = {}): Number => ({ low, high, ...more })
const civilians = { group: { of: 'villagers', side: 'civilians' } } as const
const fighters = { group: { of: 'soldiers', side: 'fighters' } } as const

const killed = (state: Aspect['state'], numbers: readonly Number[]): Aspect => ({
  name: 'count:killed',
  state,
  why: '',
  values: [],
  disputes: state === 'disputed' ? [{ claims: [0, 1], why: '' }] : [],
  claims: numbers.map(({ more, ...value }, account) => ({
    account,
    event: 'v1',
    value: { kind: 'number', low: 0, high: null, approximate: false, group: { of: 'people' }, ...value },
    polarity: 'yes',
    text: '',
    span: [account, account + 1],
    passage: [0, 1],
    ...more,
  })),
})

/** Each number by an account of its own origin, a day later each. */
function cited(state: Aspect['state'], numbers: readonly Number[], more: Partial<Incident> = {}): CitedIncident {
  const made = citedIncident()
  const [account] = made.incident.accounts
  const accounts = numbers.map((_, at) => ({
    ...account,
    origin: `source ${at}`,
    originNumber: at,
    published: `2024-05-0${at + 1}`,
  }))
  return { ...made, incident: { ...made.incident, accounts, aspects: [killed(state, numbers)], ...more }, accounts: [] }
}

const CASES: [state: Aspect['state'], numbers: Number[], expected: (number | null)[], why: string][] = [
  ['single', [number(15)], [15, 15, 15], 'one number'],
  ['agreed', [number(15), number(15), number(14)], [15, 14, 15], 'what most origins give'],
  ['agreed', [number(12), number(14)], [14, 12, 14], 'a rising toll: the last that was printed'],
  ['disputed', [number(15), number(70)], [null, 15, 70], 'which is right, the record cannot know'],
  ['disputed', [number(15), number(71, null)], [null, 15, null], '"more than 70" has no upper bound'],
  ['agreed', [number(40, null), number(43)], [43, 43, 43], '"at least 40" agrees with 43'],
  ['single', [number(40, null)], [null, 40, null], '"at least 40" alone'],
  ['agreed', [number(24, 99, { approximate: true }), number(38)], [38, 38, 38], 'never the lowest "dozens"'],
  ['agreed', [number(1), number(2)], [2, 1, 2], 'one has died of his wounds'],
  ['agreed', [number(3), number(58), number(58)], [null, null, null], 'nobody disputes it: two events'],
  ['not comparable', [number(3, null), number(58)], [58, 58, 58], '"at least three" agrees with 58'],
  ['single', [number(24, 99, { approximate: true })], [null, null, null], '"dozens" alone'],
  ['single', [number(15, 20)], [null, 15, 20], 'from 15 to 20'],
  ['agreed', [number(9), number(3, 3, { part: true })], [9, 9, 9], 'a part is no toll'],
  ['single', [number(4, 4, { more: { revised: true } }), number(6)], [6, 6, 6], 'what was taken back'],
  ['single', [number(4, 4, { more: { polarity: 'no' } })], [null, null, null], 'what was denied'],
  ['not comparable', [number(9), number(5, 5, fighters)], [9, 9, 9], 'all people go before a group'],
  ['not comparable', [number(3, 3, civilians), number(5, 5, fighters)], [8, 8, 8], 'two groups are added up'],
  ['not comparable', [number(3, 3, civilians), number(5, null, fighters)], [null, 8, null], 'as far as they are known'],
]

test.each(CASES)('%s %j has best, low, high %j: %s', (state, numbers, expected) => {
  const { best, low, high } = tollOf(cited(state, numbers), 'killed')
  expect([best, low, high]).toEqual(expected)
})

test('groups have numbers of their own, and everything is quoted with whose word it is', () => {
  const numbers = [number(3, 3, { ...civilians, more: { text: 'three villagers' } }), number(5, 5, fighters)]
  expect(tollOf(cited('not comparable', numbers), 'killed')).toMatchObject({
    civilians: 3,
    fighters: 5,
    quoted: 'three villagers (source 0); 5 soldiers (source 1)',
  })
  expect(tollOf(cited('single', []), 'injured')).toMatchObject({ best: null, quoted: null })
})

const PLACES: [place: object, time: Partial<Time>, expected: number | null, why: string][] = [
  [{}, {}, 2, 'here and then'],
  [{ lat: 31, lon: 65 }, {}, null, "another town's count"],
  [{ lat: 34.6, lon: 69.3 }, {}, 2, 'a village nearby'],
  [{ lat: 31, lon: 65, precision: 'region' }, {}, 2, 'its province, whose point lies far away'],
  [{}, { start: '2011-01-01', end: '2024-04-30' }, null, "the war's total"],
  [{}, { start: '2024-03-01', end: '2024-03-31' }, null, "last month's raid"],
  [{}, { start: '2024-04-28', end: '2024-04-28' }, 2, 'the night before'],
]

const DAY: Time = { id: 't', span: [0, 1], type: 'date', value: '', precision: 'day', basis: 'absolute' }

test.each(PLACES)('a number that stands with %j %j counts %j: %s', (place, time, expected) => {
  const at = { lat: 34.5, lon: 69.2, precision: 'settlement' as const, confidence: 1, ...place }
  const made = citedIncident({ incident: { aspects: [killed('single', [number(2)])] } })
  const [account] = made.accounts
  const { article } = account.cited
  const told: Article = {
    ...article,
    times: 'start' in time ? [{ ...DAY, ...time }] : [],
    entities: [{ id: 'q', type: 'place', name: 'Qarn', mentions: [], place: at }],
  }
  const mentions = account.mentions.map((mention) => ({
    ...mention,
    place: 'q',
    placeBasis: 'sentence' as const,
    time: 't',
  }))
  const whole = { ...made, accounts: [{ ...account, mentions, cited: { ...account.cited, article: told } }] }
  expect(tollOf(whole, 'killed').best).toBe(expected)
})

test('the dead of one event are exported once: with the incident that has most accounts', () => {
  const [large, small, other] = [
    cited('agreed', [number(50), number(50)], { id: 'i-2' }).incident,
    cited('single', [number(50)], { id: 'i-1' }).incident,
    cited('single', [number(7, 7, { more: { span: [30, 31] } })], { id: 'i-3' }).incident,
  ]
  const counts = countingOnce([small, large, other])
  const isCounted = (incident: Incident) => counts(incident, 'killed', incident.aspects[0].claims[0])
  expect([large, small, other].map(isCounted)).toEqual([true, false, true])
})

test('two events of one article that killed as many are both counted if they were on other days', () => {
  const [one, other] = ['2024-04-28', '2024-04-29'].map((day, at) => {
    const made = cited('single', [number(2, 2, { more: { span: [at * 10, at * 10 + 3] } })], {
      id: `i-${at}`,
      time: { start: day, end: day, precision: 'day' },
    })
    return made.incident
  })
  const counts = countingOnce([one, other])
  expect([one, other].map((incident) => counts(incident, 'killed', incident.aspects[0].claims[0]))).toEqual([
    true,
    true,
  ])
})
