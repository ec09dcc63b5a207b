// What somebody said, each word with its part of speech -> the statements in it: "source | cue | content".

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Span, Token } from '../../types.ts'
import { indexCues } from '../statements/cues.ts'
import { innerOf } from './inner.ts'
import { surroundingsOf } from './surroundings.ts'

const cues = indexCues(JSON.parse(readFileSync(new URL('../../../lexicon/cues.json', import.meta.url), 'utf8')).entries)
const LEMMAS = new Map([
  ...cues.forms,
  ['was', 'be'],
  ['is', 'be'],
  ['were', 'be'],
  ['plans', 'plan'],
  ['fears', 'fear'],
])

const ROWS: [said: string, inner: string[], why: string][] = [
  [
    'Residents/NOUN said/VERB the/DET army/NOUN had/AUX left/VERB',
    ['Residents | said | the army had left'],
    'a clause without “that”',
  ],
  [
    'the/DET mayor/NOUN told/VERB him/PRON that/SCONJ it/PRON rained/VERB',
    ['the mayor | told | that it rained'],
    'and whom',
  ],
  [
    'Benko/PROPN said/VERB on/ADP Tuesday/PROPN that/SCONJ it/PRON rained/VERB',
    ['Benko | said | that it rained'],
    'and when',
  ],
  ['we/PRON hope/VERB to/PART leave/VERB', ['we | hope | to leave'], 'an aim'],
  ['they/PRON had/AUX rejected/VERB the/DET plan/NOUN', ['they | had rejected | the plan'], 'a deed by words'],
  [
    'they/PRON were/AUX told/VERB that/SCONJ it/PRON rained/VERB',
    [' | were told | that it rained'],
    'nobody says who told',
  ],
  ['his/PRON final/ADJ plea/NOUN to/PART stop/VERB the/DET war/NOUN', ['his | plea | to stop the war'], 'whose noun'],
  [
    'there/PRON are/AUX fears/NOUN that/SCONJ it/PRON spreads/VERB',
    [' | fears | that it spreads'],
    'a noun and its clause',
  ],
  ['there/PRON are/AUX fears/NOUN that/PRON will/AUX pass/VERB', [], 'which fears'],
  ['there/PRON are/AUX plans/NOUN to/PART leave/VERB', [], 'anybody’s plans'],
  ['I/PRON would/AUX say/VERB that/SCONJ it/PRON rained/VERB', [], 'nothing is said yet'],
  ['it/PRON failed/VERB to/PART say/VERB that/SCONJ it/PRON rained/VERB', [], 'no subject of its own'],
  ['soldiers/NOUN shelled/VERB the/DET town/NOUN', [], 'a deed'],
  ['nobody/PRON said/VERB that/SCONJ it/PRON rained/VERB', [], 'nobody says so'],
]

it.each(ROWS)('%s', (said, expected) => {
  let text = 'He said '
  const tokens = said.split(' ').map((word): Token => {
    const [surface, pos] = word.split('/')
    const at = text.length
    text += `${surface} `
    return { text: surface, lemma: LEMMAS.get(surface) ?? surface, pos, span: [at, at + surface.length] }
  })
  const content: Span = [8, text.length - 1]
  const near = surroundingsOf({
    text,
    blocks: [],
    sentences: [{ span: [0, text.length], block: 0, tokens }],
    quotations: [],
  })
  const found = innerOf({ source: [[0, 2]], cue: [[3, 7]], content: [content], sure: 1 }, near, cues)
  const words = (spans: readonly Span[]) => spans.map((span) => text.slice(...span)).join(' ... ')
  expect(found.map((one) => [one.source, one.cue, one.content].map(words).join(' | '))).toEqual(expected)
})
