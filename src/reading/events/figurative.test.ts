// What looks like an attack -> whether it is one, or a turn of phrase, sport or fiction.

import { expect, it } from 'vitest'
import { eventDraft, groundsOf } from '../../testing/event-draft.ts'
import { readNouns } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { withoutFigures } from './figurative.ts'

const { deeds } = await sharedResources()

it.each<[text: string, trigger: string, isAttack: boolean, why: string]>([
  ['The minister killed the bill on Monday.', 'killed', false, 'a bill has no life'],
  ['The late goal killed off the contest.', 'killed off', false, 'nor has a contest'],
  ['The mayor came under fire over the budget.', 'under fire', false, 'critics'],
  ['The minister was under fire from union leaders.', 'under fire', false, 'critics'],
  ['The minister came under heavy fire from the opposition.', 'under heavy fire', false, 'critics'],
  ['The goalkeeper saved two shots.', 'shots', false, 'sport'],
  ['The film Attack in Karim opened on Friday.', 'Attack', false, 'a title'],
  ['Her new novel tells how troops shelled a village.', 'shelled', false, 'fiction'],
  ['He had been fired last week by the firm.', 'fired', false, 'dismissed'],
  ['A fired clerk came back on Monday.', 'fired', false, 'dismissed'],
  ['A court sentenced two of them to death.', 'death', false, 'a penalty'],
  ['The death sentence was upheld.', 'death', false, 'a penalty'],
  ['The death of the judge shook them.', 'death', true, 'he died'],
  ['He was fired from his job in May.', 'fired', false, 'dismissed'],
  ['In the film a sniper kills the king.', 'kills', false, 'fiction'],
  [
    'He came under fire in parliament and launched an attack on his critics.',
    'attack',
    false,
    'one quarrel, in two figures',
  ],
  ['The convoy came under fire and rebels launched an attack on the post.', 'attack', true, 'shots'],
  ['A bomb in the film studio killed two.', 'killed', true, 'a building'],
  ['Shots were fired in Karim.', 'fired', true, 'shots'],
  ['They were fired on in Karim.', 'fired', true, 'shot at'],
  ['The rockets that were fired by rebels fell short.', 'fired', true, 'rockets'],
  ['The police fired into the crowd.', 'fired', true, ''],
  ['A man killed the game warden.', 'killed', true, 'a person'],
  ['A man killed the project manager.', 'killed', true, 'a person, by the word behind'],
  ['The convoy came under fire from the hills.', 'under fire', true, 'shots'],
  ['The post was under fire for two hours.', 'under fire', true, 'shots'],
  ['Gunmen shot the goalkeeper in Karim.', 'shot', true, 'armed men'],
  ['Rebels attacked a film crew near Karim.', 'attacked', true, 'a crew, no film'],
  ['A documentary shows how troops shelled a village.', 'shelled', true, 'what was so'],
  ['The filmmaker said that troops shelled a village.', 'shelled', true, 'somebody who says so'],
])('%s "%s": %s (%s)', (text, trigger, isAttack) => {
  const drafts = [eventDraft(text, trigger)]
  expect(withoutFigures(drafts, groundsOf(readNouns(text), drafts), deeds).length).toBe(isAttack ? 1 : 0)
})

it('takes all attacks of a sentence for figures if one is', () => {
  const text = 'The mayor came under fire over the bomb he dropped on tenants.'
  const drafts = [eventDraft(text, 'under fire'), eventDraft(text, 'dropped')]
  expect(withoutFigures(drafts, groundsOf(readNouns(text), drafts), deeds)).toEqual([])
})

it('leaves the shooting by somebody who was dismissed', () => {
  const text = 'A man who was fired last week opened fire at the office.'
  const drafts = [eventDraft(text, 'fired'), eventDraft(text, 'opened fire')]
  expect(withoutFigures(drafts, groundsOf(readNouns(text), drafts), deeds)).toEqual([drafts[1]])
})
