// What the model takes for mentions and triggers -> the same without loose ends.

import { expect, it } from 'vitest'
import { eventDraft } from '../../testing/event-draft.ts'
import type { Sentence, Token } from '../../types.ts'
import { indexBySpan } from '../spans.ts'
import { withoutAuxiliaries, withoutLooseEnds } from './loose-ends.ts'

/** "a/DET farm/NOUN": words with their parts of speech. */
function sentenceOf(tagged: string): { text: string; sentence: Sentence } {
  let text = ''
  const tokens = tagged.split(' ').map((word): Token => {
    const [surface, pos] = word.split('/')
    if (text) text += ' '
    const start = text.length
    text += surface
    return { text: surface, lemma: surface, pos, span: [start, text.length] }
  })
  return { text, sentence: { span: [0, text.length], block: 0, tokens } }
}

it.each<[tagged: string, kept: string | null, why: string]>([
  ['a/DET farm/NOUN near/ADP', 'a farm', 'a preposition'],
  ['a/DET deputy/NOUN who/PRON', 'a deputy', 'a relative pronoun'],
  ['of/ADP the/DET dockers/NOUN', 'the dockers', 'a preposition before it'],
  ['a/DET source/NOUN close/ADJ to/ADP', 'a source', 'what is left of a phrase'],
  ['the/DET port/NOUN of/ADP Dol/PROPN', 'the port of Dol', 'inside it is none'],
  ['who/PRON', 'who', 'a pronoun alone'],
  ['of/ADP the/DET', null, 'nothing else'],
  ['were/AUX in/ADP', null, 'nothing at all'],
])('%s -> %s (%s)', (tagged, kept) => {
  const { text, sentence } = sentenceOf(tagged)
  const draft = { span: sentence.span, type: 'person' as const, sure: 1, named: false }
  const found = withoutLooseEnds([draft], indexBySpan([sentence]))
  expect(found.map(({ span }) => text.slice(...span))).toEqual(kept === null ? [] : [kept])
})

it('takes no auxiliary for an event', () => {
  const { text, sentence } = sentenceOf('Four/NUM men/NOUN were/AUX detained/VERB and/CCONJ must/AUX leave/VERB')
  const [were, detained, both, must] = ['were', 'detained', 'were detained', 'must'].map((words) =>
    eventDraft(text, words),
  )
  expect(withoutAuxiliaries([were, detained, both, must], indexBySpan([sentence]))).toEqual([detained, both, must])
})
