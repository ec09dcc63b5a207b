import { expect, test } from 'vitest'
import type { AccountAnswer } from '../../src/server/answers.ts'
import { columnsOf } from './columns.ts'
import { answerOf, inWords, type Question, type Stand, whyOf } from './say.ts'

/** What accounts say, told for tests: each source is an origin of its own, and its place in the list its number. */
const accountsOf = (...names: string[]): AccountAnswer[] =>
  names.map((name, at) => ({
    sha256: `${at}`.repeat(64),
    article: 1,
    event: `v${at}`,
    statement: null,
    outlet: 'Northern Wire',
    title: null,
    file: 'wire.txt',
    published: `2024-05-0${at + 1}`,
    origin: name.replace(/^[?!]/, ''),
    originNumber: at,
    chain: [],
    basis: 'first-hand' as const,
    named: !name.startsWith('?'),
    reliability: 'F',
    voice: name.startsWith('!'),
    sentence: '',
    outside: false,
  }))

const says = (...accounts: number[]): Stand['says'] =>
  accounts.map((account) => ({ account, event: `v${account}`, words: '', at: [0, 1], revised: false }))
const stand = (words: string, accounts: number[], rest: Partial<Stand> = {}): Stand => ({
  words,
  source: null,
  denied: false,
  bounds: null,
  isPart: false,
  side: null,
  says: says(...accounts),
  ...rest,
})
const question = (
  name: string,
  state: Question['state'],
  stands: Stand[],
  pairs: Question['pairs'] = [],
): Question => ({
  name,
  state,
  stands,
  pairs,
})
const pair = (one: number, other: number): Question['pairs'][number] => {
  const passage = { account: 0, event: 'v0', at: [0, 1] as [number, number], words: '', mark: null }
  return { stands: [one, other], one: passage, other: passage }
}
const PEOPLE = accountsOf('the army', '?residents', '!Northern Wire', 'Mira Vostrik', 'the mayor')

test('an answer is one plain sentence', () => {
  const table: [question: Question, expected: string, why: string][] = [
    [
      question('status', 'agreed', [stand('it happened', [0, 1, 2, 3])]),
      'It happened, according to the army, Mira Vostrik and 2 more.',
      'names first, an outlet last',
    ],
    [
      question('status', 'disputed', [
        stand('it happened', [1, 2], { side: 0 }),
        stand('it did not happen', [0], { side: 1, denied: true }),
      ]),
      'It happened, according to residents and Northern Wire; it did not happen, according to the army.',
      'both sides',
    ],
    [
      question('status', 'disputed', [
        stand('it happened', [1, 2, 4]),
        stand('it is going on', [0], { side: 0 }),
        stand('it is over', [3], { side: 1 }),
      ]),
      'It is going on, according to the army; it is over, according to Mira Vostrik; it happened, according to the mayor, residents and 1 more.',
      'and what nobody disputes',
    ],
    [question('actor', 'single', [stand('the army', [1])]), 'The army, according to residents alone.', 'told once'],
    [
      question('count:killed', 'agreed', [stand('Two', [1], { isPart: true }), stand('At least 17', [0, 3])]),
      'Killed: at least 17, according to the army and Mira Vostrik; two (a part of the number), according to residents.',
      'a part of a number comes last',
    ],
    [
      question('count:killed', 'single', [
        { ...stand('3', [0]), says: says(0).map((one) => ({ ...one, revised: true })) },
        stand('12', [0]),
      ]),
      'Killed: 12, according to the army alone.',
      'what was revised is not the answer',
    ],
    [
      question('time', 'single', [stand('2024-04-29/2024-04-30', [3])]),
      '29 Apr 2024 to 30 Apr 2024, according to Mira Vostrik alone.',
      'days',
    ],
    [question('actor', 'agreed', []), '', 'nothing said'],
  ]
  for (const [asked, expected, why] of table) expect(answerOf(asked, PEOPLE), why).toBe(expected)
})

test('why is one plain sentence, and never a list of all that was said', () => {
  const twoSides = [stand('three', [0], { side: 0 }), stand('five', [1], { side: 1 })]
  const table: [question: Question, expected: RegExp][] = [
    [question('count:injured', 'disputed', twoSides, [pair(0, 1)]), /^“three” and “five” cannot both be right/],
    [question('status', 'disputed', twoSides, [pair(0, 1)]), /^The two sides cannot both be right/],
    [question('actor', 'agreed', [stand('the army', [0, 1, 3])]), /^3 independent sources say the same/],
    [question('actor', 'single', [stand('the army', [4])]), /rests on the mayor\.$/],
    [question('recipient', 'not comparable', []), /different things/],
  ]
  for (const [asked, expected] of table) {
    expect(whyOf(asked, PEOPLE)).toMatch(expected)
    expect(whyOf(asked, PEOPLE).match(/\./g)).toHaveLength(1)
  }
})

test('words of an answer', () => {
  const table: [name: string, words: string, rest: Partial<Stand>, expected: string][] = [
    ['status', 'it did not happen', { denied: true }, 'it did not happen'],
    ['actor', 'the army', { denied: true }, 'not the army'],
    ['time', '2024-04-29/2024-04-29', {}, '29 Apr 2024'],
    ['count:killed', 'Five people', {}, 'five people'],
    ['actor', 'Army of the South', {}, 'Army of the South'],
  ]
  for (const [name, words, rest, expected] of table) expect(inWords(name, stand(words, [0], rest))).toBe(expected)
})

test('a column for each source; who says nothing else is folded; who is in dispute comes first', () => {
  const questions = [
    question('status', 'agreed', [stand('it happened', [0, 1, 2, 3, 4])]),
    question('actor', 'disputed', [
      stand('the army', [1, 3], { side: 0 }),
      stand('the army', [0], { side: 1, denied: true }),
    ]),
  ]
  const inShort = columnsOf(questions, PEOPLE).map(({ account, folded, stands }) => [
    account.origin,
    folded.map(({ origin }) => origin),
    stands,
  ])
  expect(inShort).toEqual([
    ['the army', ['Northern Wire', 'the mayor'], [[0], [1]]],
    ['residents', ['Mira Vostrik'], [[0], [0]]],
  ])
  const onePlace = PEOPLE.map((account) => ({ ...account, originNumber: 0 }))
  expect(columnsOf(questions, onePlace)).toHaveLength(1)
})
