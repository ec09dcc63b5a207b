import { expect, test } from 'vitest'
import type { AspectValue } from '../types.ts'
import { cellsOf } from './incidents.ts'

const value = (words: string, accounts: number[], rest: Partial<AspectValue> = {}): AspectValue => ({
  value: words,
  accounts,
  grounds: accounts.map((account) => ({ account, span: [account, account + 1] })),
  ...rest,
})
const groups = (values: AspectValue[]) => cellsOf({ values }).map(({ account, group }) => [account, group])

test('cells that say the same are of one group, what most say is the first', () => {
  const five = { low: 5, high: 5 }
  const table: [values: AspectValue[], expected: number[][], why: string][] = [
    [
      [value('three', [0], { low: 3, high: 3 }), value('five', [1], five), value('Five people', [2], five)],
      [
        [1, 0],
        [2, 0],
        [0, 1],
      ],
      'numbers, not words',
    ],
    [
      [value('at least 5', [0], { low: 5, high: null }), value('five', [1], five)],
      [
        [0, 0],
        [1, 1],
      ],
      'bounds differ',
    ],
    [
      [value('The army', [0]), value('the army', [1]), value('rebels', [2])],
      [
        [0, 0],
        [1, 0],
        [2, 1],
      ],
      'letters of either case',
    ],
    [[], [], 'nothing said'],
  ]
  for (const [values, expected, why] of table) expect(groups(values), why).toEqual(expected)
})

test('a cell knows its words, and whether they were taken back', () => {
  const [first, second] = cellsOf({
    values: [value('two', [0, 1], { revised: [1], grounds: [{ account: 0, span: [3, 6] }] })],
  })
  expect(first).toMatchObject({ at: [3, 6], revised: false })
  expect(second).toMatchObject({ at: null, revised: true })
})
