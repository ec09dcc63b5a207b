// Sentences that end with their source -> statements, where the model found none.

import { expect, it } from 'vitest'
import type { Token } from '../../types.ts'
import { withClosing } from './closing.ts'
import type { Found } from './distinct.ts'

/** "a/DET priest/NOUN": words with their parts of speech. */
function articleOf(tagged: string) {
  const tokens: Token[] = []
  let text = ''
  for (const word of tagged.split(' ')) {
    const [surface, pos = 'PUNCT'] = word.split('/')
    if (text && pos !== 'PUNCT') text += ' '
    tokens.push({ text: surface, lemma: surface.toLowerCase(), pos, span: [text.length, text.length + surface.length] })
    text += surface
  }
  return {
    text,
    blocks: [],
    quotations: [],
    sentences: [{ span: [0, text.length] as [number, number], block: 0, tokens }],
  }
}

const SAID = 'The/DET raid/NOUN cost/NOUN two/NUM lives/NOUN ,'

it.each([
  [
    `${SAID} a/DET priest/NOUN told/VERB this/DET station/NOUN by/ADP telephone/NOUN .`,
    ['a priest | told | The raid cost two lives'],
    'and to whom, and how',
  ],
  [`${SAID} police/NOUN said/VERB in/ADP Dol/PROPN .`, ['police | said | The raid cost two lives'], 'and where'],
  [`${SAID} police/NOUN said/VERB that/SCONJ it/PRON rained/VERB .`, [], 'what is said comes behind'],
  [
    `${SAID} four/NUM people/NOUN who/PRON were/AUX there/ADV told/VERB this/DET station/NOUN .`,
    ['four people who were there | told | The raid cost two lives'],
    'whoever a clause tells more of',
  ],
  [`${SAID} people/NOUN who/PRON had/AUX left/VERB .`, [], 'a clause and no verb of speech'],
  [`${SAID} police/NOUN left/VERB .`, [], 'no verb of speech'],
  [
    'When/SCONJ the/DET bridge/NOUN fell/VERB ,/PUNCT Petrova/PROPN said/VERB nothing/PRON .',
    [],
    'a clause that leads up to the saying',
  ],
  ['After/ADP a/DET long/ADJ night/NOUN ,/PUNCT Petrova/PROPN told/VERB a/DET lie/NOUN .', [], 'nothing is said'],
])('%s', (tagged, expected) => {
  const article = articleOf(tagged)
  const words = (spans: readonly [number, number][]) => spans.map((span) => article.text.slice(...span)).join(' ... ')
  expect(
    withClosing([], article).map(({ source, cue, content }) => [source, cue, content].map(words).join(' | ')),
  ).toEqual(expected)
})

it('leaves alone what the model found', () => {
  const article = articleOf(`${SAID} police/NOUN said/VERB in/ADP Dol/PROPN .`)
  const at = article.text.indexOf('said')
  const known: Found[] = [{ source: [], cue: [[at, at + 4]], content: [[0, 5]], sure: 0.5 }]
  expect(withClosing(known, article)).toEqual(known)
})
