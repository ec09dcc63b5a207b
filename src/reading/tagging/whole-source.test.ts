// What the model takes for a source -> the whole phrase.

import { expect, it } from 'vitest'
import { tagged } from '../../testing/tagged.ts'
import type { Span } from '../../types.ts'
import { wholeSource, withoutSource } from './whole-source.ts'

const FOUR = 'It/PRON rained/VERB , four/NUM people who/PRON were/AUX there/ADV said/VERB'
const DOCTOR = 'A/DET doctor who/PRON may/AUX not/PART speak/VERB to/ADP the/DET press said/VERB so/ADV'

it.each<[words: string, found: string, whole: string, why: string]>([
  [FOUR, 'who were there', 'four people who were there', 'a clause without its noun'],
  [FOUR, 'who', 'who', 'the subject of a clause'],
  [FOUR, 'people', 'people', 'a noun'],
  [DOCTOR, 'A doctor who may not speak to', 'A doctor who may not speak to the press', 'a preposition at its end'],
  [DOCTOR, 'A doctor who may not speak', 'A doctor who may not speak', 'no preposition'],
  ['The/DET head of/ADP said/VERB so/ADV', 'The head of', 'The head of', 'no noun behind it'],
])('%s: %s -> %s (%s)', (words, found, whole) => {
  const tokens = tagged(words)
  const text = tokens.map((token) => token.text).join(' ')
  const start = text.indexOf(found)
  const cue = tokens.filter((token) => token.text === 'said').map(({ span }) => span)
  expect(text.slice(...wholeSource([start, start + found.length], tokens, cue))).toBe(whole)
})

it('takes from what is said what the source has taken', () => {
  const content: Span[] = [
    [0, 10],
    [20, 30],
  ]
  expect(withoutSource(content, [[8, 14]])).toEqual([
    [0, 8],
    [20, 30],
  ])
  expect(withoutSource(content, [[22, 24]])).toEqual([
    [0, 10],
    [20, 22],
    [24, 30],
  ])
  expect(withoutSource(content, [])).toEqual(content)
})
