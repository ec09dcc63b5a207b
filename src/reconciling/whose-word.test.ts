// Mentions of one event in an article -> on whose word what the article says in its own voice rests.

import { expect, it } from 'vitest'
import { inventMention, inventTally } from '../testing/invented-account.ts'
import { inventSpot } from '../testing/invented-chain.ts'
import type { Mention } from './mention.ts'
import { onWhoseWord } from './whose-word.ts'
import { wordNumbers } from './words.ts'

const SAID = 'The mayor said that six died.'

/** A mention of the article's own voice, at a word of its sentence, beside one by the mayor. */
function labelOf(sentence: string, trigger: string, more: Partial<Mention> = {}): string {
  const isBeside = sentence === SAID || sentence.includes('mayor')
  const start = isBeside ? 0 : 200
  const at = start + sentence.indexOf(trigger)
  const own = inventMention({
    event: 'v2',
    key: 'd0 1 v2',
    origin: { kind: 'voice', label: 'the report itself', words: [], own: 'd0' },
    sentence: [start, start + sentence.length],
    sentenceText: sentence,
    trigger: [at, at + trigger.length],
    words: wordNumbers(sentence),
    ...more,
  })
  const mayor = inventMention({
    origin: { kind: 'named', label: 'the mayor', words: ['mayor'], own: 'd0' },
    sentence: [0, isBeside ? sentence.length : SAID.length],
    sentenceText: isBeside ? sentence : SAID,
    words: wordNumbers(isBeside ? sentence : SAID),
  })
  const [, found] = onWhoseWord([mayor, own], () => false)
  return found.origin.label
}

const told: Partial<Mention> = {
  place: inventSpot(10, 30),
  when: { first: 1, last: 1, precision: 'day', span: [0, 1] },
  tallies: [inventTally(6, 'people')],
}

it.each<[sentence: string, trigger: string, more: Partial<Mention>, label: string, why: string]>([
  ['Six died in a raid, the mayor said.', 'died', {}, 'the mayor', 'whose sentence it is'],
  ['Six died.', 'died', {}, 'the mayor', 'what he says is said again'],
  ['Rockets hit a clinic on Friday.', 'hit', {}, 'the mayor', 'little: it may be his'],
  [
    'Rockets hit a clinic on Friday, and six bakers fell.',
    'hit',
    told,
    'the report itself',
    'day, place and toll of its own',
  ],
  ['On Friday six died, said someone.', 'died', told, 'the mayor', 'day, place and toll, and his words'],
])('%s "%s": %s (%s)', (sentence, trigger, more, label) => {
  expect(labelOf(sentence, trigger, more)).toBe(label)
})
