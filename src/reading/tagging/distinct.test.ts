// Statements that the model found, with how sure their cues are -> those that are kept.

import { expect, it } from 'vitest'
import type { Span } from '../../types.ts'
import { distinct, type Found, isWithin } from './distinct.ts'

const TEXT = 'Police said the mayor denied that guards had opened fire, a spokesman told reporters.'

const spanOf = (words: string): Span => {
  const at = TEXT.indexOf(words)
  return [at, at + words.length]
}

const said = (cue: string, content: string, sure: number): Found => ({
  source: [],
  cue: [spanOf(cue)],
  content: [spanOf(content)],
  sure,
})

const POLICE = said('said', 'the mayor denied that guards had opened fire', 0.9)
const MAYOR = said('denied', 'that guards had opened fire', 0.6)
const SPOKESMAN = said('told', 'Police said the mayor denied that guards had opened fire', 0.8)

it.each<[found: Found[], kept: Found[], why: string]>([
  [[POLICE, MAYOR], [POLICE, MAYOR], "a statement within another's words"],
  [[MAYOR, POLICE, SPOKESMAN], [POLICE, MAYOR, SPOKESMAN], 'three deep'],
  [[POLICE, said('told', 'the mayor denied that guards had opened fire', 0.5)], [POLICE], 'two cues of the same words'],
  [
    [said('denied', 'guards had opened fire, a spokesman', 0.9), said('told', 'guards had opened fire', 0.5)],
    [said('denied', 'guards had opened fire, a spokesman', 0.9)],
    'a cue outside',
  ],
])('%#: %s', (found, kept, _why) => {
  expect(distinct(found, 0.5)).toEqual(kept.toSorted((a, b) => a.cue[0][0] - b.cue[0][0]))
})

it('what is mostly outside is not within', () => {
  expect(isWithin(said('denied', 'that guards had opened fire, a spokesman told reporters', 0.9), POLICE)).toBe(false)
  expect(isWithin(MAYOR, POLICE)).toBe(true)
})
