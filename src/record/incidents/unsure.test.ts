import { expect, test } from 'vitest'
import type { Aspect, Claim, UnsureClaim } from '../../types.ts'
import { unsureAnswers } from './unsure.ts'

const unsure = (question: UnsureClaim['question'], text: string, account = 0, why = 'further down'): UnsureClaim => ({
  question,
  account,
  event: 'v1',
  text,
  span: [0, 1],
  why,
})

const actor = (text: string, polarity: Claim['polarity'] = 'yes'): Aspect => ({
  name: 'actor',
  claims: [
    {
      account: 0,
      event: 'v1',
      value: { kind: 'party', name: text, named: false },
      polarity,
      text,
      span: [0, 1],
      passage: [0, 1],
    },
  ],
  values: [],
  state: 'single',
  why: '',
  disputes: [],
})

const inShort = (aspects: Aspect[], claims: UnsureClaim[]) =>
  unsureAnswers({ aspects, unsure: claims }).map(({ question, text, claims }) => [
    question,
    text,
    claims.map(({ account }) => account),
  ])

test('each answer once, with all who give it', () => {
  const table: [claims: UnsureClaim[], expected: unknown[], why: string][] = [
    [
      [unsure('actor', 'the militia', 0), unsure('actor', 'Militia', 3)],
      [['actor', 'the militia', [0, 3]]],
      'article, capitals',
    ],
    [[unsure('actor', 'raiders'), unsure('actor', '“raiders', 1)], [['actor', 'raiders', [0, 1]]], 'a quotation mark'],
    [
      [unsure('actor', 'men'), unsure('recipient', 'men')],
      [
        ['actor', 'men', [0]],
        ['recipient', 'men', [0]],
      ],
      'two questions',
    ],
    [
      [unsure('actor', 'men'), unsure('actor', 'men', 1, 'not sure')],
      [
        ['actor', 'men', [0]],
        ['actor', 'men', [1]],
      ],
      'two reasons',
    ],
  ]
  for (const [claims, expected, why] of table) expect(inShort([], claims), why).toEqual(expected)
})

test('what the incident states is not said again; what it says not to be so is', () => {
  expect(inShort([actor('The militia')], [unsure('actor', 'militia')])).toEqual([])
  expect(inShort([actor('the militia')], [unsure('recipient', 'militia')])).toEqual([['recipient', 'militia', [0]]])
  expect(inShort([actor('the militia', 'no')], [unsure('actor', 'the militia')])).toEqual([
    ['actor', 'the militia', [0]],
  ])
  expect(unsureAnswers({ aspects: [] })).toEqual([])
})
