// A stretch that an event links to -> the parties that it names.

import { expect, it } from 'vitest'
import { indexSpans } from '../spans.ts'
import { partedOf } from './parties.ts'

it.each<[text: string, parties: string[], why: string]>([
  ['more than 2,000 people', ['more than 2,000 people'], 'a comma within a number'],
  ['the embassy, two banks and the newspaper', ['the embassy', 'two banks', 'the newspaper'], 'a list'],
  ['1,200 men, 30 women', ['1,200 men', '30 women'], 'a number, and a list'],
  ['soldiers and police', ['soldiers and police'], 'phrases that do not begin anew'],
])('%s: %j (%s)', (text, parties) => {
  expect(partedOf(text, [0, text.length], indexSpans([])).map((span) => text.slice(...span))).toEqual(parties)
})
