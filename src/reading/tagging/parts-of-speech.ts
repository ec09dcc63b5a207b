// Passages and the words of an article -> the part of speech of each word, which is that of its first piece.

import type { Lemmatizer } from '../../language/lemma.ts'
import type { ArticleText, Token, Word } from '../../types.ts'
import { likeliest } from './links.ts'
import type { PassageRead } from './passage-read.ts'

/**
 * Of the words from the one at `from` on those that the passage answers for.
 * @param words of the whole article, in order
 */
export function* partsOfSpeechIn(read: PassageRead, words: readonly Word[], from: number): Generator<string> {
  const { pieces, keep, scores, heads } = read
  let piece = 0
  for (let at = from; at < words.length && words[at].span[0] < keep[1]; at++) {
    const { span } = words[at]
    while (piece < pieces.ids.length && (pieces.end[piece] <= span[0] || pieces.start[piece] === pieces.end[piece]))
      piece++
    if (piece === pieces.ids.length || pieces.start[piece] >= span[1]) yield UNKNOWN
    // "Don" + "'" + "t" are the pieces of "do" + "n't": neither word has a first piece of its own.
    else if (isNot(words[at]) && pieces.start[piece] < span[0]) yield 'PART'
    else if (isNot(words[at + 1]) && pieces.end[piece] > span[1]) yield 'AUX'
    else yield likeliest(scores, heads, 'upos', piece)
  }
}

const isNot = (word: Word | undefined): boolean => word !== undefined && /^n(?:ot|['’]t)$/i.test(word.text)

/** What is no word to the model: control characters, the inside of a word longer than any. */
const UNKNOWN = 'X'

export function withPartsOfSpeech(
  article: ArticleText<Word>,
  parts: readonly string[],
  lemmatize: Lemmatizer,
): ArticleText {
  const lemmaOf = remembering(lemmatize)
  let next = 0
  const sentences = article.sentences.map(({ span, block, tokens }) => ({
    span,
    block,
    tokens: tokens.map(({ span, text }): Token => {
      const pos = parts[next++] ?? UNKNOWN
      // Field by field: what is copied with `...` and gets two fields more takes five times the memory.
      return { span, text, lemma: lemmaOf(text, pos), pos }
    }),
  }))
  return { ...article, sentences }
}

/** A long text has the same words again and again: the lemma of each is worked out once, and held once. */
function remembering(lemmatize: Lemmatizer): Lemmatizer {
  const known = new Map<string, Map<string, string>>()
  return (text, pos) => {
    const lemmas = known.get(pos) ?? new Map<string, string>()
    known.set(pos, lemmas)
    const lemma = lemmas.get(text) ?? lemmatize(text.toLowerCase(), pos)
    lemmas.set(text, lemma)
    return lemma
  }
}
