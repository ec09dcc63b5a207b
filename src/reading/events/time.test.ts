import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import { readParagraph } from '../../testing/read-text.ts'
import { indexBySpan } from '../spans.ts'
import { findTimes } from '../times/times.ts'
import { dateBefore, timeOf } from './time.ts'

it.each<[text: string, trigger: string, value: string | undefined, why: string]>([
  ['The 1986 car bombing killed two.', 'bombing', '1986', 'its year'],
  ['The 12 May 1986 bombing killed two.', 'bombing', '1986-05-12', 'its day'],
  ['The May 12, 1986, bombing killed two.', 'bombing', '1986-05-12', 'its day, the year between commas'],
  ['She left in 1986 and bombed a train.', 'bombed', undefined, 'a verb behind "and"'],
  ['She spoke of 1986 as a new bombing killed two.', 'bombing', undefined, 'what happened meanwhile'],
  ['Her 1986 book that attacked him sold well.', 'attacked', undefined, 'the year of a book'],
  ['Some 1986 soldiers from Karim attacked.', 'attacked', undefined, 'a count'],
  ['A judge who lost a leg in 1986 was attacked.', 'attacked', undefined, 'the year of a relative clause'],
  ['In 1986, bombing was rare.', 'bombing', undefined, 'set apart by a comma'],
])('%s "%s": %s (%s)', async (text, trigger, value) => {
  const article = await readParagraph(text)
  const at = text.indexOf(trigger)
  const times = indexBySpan(findTimes(article, { value: '2014-05-20', basis: 'given' }, 'a1'))
  expect(dateBefore(text, [at, at + trigger.length], [0, text.length], times)?.value).toBe(value)
})

it.each<[text: string, trigger: string, pointed: string | null, value: string | undefined, why: string]>([
  ['It was hit on Monday.', 'hit', null, '2014-05-19', 'the only one'],
  [
    'The front on Monday claimed responsibility after a bus was hit.',
    'hit',
    'Monday',
    undefined,
    'the day of the claim',
  ],
  ['Rao on Monday honoured those who were hit.', 'hit', 'Monday', undefined, 'the day of the ceremony'],
  ['Rebels on Monday launched a raid and a bus was hit.', 'hit', 'Monday', '2014-05-19', 'no reaction'],
  ['A post was hit on Sunday, and a bus was burned on Monday.', 'burned', 'Sunday', '2014-05-19', 'its own clause'],
  ['A bus that left on Sunday was hit near Karim.', 'hit', 'Sunday', '2014-05-18', 'no other day'],
  ['A post was hit on Sunday and burned.', 'burned', 'Sunday', '2014-05-18', 'none in its own clause'],
  ['A bus that had left on Sunday was hit near Karim on Monday.', 'hit', 'Sunday', '2014-05-19', 'a relative clause'],
  ['He was killed three days after the vote on 12 May.', 'killed', '12 May', undefined, 'a day to count from'],
  ['He was killed hours after dawn on 12 May.', 'killed', '12 May', '2014-05-12', 'the same day'],
  ['A bus that had left on Sunday was hit near Karim.', 'hit', 'Sunday', undefined, 'the only day is another’s'],
  ['Boys who would turn 18 next year were hit.', 'hit', 'next year', undefined, 'nor is it a year to come'],
  ['Those who hit him on Sunday killed him on Monday.', 'hit', null, '2014-05-18', 'the day right behind it'],
  ['Those who hit him on Sunday killed him on Monday.', 'killed', 'Sunday', '2014-05-19', 'the day right behind it'],
  ['He was hit after those who fought since Sunday died on Monday.', 'hit', null, undefined, 'neither is its own'],
  ['He was hit on Sunday and died on Monday.', 'hit', 'Sunday', '2014-05-18', 'before the other clause'],
  ['They have killed 50 men in the past 15 days.', 'killed', null, 'P15D', 'a stretch with both ends'],
  ['Five years after men killed two clerks, one was hit on Monday.', 'killed', 'Monday', undefined, 'years before'],
  ['Five years after men killed two clerks, one was hit on Monday.', 'hit', 'Monday', '2014-05-19', 'the news'],
  ['Two hours after men killed a clerk, one was hit on Monday.', 'killed', 'Monday', '2014-05-19', 'the same day'],
  ['They fought for 15 days.', 'fought', null, undefined, 'a length of time'],
])('%s "%s" [%s]: %s (%s)', async (text, trigger, pointed, value) => {
  const article = await readParagraph(text)
  const spanOf = (words: string): [number, number] => [text.indexOf(words), text.indexOf(words) + words.length]
  const times = indexBySpan(findTimes(article, { value: '2014-05-20', basis: 'given' }, 'a1'))
  const verbs = ['hit', 'burned', 'left', 'died', 'killed', 'fought'].filter((verb) => text.includes(verb))
  const triggers = indexBySpan(verbs.filter((verb) => verb !== 'left').map((verb) => ({ span: spanOf(verb) })))
  const draft = { ...eventDraft(text, trigger), time: pointed === null ? [] : [spanOf(pointed)] }
  expect(timeOf(draft, article.sentences[0], { times, text, triggers }, undefined)?.value).toBe(value)
})
