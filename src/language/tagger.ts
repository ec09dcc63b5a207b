// Text -> tokens with lemma and part of speech, by winkNLP's English model.

import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { Span, Token } from '../types.ts'

/** Spans count from the start of the text handed in; white space is no token. */
export type Tagger = (text: string) => Token[]

/** Reading costs about 10 microseconds a token; loading about a quarter of a second. */
export function loadTagger(): Tagger {
  const nlp = winkNLP(model, ['pos'])
  const { its } = nlp
  // winkNLP's own types give `its.lemma` the parameters of another kind of function than `out` takes.
  const lemma = its.lemma as unknown as typeof its.value
  return (text) => {
    const words = nlp.readDoc(text).tokens()
    const surfaces = words.out()
    const tags = words.out(its.pos)
    const lemmas = words.out(lemma)
    const tokens: Token[] = []
    let from = 0
    for (let i = 0; i < surfaces.length; i++) {
      const start = text.indexOf(surfaces[i], from)
      // The tokenizer gives odd white space back in another form: what cannot be found again is no word.
      if (start < 0) continue
      from = start + surfaces[i].length
      if (surfaces[i].trim() === '') continue
      // winkNLP has no lemma for some words in capitals, "CANNOT" for one.
      const word = lemmas[i] ?? surfaces[i]
      const token = { span: [start, from] as Span, text: surfaces[i], lemma: word.toLowerCase(), pos: tags[i] }
      const before = tokens.at(-1)
      if (before && isBroken(text, before.span[1], start)) joinTo(before, token, text)
      else tokens.push(token)
    }
    return tokens
  }
}

/** winkNLP breaks words before and behind letters beyond Latin-1: "Stoli" + "ć". */
const isBroken = (text: string, end: number, start: number): boolean =>
  end === start &&
  /\p{L}\p{M}*$/u.test(text.slice(Math.max(0, end - 3), end)) &&
  /^\p{L}/u.test(text.slice(start, start + 2)) &&
  /[^\u0000-\u00ff]/.test(text.slice(end - 1, start + 1))

function joinTo(before: Token, token: Token, text: string): void {
  before.span = [before.span[0], token.span[1]]
  before.text = text.slice(...before.span)
  before.lemma = before.text.toLowerCase()
  if (/^\p{Lu}/u.test(before.text)) before.pos = 'PROPN'
}
