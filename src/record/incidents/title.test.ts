import { expect, test } from 'vitest'
import { citedIncident } from '../../testing/cited-incident.ts'
import type { Aspect, Claim, ClaimValue, Incident } from '../../types.ts'
import { gistOf } from './gist.ts'
import { titleOf } from './title.ts'

const ORIGINS = ['officials', 'residents', 'a doctor']

const party = (name: string, more: object = {}): ClaimValue => ({ kind: 'party', name, named: false, ...more })
const means = (means: Extract<ClaimValue, { kind: 'means' }>['means']): ClaimValue => ({ kind: 'means', means })
const status = (status: Extract<ClaimValue, { kind: 'status' }>['status']): ClaimValue => ({ kind: 'status', status })
const place = (name: string, more: object = {}): ClaimValue => ({
  kind: 'place',
  name,
  lat: 34.5,
  lon: 69.2,
  precision: 'settlement',
  country: 'AF',
  ...more,
})
const people = (low: number, high: number | null, more: object = {}): ClaimValue => ({
  kind: 'number',
  low,
  high,
  approximate: false,
  group: { of: 'people' },
  ...more,
})

type Said = ClaimValue | [value: ClaimValue, text: string] | [value: ClaimValue, text: string, more: Partial<Claim>]

/** One claim of each origin, in order. */
const aspect = (name: Aspect['name'], state: Aspect['state'], ...said: Said[]): Aspect => ({
  name,
  state,
  why: '',
  values: [],
  disputes: [],
  claims: said.map((one, account) => {
    const [value, text, more] = Array.isArray(one) ? [one[0], one[1], one[2] ?? {}] : [one, '', {}]
    return { account, event: 'v1', value, polarity: 'yes', text, span: [0, 1], passage: [0, 1], ...more }
  }),
})

const incident = (aspects: Aspect[], more: Partial<Incident> = {}): Incident => {
  const { incident } = citedIncident()
  const [account] = incident.accounts
  return {
    ...incident,
    accounts: ORIGINS.map((origin, originNumber) => ({ ...account, origin, originNumber })),
    aspects,
    ...more,
  }
}

const TITLES: [aspects: Aspect[], more: Partial<Incident>, expected: string, why: string][] = [
  [[], {}, 'Attack in Karim, Afghanistan, 29 April 2024', 'nothing but kind, place and day'],
  [
    [
      aspect('status', 'disputed', status('over'), status('going on'), status('actual')),
      aspect('instrument', 'single', means('air strike')),
    ],
    {},
    'Fighting in Karim, Afghanistan, 29 April 2024',
    'a battle that an air strike helped',
  ],
  [
    [aspect('status', 'agreed', status('actual'), status('actual'), status('going on'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'one of three speaks of a battle',
  ],
  [
    [
      aspect('instrument', 'agreed', means('air strike'), means('air strike')),
      aspect('recipient', 'agreed', party('a religious school'), party('a religious school')),
      aspect(
        'place',
        'agreed',
        place('Karim', { admin1: 'Kunduz' }),
        place('Kunduz', { lat: 36, precision: 'region' }),
      ),
    ],
    {},
    'Air strike on a religious school in Karim, Kunduz, Afghanistan, 29 April 2024',
    'all that is agreed',
  ],
  [
    [aspect('instrument', 'disputed', means('air strike'), means('bomb'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'by what is disputed',
  ],
  [
    [aspect('instrument', 'agreed', means('firearms'), means('bomb'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'two things',
  ],
  [
    [aspect('instrument', 'agreed', means('explosion'), means('bomb'), means('car bomb'))],
    {},
    'Car bombing in Karim, Afghanistan, 29 April 2024',
    'the most exact of what agrees',
  ],
  [
    [aspect('recipient', 'single', party('Five students'))],
    { mode: 'abduct' },
    'Abduction of students in Karim, Afghanistan, 29 April 2024',
    'how many stands below',
  ],
  [
    [aspect('recipient', 'agreed', party('two'), party('two'))],
    {},
    'Attack on two in Karim, Afghanistan, 29 April 2024',
    'a number alone is left',
  ],
  [
    [aspect('recipient', 'disputed', party('fighters'), party('villagers'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'whom is disputed',
  ],
  [
    [aspect('recipient', 'not comparable', party('traders'), party('traders'), party('fighters'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'most name one, but not all speak of the same',
  ],
  [
    [aspect('recipient', 'not comparable', party('a school'), party('a bridge'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'two things, each named once',
  ],
  [
    [aspect('recipient', 'single', [party('the rebels'), '', { polarity: 'no' }])],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'who was not hit',
  ],
  [
    [aspect('place', 'disputed', place('Karim'), place('Qarn', { lat: 30 }))],
    {},
    'Attack in Afghanistan, 29 April 2024',
    'only what contains both',
  ],
  [
    [aspect('place', 'disputed', place('Karim'), place('Qarn', { lat: 30, country: 'PK' }))],
    {},
    'Attack, 29 April 2024',
    'nothing contains both',
  ],
  [
    [aspect('place', 'single', place('Kabul', { admin1: 'Kabul Province' }))],
    { place: { name: 'Kabul', lat: 34.5, lon: 69.2, country: 'AF', precision: 'settlement' } },
    'Attack in Kabul, Afghanistan, 29 April 2024',
    'a province of the same name is not said twice',
  ],
  [
    [aspect('place', 'single', place('Deirek Karim', { admin1: 'Deir ek-Karim' }))],
    { place: { name: 'Deirek Karim', lat: 34.5, lon: 69.2, country: 'AF', precision: 'settlement' } },
    'Attack in Deirek Karim, Afghanistan, 29 April 2024',
    'nor one that is spelled otherwise',
  ],
  [
    [aspect('place', 'single', place('outside Karim', { admin1: 'Karim' }))],
    { place: { name: 'outside Karim', lat: 34.5, lon: 69.2, country: 'AF', precision: 'district' } },
    'Attack outside Karim, Afghanistan, 29 April 2024',
    'nor what is near it',
  ],
  [
    [aspect('place', 'single', place('Old Karim', { admin1: 'Karim' }))],
    { place: { name: 'Old Karim', lat: 34.5, lon: 69.2, country: 'AF', precision: 'settlement' } },
    'Attack in Old Karim, Karim, Afghanistan, 29 April 2024',
    'another place whose name ends alike is another place',
  ],
  [
    [],
    { place: { name: 'Afghan lands', lat: 1, lon: 2, country: 'AF', precision: 'country' } },
    'Attack in Afghanistan, 29 April 2024',
    'a country by its name',
  ],
  [[], { place: null, time: null }, 'Attack', 'nothing else is known'],
  [
    [],
    { place: { name: 'near Karim', lat: 1, lon: 2, country: 'AF', precision: 'district' } },
    'Attack near Karim, Afghanistan, 29 April 2024',
    'a place that says itself how it lies',
  ],
  [
    [],
    { place: { name: 'on the northern outskirts of Karim', lat: 1, lon: 2, country: 'AF', precision: 'district' } },
    'Attack on the northern outskirts of Karim, Afghanistan, 29 April 2024',
    'the same with a word between',
  ],
  [
    [],
    { place: { name: 'MAZAR-E SHARIF', lat: 1, lon: 2, country: 'AF', precision: 'settlement' } },
    'Attack in Mazar-E Sharif, Afghanistan, 29 April 2024',
    'capitals of a dateline',
  ],
  [
    [aspect('place', 'single', place('the capital', { lat: 1, lon: 2, admin1: 'Kabul' }))],
    { place: { name: 'the capital', lat: 1, lon: 2, country: 'AF', precision: 'settlement' } },
    'Attack in Kabul, Afghanistan, 29 April 2024',
    'its name rather than its rank',
  ],
  [
    [aspect('recipient', 'single', party('their husbands'))],
    {},
    'Attack in Karim, Afghanistan, 29 April 2024',
    'whose husbands no title can say',
  ],
  [
    [aspect('time', 'disputed', { kind: 'interval', start: '2024-04-29', end: '2024-04-29', precision: 'day' })],
    {},
    'Attack in Karim, Afghanistan',
    'when is disputed',
  ],
  [
    [],
    { time: { start: '2024-04-28', end: '2024-04-29', precision: 'day' } },
    'Attack in Karim, Afghanistan, 28 to 29 April 2024',
    'a night',
  ],
  [
    [],
    { time: { start: '2024-04-01', end: '2024-04-30', precision: 'month' } },
    'Attack in Karim, Afghanistan, April 2024',
    'a month',
  ],
  [
    [],
    { time: { start: '2024-01-01', end: '2024-12-31', precision: 'year' } },
    'Attack in Karim, Afghanistan, 2024',
    'a year',
  ],
  [
    [],
    { time: { start: '2021-01-01', end: '2024-12-31', precision: 'vague' } },
    'Attack in Karim, Afghanistan',
    'years',
  ],
  [
    [aspect('status', 'single', status('planned'))],
    { type: 'PROTEST', mode: 'demo' },
    'Planned demonstration in Karim, Afghanistan, 29 April 2024',
    'it has not happened',
  ],
  [
    [aspect('status', 'agreed', status('planned'), status('actual'))],
    { type: 'PROTEST', mode: 'demo' },
    'Demonstration in Karim, Afghanistan, 29 April 2024',
    'it has',
  ],
  [
    [],
    { type: 'PROTEST', mode: 'unheard-of' },
    'Protest in Karim, Afghanistan, 29 April 2024',
    'a mode without a word',
  ],
]

test.each(TITLES)('%#: %o %o is called %s: %s', (aspects, more, expected) => {
  expect(titleOf(incident(aspects, more))).toBe(expected)
})

const GISTS: [aspects: Aspect[], expected: string, why: string][] = [
  [[], '', 'nothing to say'],
  [
    [aspect('count:killed', 'agreed', [people(15, 15), '15 people'], [people(15, 15), 'Fifteen'])],
    'Killed: 15.',
    'one number',
  ],
  [
    [
      aspect('count:killed', 'disputed', [people(15, 15), '15 people'], [people(71, null), 'more than 70 people']),
      aspect('recipient', 'disputed', party('fighters', { side: 'fighters' }), party('pupils', { side: 'civilians' })),
    ],
    'Killed: 15 (officials) to more than 70. Whether civilians were hit is disputed.',
    'the two ends, and what is disputed',
  ],
  [
    [aspect('count:killed', 'agreed', [people(24, null), 'dozens of people'], [people(38, 38), '38'])],
    'Killed: dozens to 38.',
    'no dispute, no name',
  ],
  [
    [aspect('count:killed', 'agreed', [people(6, null), 'at least six'], [people(6, 6), '6'])],
    'Killed: at least 6.',
    'one number, once',
  ],
  [
    [aspect('count:killed', 'single', [people(2, 2, { group: { of: 'soldiers', side: 'fighters' } }), 'two soldiers'])],
    'Killed: 2 fighters.',
    'of a group',
  ],
  [
    [aspect('count:killed', 'single', [people(1, 1, { group: { of: 'shepherd', side: 'civilians' } }), 'a shepherd'])],
    'Killed: 1 civilian.',
    'one of a group',
  ],
  [
    [
      {
        ...aspect('status', 'disputed', status('over'), status('going on')),
        disputes: [{ claims: [0, 1], why: '' }],
      },
    ],
    'Whether it is over is disputed.',
    'that it happened, both grant',
  ],
  [
    [
      aspect(
        'count:killed',
        'agreed',
        [people(9, 9), 'nine'],
        [people(3, 3, { part: true }), 'three'],
        [people(5, 5, { group: { of: 'soldiers', side: 'fighters' } }), 'five soldiers'],
      ),
    ],
    'Killed: 9.',
    'no part of it, and no group beside the whole',
  ],
  [
    [aspect('count:killed', 'single', [people(4, 4), '4', { revised: true }], [people(6, 6), '6'])],
    'Killed: 6.',
    'what was taken back is gone',
  ],
  [
    [aspect('count:injured', 'single', [people(40, null), 'at least forty people'])],
    'Injured: at least 40.',
    'words become figures',
  ],
  [
    [aspect('status', 'disputed', status('actual'), [status('actual'), '', { polarity: 'no' }])],
    'Whether it happened is disputed.',
    '',
  ],
  [[aspect('actor', 'disputed', party('rebels'), party('the army'))], 'Who did it is disputed.', ''],
  [
    [aspect('recipient', 'disputed', party('rebels', { side: 'fighters' }), party('people'))],
    'Who was hit is disputed.',
    'no civilians among them',
  ],
]

test.each(GISTS)('%#: %o %s %s', (aspects, expected) => {
  expect(gistOf(incident(aspects))).toBe(expected)
})
