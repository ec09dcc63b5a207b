import { expect, test } from 'vitest'
import { findQuote, quoteOf } from './quote.ts'

const TEXT = 'On Monday he said it rained. On Tuesday he said it snowed. Later he said nothing.'
const second = quoteOf(TEXT, [TEXT.indexOf('said it snowed'), TEXT.indexOf('said it snowed') + 4])

const ROWS: [text: string, expected: string | null, why: string][] = [
  [TEXT, 'said it snowed', 'nothing has changed'],
  [`Menu. Home. ${TEXT}`, 'said it snowed', 'it stands further behind'],
  [TEXT.replace('On Monday he said it rained. ', ''), 'said it snowed', 'it stands further ahead'],
  [
    TEXT.replace('it rained', 'that it had rained all day long'),
    'said it snowed',
    'another one is nearer to where it stood',
  ],
  [TEXT.replace('On Tuesday he said it snowed. ', ''), null, 'the same word is there, but not this one'],
  ['', null, 'nothing is there'],
]

test.each(ROWS)('in %j: %s, since %s', (text, expected) => {
  const found = findQuote(text, second)
  expect(found && text.slice(found[0], found[0] + 14)).toBe(expected)
})

test('long words are found whatever stands around them', () => {
  const long = 'a sentence that hardly anybody says twice'
  const quote = quoteOf(`He said ${long} today.`, [8, 8 + long.length])
  expect(findQuote(`Entirely new: ${long}!`, quote)).toEqual([14, 14 + long.length])
  expect(findQuote('Entirely new.', quote)).toBe(null)
  expect(findQuote('anything', { ...quote, words: '' })).toBe(null)
})
