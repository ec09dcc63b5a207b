// What the model takes for cues -> whether they are.

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Span, Token } from '../../types.ts'
import { indexCues } from '../statements/cues.ts'
import { isCue } from './cue-words.ts'
import { surroundingsOf } from './surroundings.ts'

const cues = indexCues(JSON.parse(readFileSync(new URL('../../../lexicon/cues.json', import.meta.url), 'utf8')).entries)

/** "(a/DET priest/NOUN) {told/VERB} [a/DET lie/NOUN]": source, cue and content, each word with its part of speech. */
function judged(marked: string, sure: number): boolean {
  const spans = new Map<string, Span>()
  const tokens: Token[] = []
  let text = ''
  for (const word of marked.split(' ')) {
    const [, open = '', tagged = '', close = ''] = /^([[({]*)(.*?)([\])}]*)$/.exec(word) ?? []
    const [surface, pos = 'PUNCT'] = tagged.split('/')
    if (text) text += ' '
    for (const mark of open) spans.set(mark, [text.length, text.length])
    tokens.push({
      text: surface,
      lemma: LEMMAS[surface] ?? surface,
      pos,
      span: [text.length, text.length + surface.length],
    })
    text += surface
    for (const mark of close) {
      const span = spans.get({ ']': '[', ')': '(', '}': '{' }[mark] ?? '')
      if (span) span[1] = text.length
    }
  }
  const near = surroundingsOf({
    text,
    blocks: [],
    sentences: [{ span: [0, text.length], block: 0, tokens }],
    quotations: [],
  })
  const source = spans.get('(')
  const found = {
    source: source ? [source] : [],
    cue: [spans.get('{') ?? [0, 0]] satisfies [Span],
    content: [spans.get('[') ?? [0, 0]] satisfies Span[],
    sure,
  }
  return isCue(found, near, cues)
}

const LEMMAS: Readonly<Record<string, string>> = {
  said: 'say',
  seem: 'seem',
  seems: 'seem',
  ignoring: 'ignore',
  foiled: 'foil',
  sings: 'sing',
  was: 'be',
  wants: 'want',
}

const ROWS: [marked: string, sure: number, is: boolean, why: string][] = [
  ['(Police/NOUN) {said/VERB} [it/PRON rained/VERB]', 0.9, true, 'a verb of speech'],
  ['[It/PRON rained/VERB] , {according/VERB to/ADP} (police/NOUN)', 0.9, true, 'a phrase'],
  ['(BENKO/PROPN) {:} [We/PRON left/VERB]', 0.9, true, 'layout speaks'],
  ['(Police/NOUN) {foiled/VERB} [a/DET plot/NOUN]', 0.6, false, 'a deed'],
  ['(Police/NOUN) {foiled/VERB} [a/DET plot/NOUN]', 0.9, true, 'of which the model is sure'],
  ['(She/PRON) {sings/VERB} [“Come/VERB home/ADV ”]', 0.5, true, 'verbatim words'],
  ['{sings/VERB} [“Come/VERB home/ADV ”]', 0.9, false, 'nobody'],
  ['(The/DET army/NOUN) {was/AUX} [ready/ADJ]', 0.9, false, 'a helping verb alone'],
  ['(The/DET army/NOUN) {fiercely/ADV} [fighting/VERB rebels/NOUN]', 0.9, false, 'an adverb of a headline'],
  ['(The/DET army/NOUN) {seems/VERB} [to/PART wait/VERB]', 0.9, false, 'how it looks'],
  ['(The/DET army/NOUN) {ignoring/VERB} [the/DET raids/NOUN]', 0.9, false, 'what somebody does not do'],
  ['[Ayn/PROPN al-Arab/PROPN] {known/VERB as/ADP} (Kobane/PROPN)', 0.9, false, 'another name'],
  ['(The/DET army/NOUN) {wants/VERB} [peace/NOUN]', 0.7, true, 'a wish'],
  ['(The/DET army/NOUN) {wants/VERB} [peace/NOUN]', 0.5, false, 'of which the model is unsure'],
]

it.each(ROWS)('%s (%d): %s (%s)', (marked, sure, is) => expect(judged(marked, sure)).toBe(is))
