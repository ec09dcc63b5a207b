import { describe, expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'
import { indexBySpan } from '../spans.ts'
import { wholePhrase } from './whole-phrase.ts'

const SENTENCE =
  'Rebels of the Ortega Front burned the cement plant offices on Monday and an empty bus carrying no one near the embassies of Chad with 20 kilos of dynamite.'

// What the model marked, whether nouns behind it belong to it, and what stands there in whole.
const CASES: [string, boolean, string | null, string][] = [
  ['cement plant', true, 'cement plant offices', 'a noun cut through'],
  ['cement plant', false, 'cement plant', 'the caller knows better'],
  ['cement', true, 'cement plant offices', 'a modifier alone'],
  ['empty bus carrying', true, 'empty bus', 'a verb that leads on'],
  ['embassies of', true, 'embassies of Chad', 'what "of" leads to'],
  ['20 kilos of', false, '20 kilos of dynamite', 'a quantity is nothing without its stuff'],
  ['of the Ortega Front', true, 'the Ortega Front', 'a preposition before it'],
  ['Front', true, 'Ortega Front', 'a name cut through'],
  ['Rebels', true, 'Rebels', 'nothing before it'],
  ['offices', true, 'offices', 'a time behind it is none of it'],
  ['empty', false, null, 'no noun is in it'],
]

describe('a part in violence is a whole phrase', async () => {
  const { text, sentences } = await readParagraph(SENTENCE)
  it.each(CASES)('%s, goes on: %s -> %s (%s)', (marked, goesOn, whole) => {
    const start = text.indexOf(marked)
    const found = wholePhrase([start, start + marked.length], indexBySpan(sentences), () => goesOn)
    expect(found && text.slice(...found)).toBe(whole)
  })
})
