// Contents -> the same, from the first word of their sentence where the model left only a word or two of it behind.

import type { Sentence, Span } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'

/** How many words at the head of a sentence a content may have left behind. */
const LEFT_BEHIND = 2

/** "least three depots" is "At least three depots", unless what stands before is the source or the cue. */
export function toSentenceStarts(
  content: readonly Span[],
  others: readonly Span[],
  sentences: SpanIndex<Sentence>,
): Span[] {
  return content.map(([start, end]): Span => {
    const [sentence] = sentences.holding([start, Math.min(start + 1, end)])
    if (!sentence) return [start, end]
    const before = sentence.tokens.slice(0, LEFT_BEHIND + 1).filter(({ span }) => span[0] < start)
    const taken = others.some(([from, to]) => from < start && to > sentence.span[0])
    const words = before.every(({ text }) => /^[\p{L}\p{N}'’-]+$/u.test(text))
    return !taken && words && before.length <= LEFT_BEHIND ? [sentence.tokens[0]?.span[0] ?? start, end] : [start, end]
  })
}
