// A count with the words behind it -> whether it counts a part of others.

import { expect, it } from 'vitest'
import type { Article, Count } from '../types.ts'
import { talliesIn } from './tallies.ts'

it.each<[text: string, number: string, part: boolean, why: string]>([
  ['Four of the dead had their hands tied.', 'Four', true, 'of those told of before'],
  ['Six of them died on the way.', 'Six', true, ''],
  ['Nine of those 12 were women.', 'Nine', false, 'of a number of its own: "partOf" says so'],
  ['Four of its fighters died.', 'Four of its fighters', false, 'what one side lost'],
  ['Four of its passengers died.', 'Four of its passengers', true, 'of those told of before'],
  ['Four died on the way.', 'Four', false, 'a toll'],
  ['Four of a family died.', 'Four', false, 'of nobody told of before'],
  ['It killed two and eight others.', 'eight others', true, 'the two are not among them'],
])('%s (%s): %s (%s)', (text, number, part) => {
  const from = text.indexOf(number)
  const count: Count = {
    id: 'n1',
    span: [from, from + number.length],
    low: 4,
    high: 4,
    approximate: false,
    of: 'people',
    fate: 'killed',
  }
  const [tally] = talliesIn({ counts: [count] } satisfies Pick<Article, 'counts'> as Article, text)(['n1'])
  expect(tally.part ?? false).toBe(part)
})
