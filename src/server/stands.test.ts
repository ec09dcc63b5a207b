import { expect, test } from 'vitest'
import type { Aspect, Claim, ClaimedStatus, ClaimValue } from '../types.ts'
import { questionOf } from './stands.ts'

const claim = (account: number, text: string, value: ClaimValue, rest: Partial<Claim> = {}): Claim => ({
  account,
  event: `v${account}`,
  value,
  polarity: text.startsWith('not ') ? 'no' : 'yes',
  text: text.replace(/^not /, ''),
  span: [account, account + 1],
  passage: [0, 9],
  ...rest,
})
const number = (account: number, text: string, low: number, high: number | null = low, rest: Partial<Claim> = {}) =>
  claim(account, text, { kind: 'number', low, high, approximate: false, group: { of: 'people' } }, rest)
const party = (account: number, text: string, key?: string) =>
  claim(account, text, {
    kind: 'party',
    name: text.replace(/^not /, ''),
    named: false,
    ...(key === undefined ? {} : { party: key }),
  })
const PAGES: Readonly<Record<string, string>> = {
  'body army ML': 'the army (Mali)',
  'body army NE': 'the army (Niger)',
}

/** "A|a: 0, 1": what is said, on which side, by which accounts. */
const standsOf = (name: Aspect['name'], claims: Claim[], pairs: [number, number][] = []) => {
  const disputes = pairs.map((claims) => ({ claims, why: '' }))
  const quote = ({ account, event, span }: Claim) => ({ account, event, at: span, words: '', mark: null })
  const state = pairs.length > 0 ? 'disputed' : 'agreed'
  return questionOf({ name, state, claims, disputes, values: [], why: '' }, quote, (key) => PAGES[key] ?? null)
}
const inShort = ({ stands }: ReturnType<typeof standsOf>) =>
  stands.map(
    ({ words, denied, side, says }) =>
      `${denied ? 'not ' : ''}${words}${side === null ? '' : ` (${side})`}: ${says.map(({ account }) => account)}`,
  )

test('what is the same is said once; what contradicts nothing takes no side', () => {
  const table: [answer: ReturnType<typeof standsOf>, expected: string[], why: string][] = [
    [
      standsOf('count:killed', [number(0, 'five', 5), number(1, 'Five people', 5), number(2, 'at least 5', 5, null)]),
      ['five: 0,1', 'at least 5: 2'],
      'numbers and not words; other bounds are another answer',
    ],
    [
      standsOf(
        'actor',
        [party(0, 'The army'), party(1, 'army'), party(2, 'not the army'), party(3, 'rebels')],
        [[0, 2]],
      ),
      ['The army (0): 0,1', 'not the army (1): 2', 'rebels: 3'],
      'who denies it is the other side; a third answer takes none',
    ],
    [
      standsOf(
        'count:killed',
        [number(0, '3', 3), number(1, '9', 9), number(2, 'at least 8', 8, null), number(3, '20', 20)],
        [
          [0, 1],
          [0, 2],
          [0, 3],
          [1, 3],
        ],
      ),
      ['3 (0): 0', '9 (1): 1', 'at least 8 (1): 2', '20 (2): 3'],
      'what does not contradict each other is one side',
    ],
    [
      standsOf('status', [claim(0, '', { kind: 'status', status: 'going on' })]),
      ['it is going on: 0'],
      'a status is said in words',
    ],
    [
      standsOf('time', [
        claim(0, 'Monday', { kind: 'interval', start: '2024-04-29', end: '2024-04-29', precision: 'day' }),
      ]),
      ['2024-04-29/2024-04-29: 0'],
      'days are written by the page',
    ],
    [standsOf('actor', []), [], 'nothing said'],
  ]
  for (const [answer, expected, why] of table) expect(inShort(answer), why).toEqual(expected)
})

test('an answer knows its words, and whether they were taken back; a pair knows its answers', () => {
  const { stands, pairs } = standsOf(
    'count:killed',
    [number(0, '2', 2), number(1, '4', 4, 4, { revised: true })],
    [[0, 1]],
  )
  expect(stands[0].says).toEqual([{ account: 0, event: 'v0', words: '2', at: [0, 1], revised: false }])
  expect(stands[1].says).toMatchObject([{ account: 1, revised: true }])
  expect(pairs).toMatchObject([{ stands: [0, 1], one: { account: 0 }, other: { account: 1 } }])
})

test('whether it happened is said in words', () => {
  const status = (account: number, status: ClaimedStatus, polarity: Claim['polarity'] = 'yes') =>
    claim(account, status, { kind: 'status', status }, { polarity })
  const { stands } = standsOf('status', [status(0, 'going on'), status(1, 'actual', 'no')], [[0, 1]])
  expect(stands.map(({ words }) => words)).toEqual(['it is going on', 'it did not happen'])
})

test('a party that speaks in reports has its page; not one that never does, nor an answer that is two parties', () => {
  const pagesOf = (...claims: Claim[]) => standsOf('actor', claims).stands.map(({ source }) => source)
  const table: [found: (string | null)[], expected: (string | null)[], why: string][] = [
    [pagesOf(party(0, 'The army', 'body army ML'), party(1, 'army')), ['the army (Mali)'], 'it speaks'],
    [pagesOf(party(0, 'the militia', 'body militia ML')), [null], 'it never speaks'],
    [pagesOf(party(0, 'gunmen')), [null], 'it is no party of the registry'],
    [pagesOf(party(0, 'the army', 'body army ML'), party(1, 'the army', 'body army NE')), [null], 'two armies'],
    [standsOf('count:killed', [number(0, 'five', 5)]).stands.map(({ source }) => source), [null], 'no party at all'],
  ]
  for (const [found, expected, why] of table) expect(found, why).toEqual(expected)
})
