// The statements of an article -> on which of them an event stands, by its trigger and its sentence.

import type { ArticleText, Sentence, Span, Statement } from '../../types.ts'
import { indexSpans, lengthOf } from '../spans.ts'

export function wordsIn(
  { text, quotations }: ArticleText,
  statements: readonly Statement[],
): (trigger: Span, sentence: Sentence | undefined) => Statement | undefined {
  const contents = indexSpans(statements.flatMap((said) => said.content.map((span) => [span, said] as const)))
  const cues = indexSpans(statements.flatMap((said) => said.cue.map((span) => [span, said] as const)))
  const quoted = indexSpans(quotations.flatMap(({ spans }) => spans.map((span) => [span, span] as const)))
  return (trigger, sentence) => {
    const inside = contents.holding(trigger)
    if (inside.length > 0) return inside.toSorted((a, b) => lengthOf(a.content) - lengthOf(b.content))[0]
    const told = sentence ? cues.touching(sentence.span) : []
    return told.find((said) => liesBetween(trigger, said.content)) ?? told.find((said) => isSaidBehind(said, trigger))
  }

  /** "A mine killed two men and hurt a third, the army said": what stands before the source is its word, all of it. */
  function isSaidBehind({ source, cue, content }: Statement, [start, end]: Span): boolean {
    const tail = Math.min(...[...(source?.spans ?? []), ...cue].map(([from]) => from))
    const closes = content.every(([, to]) => to <= tail) && /,\s*$/.test(text.slice(end, tail))
    // Beside verbatim words the rest is the reporter's.
    return end < tail && closes && quoted.touching([start, tail]).length === 0
  }
}

const liesBetween = ([start, end]: Span, content: readonly Span[]): boolean =>
  content.some(([, to]) => to <= start) && content.some(([from]) => from >= end)
