// A paragraph -> the article that stages work on, tagged as in a run; no model is loaded.

import { readLanguage } from '../language/language.ts'
import { loadTagger } from '../language/tagger.ts'
import type { ArticleText, Span } from '../types.ts'

const tagger = loadTagger()

export function readParagraph(text: string): ArticleText {
  const span: Span = [0, text.length]
  return readLanguage(text, { span, blocks: [{ kind: 'paragraph', span }] }, { tagger }, 'en').article
}
