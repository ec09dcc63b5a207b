import { expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'
import { indexBySpan } from '../spans.ts'
import { findTimes } from '../times/times.ts'
import { dateBefore } from './time.ts'

it.each<[text: string, trigger: string, value: string | undefined, why: string]>([
  ['The 1986 car bombing killed two.', 'bombing', '1986', 'its year'],
  ['The 12 May 1986 bombing killed two.', 'bombing', '1986-05-12', 'its day'],
  ['She left in 1986 and bombed a train.', 'bombed', undefined, 'a verb behind "and"'],
  ['Her 1986 book that attacked him sold well.', 'attacked', undefined, 'the year of a book'],
  ['Some 1986 soldiers from Karim attacked.', 'attacked', undefined, 'a count'],
  ['In 1986, bombing was rare.', 'bombing', undefined, 'set apart by a comma'],
])('%s "%s": %s (%s)', async (text, trigger, value) => {
  const article = await readParagraph(text)
  const at = text.indexOf(trigger)
  const times = indexBySpan(findTimes(article, { value: '2014-05-20', basis: 'given' }, 'a1'))
  expect(dateBefore(text, [at, at + trigger.length], [0, text.length], times)?.value).toBe(value)
})
