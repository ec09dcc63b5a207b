import { expect, it } from 'vitest'
import { turnsElsewhere } from './turns-elsewhere.ts'

it.each<[sentence: string, event: string, turns: boolean]>([
  ['Meanwhile, three were killed in Dol.', 'killed', true],
  ['In the capital meanwhile two people were killed.', 'killed', true],
  ['Elsewhere in the province a child was killed.', 'killed', true],
  ['In a separate incident police shot a man.', 'shot', true],
  ['The raids came as a car bomb wounded ten.', 'wounded', true],
  ['The raids came as a car bomb wounded ten.', 'raids', false],
  ['The attack came two days after gunmen killed a judge.', 'killed', true],
  ['Soldiers came from Dol and killed ten.', 'killed', false],
  ['Three were killed elsewhere in Dol.', 'killed', false],
  ['In another sign of anger, crowds marched.', 'marched', true],
])('%s (%s): %s', (sentence, event, turns) => {
  expect(turnsElsewhere(sentence, sentence.indexOf(event))).toBe(turns)
})
