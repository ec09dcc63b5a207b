import { expect, test } from 'vitest'
import { TWO_INCIDENTS } from '../../testing/two-incidents.ts'
import type { Aspect, Claim, Incident } from '../../types.ts'
import { decidingIn } from './waiting.ts'

const [BLAST] = TWO_INCIDENTS

const killed = (account: number, low: number, more: Partial<Claim> = {}): Claim => ({
  account,
  event: `v${account}`,
  value: { kind: 'number', low, high: low, approximate: false, group: { of: 'people' } },
  polarity: 'yes',
  text: String(low),
  span: [0, 1],
  passage: [0, 1],
  ...more,
})
const toll = (claims: Claim[], disputes: Aspect['disputes'] = []): Aspect => ({
  name: 'count:killed',
  claims,
  values: [],
  state: disputes.length > 0 ? 'disputed' : 'agreed',
  why: '',
  disputes,
})
const told = (origins: number[], aspects: Aspect[]): Incident => ({
  ...BLAST,
  origins: new Set(origins).size,
  accounts: origins.map((originNumber, at) => ({
    ...BLAST.accounts[0],
    document: `d${at}`,
    event: `v${at}`,
    originNumber,
  })),
  aspects,
})

const CASES: [why: string, incident: Incident, deciding: string[]][] = [
  ['one account: its title is all that is known', told([0], []), ['title 0']],
  ['two origins: the grade falls with either', told([0, 1], []), ['grade 0', 'grade 1']],
  ['an origin that two accounts tell does not fall with one of them', told([0, 1, 1], []), ['grade 0']],
  ['three origins bear each other out without any one of them', told([0, 1, 2], []), []],
  [
    'each end of a toll that one account alone gives',
    told([0, 1, 2], [toll([killed(0, 3), killed(1, 5), killed(2, 5)])]),
    ['toll 0'],
  ],
  ['all agree: nobody decides alone', told([0, 1, 2], [toll([killed(0, 5), killed(1, 5), killed(2, 5)])]), []],
  [
    'what was revised, denied or is a part is no toll',
    told(
      [0, 1, 2],
      [toll([killed(0, 3, { revised: true }), killed(1, 5), killed(2, 5), killed(0, 9, { polarity: 'no' })])],
    ),
    [],
  ],
  [
    'both sides of a dispute before anything else, each once',
    told([0, 1], [toll([killed(0, 3), killed(1, 30)], [{ claims: [0, 1], why: '' }])]),
    ['dispute 0', 'dispute 1'],
  ],
]

test.each(CASES)('%s', (_, incident, deciding) => {
  expect(decidingIn(incident).map(({ decides, account }) => `${decides} ${account}`)).toEqual(deciding)
})
