import { expect, it } from 'vitest'
import type { Token } from '../../types.ts'
import { hearerAfter } from './hearer.ts'

const ROWS: [behind: string, hearer: string | null, said: string, why: string][] = [
  ['AFP/PROPN the/DET rebels had/AUX left/VERB', 'AFP', 'the rebels had left', 'a clause without “that”'],
  ['the/DET AFP/PROPN news agency it/PRON rained/VERB', 'the AFP news agency', 'it rained', 'with its kind'],
  [
    'Dol/PROPN Post/PROPN on/ADP condition of/ADP anonymity that/SCONJ it/PRON rained/VERB',
    'Dol Post',
    'that it rained',
    'with circumstances',
  ],
  ['them/PRON that/SCONJ it/PRON rained/VERB', 'them', 'that it rained', 'a pronoun'],
  ['reporters the/DET dam burst/VERB', 'reporters', 'the dam burst', 'the press'],
  ['the/DET inquiry that/SCONJ it/PRON rained/VERB', 'the inquiry', 'that it rained', 'a body without a name'],
  ['the/DET court in/ADP Dol/PROPN that/SCONJ it/PRON rained/VERB', 'the court', 'that it rained', 'and where it sits'],
  ['Benko/PROPN ’s/PART brother left/VERB', null, '', 'the name goes on'],
  ['the/DET dam burst/VERB', null, '', 'nobody is told'],
  ['AFP/PROPN the/DET truth', null, '', 'nothing is said'],
]

it.each(ROWS)('%s: %s', (behind, hearer, said) => {
  let text = ''
  const tokens = behind.split(' ').map((word): Token => {
    const [surface, pos = 'NOUN'] = word.split('/')
    if (text) text += ' '
    const at = text.length
    text += surface
    return { text: surface, lemma: surface, pos, span: [at, text.length] }
  })
  const found = hearerAfter(tokens, 0)
  expect(found && text.slice(...found.span)).toBe(hearer)
  if (found) expect(text.slice(tokens[found.said].span[0])).toBe(said)
})
