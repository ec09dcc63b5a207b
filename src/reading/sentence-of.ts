// An event in its article -> the sentence that its trigger stands in. Readings of older programs name none: there it is the whole block.

import type { Article, EventMention, SentenceSpan } from '../types.ts'

/** `block` is -1 where the trigger stands in none. */
export function sentenceOf(
  { sentence, trigger: [start, end] }: Pick<EventMention, 'sentence' | 'trigger'>,
  { sentences = [], blocks }: Pick<Article, 'sentences' | 'blocks'>,
): SentenceSpan {
  const found = sentence === undefined ? undefined : sentences[sentence]
  if (found) return found
  const block = blocks.findIndex(({ span }) => span[0] <= start && end <= span[1])
  return { span: block < 0 ? [start, end] : blocks[block].span, block }
}
