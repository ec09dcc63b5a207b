import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeReading } from '../testing/made-reading.ts'
import type { Reading } from '../types.ts'
import { articleTextOf, differencesOf } from './differences.ts'

const CASES: [older: string, newer: string, expected: [removed: string, added: string][], why: string][] = [
  ['Two people were killed.', 'Two people were killed.', [], 'the same'],
  ['Two people  were\nkilled.', 'Two people were killed.', [], 'white space alone'],
  ['Two people were killed.', 'Four people were killed.', [['Two', 'Four']], 'a figure'],
  ['He said so. Police denied it.', 'He said so.', [['Police denied it.', '']], 'a denial taken out'],
  ['He said so.', 'He said so. Police denied it.', [['', 'Police denied it.']], 'a denial put in'],
  [
    'Two people were killed on Monday in the old town by the river, the mayor of the place said.',
    'Four people were killed on Monday in the old town by the river, the mayor of the town said.',
    [
      ['Two', 'Four'],
      ['place', 'town'],
    ],
    'two changes far apart',
  ],
  [
    'at least two people were hurt',
    'some four people were hurt',
    [['at least two', 'some four']],
    'neighbours are one',
  ],
  [
    'two men and three women',
    'four men and five women',
    [['two men and three', 'four men and five']],
    'with little between',
  ],
]

test.each(CASES)('%s -> %s', (older, newer, expected) => {
  expect(differencesOf(older, newer).map(({ removed, added }) => [removed, added])).toEqual(expected)
})

const ofPage = (...blocks: string[]): Reading => {
  const made = makeReading(blocks.join('\n'))
  return made.reading
}

const differ = (older: string, newer: string): boolean => {
  const [one, other] = [older, newer].map((line) => articleTextOf(ofPage('The quay is shut, he said.', line)))
  return differencesOf(one, other).length > 0
}

test.each([
  ['Updated 5 minutes ago', 'Updated 2 hours ago'],
  ['5 minutes ago', 'an hour ago'],
  ['By Zoë Hart | 3 May 2026 | Updated 3 May 2026 08:40', 'By Zoë Hart | 3 May 2026 | Updated 4 May 2026 11:05'],
  ['Last modified: 3 May 2026, 10:40 GMT', 'Last modified: 3 May 2026, 12:02 GMT'],
  ['Updated: Mon., 4 May at 9:15 a.m.', 'Updated: Tue., 5 May at 10:00 p.m.'],
])('when it was updated is no change: %s -> %s', (older, newer) => {
  expect(differ(older, newer)).toBe(false)
})

test.each([
  ['By Zoë Hart | 3 May 2026', 'By Zoë Hart | 4 May 2026'],
  ['Updated with the toll of nine', 'Updated with the toll of ten'],
  ['The army left two hours ago, he said.', 'The army left three hours ago, he said.'],
  ['Updated: nine were hurt', 'Updated: ten were hurt'],
  ['By Zoë Hart | Updated 3 May 2026', 'By Jo Bo | Updated 4 May 2026'],
])('a change all the same: %s -> %s', (older, newer) => {
  expect(differ(older, newer)).toBe(true)
})

test('the words around it', () => {
  const [difference] = differencesOf('a b c d e f g two h i', 'a b c d e f g four h i')
  expect(difference).toEqual({ before: 'b c d e f g', removed: 'two', added: 'four', after: 'h i' })
})

test('what was removed and added accounts for every word; equal texts alone have no difference', () => {
  const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 30 })
  fc.assert(
    fc.property(words, words, (older, newer) => {
      const differences = differencesOf(older.join(' '), newer.join(' '))
      const length = (text: string) => (text === '' ? 0 : text.split(' ').length)
      const sum = differences.reduce((all, { removed, added }) => all + length(added) - length(removed), 0)
      expect(older.length + sum).toBe(newer.length)
      expect(differences.length === 0).toBe(older.join(' ') === newer.join(' '))
    }),
  )
})

test('two long texts without anything in common are one difference, and not twenty thousand squared comparisons', () => {
  const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join(' ')
  expect(differencesOf(long('a'), long('b'))).toHaveLength(1)
})

test('two very long texts, too', () => {
  const [older, newer] = ['a ', 'b '].map((word) => word.repeat(200_000).trim())
  expect(differencesOf(older, newer)).toEqual([{ before: '', removed: older, added: newer, after: '' }])
})
