// "Friday/PROPN said/VERB" -> its tokens, for rules that need parts of speech and no model.

import type { Token } from '../types.ts'

/** @param tagged words with their parts of speech; a word without one is a proper noun if it has a capital, a mark or a noun otherwise */
export function tagged(words: string): Token[] {
  let at = 0
  return words.split(' ').map((word): Token => {
    const [, text, pos] = /^(.+?)(?:\/([A-Z]+))?$/.exec(word) ?? []
    const span: Token['span'] = [at, at + text.length]
    at += text.length + 1
    return { text, span, lemma: text.toLowerCase(), pos: pos ?? guess(text) }
  })
}

const guess = (text: string): string => (/^\p{Lu}/u.test(text) ? 'PROPN' : /\p{L}/u.test(text) ? 'NOUN' : 'PUNCT')
