import { expect, test } from 'vitest'
import { findWords } from './find-words.ts'

const TEXT = 'He said it\nrained. She said (quietly) it snowed.'

const ROWS: [typed: string, near: number, expected: string[] | null, why: string][] = [
  ['it rained', 0, ['it\nrained'], 'a line break is white space'],
  ['said', 0, ['3'], 'the first is nearest'],
  ['said', 40, ['23'], 'the second is nearest'],
  ['He said … it snowed', 0, ['He said', 'it snowed'], 'two parts'],
  ['(quietly)', 0, ['(quietly)'], 'marks are only marks'],
  ['it hailed', 0, null, 'nobody says so'],
  ['He said … it hailed', 0, null, 'half of it is not there'],
  [' … ', 0, [], 'nothing typed'],
  ['', 0, [], 'nothing typed'],
]

test.each(ROWS)('%j near %i: %j, since %s', (typed, near, expected) => {
  const found = findWords(TEXT, typed, near)
  const isPlace = expected?.[0] !== undefined && /^\d+$/.test(expected[0])
  expect(found?.map((span) => (isPlace ? String(span[0]) : TEXT.slice(...span))) ?? null).toEqual(expected)
})
