// The draft of an event in its sentence -> when it is said to have happened.

import type { Sentence, Span, Statement, Time } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'

/** The time that the model points at, else the only one of the sentence; never the day on which somebody said so. */
export function timeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  times: SpanIndex<Time>,
  said: Statement | undefined,
): Time | undefined {
  const isDated = ({ type, span }: Time) =>
    (type === 'date' || type === 'time') && !(said && sentence && datesSaying(span, said, sentence))
  for (const span of draft.time) {
    const found = times.touching(span).find(isDated)
    if (found) return found
  }
  const inside = sentence ? times.touching(sentence.span).filter(isDated) : []
  return inside.length === 1 ? inside[0] : undefined
}

/** "The bridge was shelled, the army said on Friday", "said on Friday that": a time beside the cue, and no part of what is said. */
function datesSaying(time: Span, { cue, content }: Statement, { span: [from, to] }: Sentence): boolean {
  const [start, end] = cue[0]
  if (start < from || end > to || time[0] < start) return false
  const goesOn = content.some(([, last]) => start < last && last <= time[0])
  return !goesOn && !content.some(([first, last]) => first <= time[0] && time[1] <= last)
}
