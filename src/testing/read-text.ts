// A paragraph -> the article that stages work on.

import { readLanguage } from '../language/language.ts'
import type { ArticleText, Span, Word } from '../types.ts'
import { sharedResources } from './resources.ts'

const { findDrafts } = await sharedResources()

/** Its words as the model reads them. */
export async function readParagraph(text: string): Promise<ArticleText> {
  return (await findDrafts(wordsOf(text))).article
}

/** For properties that hold whatever the words are taken for: all are nouns, and no model reads them. */
export const readNouns = (text: string): ArticleText => asNouns(wordsOf(text))

function asNouns(article: ArticleText<Word>): ArticleText {
  const sentences = article.sentences.map((sentence) => ({
    ...sentence,
    tokens: sentence.tokens.map((word) => ({ ...word, lemma: word.text.toLowerCase(), pos: 'NOUN' })),
  }))
  return { ...article, sentences }
}

function wordsOf(text: string): ArticleText<Word> {
  const span: Span = [0, text.length]
  return readLanguage(text, { span, blocks: [{ kind: 'paragraph', span }] }, 'en').article
}
