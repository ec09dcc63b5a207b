import { expect, it } from 'vitest'
import { isGeneral } from './general.ts'

it.each<[string, string, boolean, string]>([
  ['Dol is regularly shelled by both sides.', 'shelled', true, 'a habit'],
  ['Gunmen have often attacked convoys near Dol.', 'attacked', true, ''],
  ['Since then thousands have been killed.', 'killed', true, 'all since some time'],
  ['Torva has been locked in a war since March 2011.', 'war', true, ''],
  ['The town has been besieged since mid-2012.', 'besieged', true, ''],
  ['Four reporters were killed since the revolt in Torva began.', 'killed', true, ''],
  ['Raids have killed scores of farmers in recent weeks.', 'killed', true, ''],
  ['The five-year conflict has killed thousands.', 'killed', true, ''],
  ['A bomb killed nine people in Dol on Monday.', 'killed', false, 'one event'],
  ['A bomb killed a boy of 17 and a five-year-old girl.', 'killed', false, 'an age is no length of a war'],
  ['Fighting has gone on in Dol since Thursday.', 'Fighting', false, 'since a day'],
  ['Nine were killed in the last 24 hours.', 'killed', false, 'a day'],
  [
    'Nine people were killed on Monday when shells hit the old market of Dol, a town that is often visited.',
    'killed',
    false,
    'what is often is far from what happened',
  ],
])('%s %s', (sentence, trigger, expected) => {
  const from = sentence.indexOf(trigger)
  expect(isGeneral(sentence, [from, from + trigger.length])).toBe(expected)
})
