// The draft of an event in its sentence -> when it is said to have happened.

import type { Sentence, Span, Statement, Time } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'

/** The date right before it; else the time that the model points at, else the only one of the sentence; never the day on which somebody said so. */
export function timeOf(
  draft: EventDraft,
  sentence: Sentence | undefined,
  { times, text }: { times: SpanIndex<Time>; text: string },
  said: Statement | undefined,
): Time | undefined {
  const isDated = ({ type, span }: Time) =>
    (type === 'date' || type === 'time') && !(said && sentence && datesSaying(span, said, sentence))
  const dated = sentence && dateBefore(text, draft.trigger, sentence.span, times)
  if (dated) return dated
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

const YEAR_BEFORE = /\b(?:1[89]\d\d|20\d\d) (?:[\p{L}-]+ ){0,2}$/u
/** "in 1986 and bombed": what follows is no noun that the year belongs to. */
const LEADS_AWAY = /\b(?:and|or|to|but|when|that|who|which) $/i
const REACH_CHARACTERS = 25

/** "the 1986 car bombing" */
export function dateBefore(text: string, [at]: Span, [from]: Span, times: SpanIndex<Time>): Time | undefined {
  const before = text.slice(Math.max(from, at - REACH_CHARACTERS), at)
  const year = YEAR_BEFORE.exec(before)
  if (!year || LEADS_AWAY.test(before)) return undefined
  const start = at - before.length + year.index
  return times.touching([start, start + 4]).find(({ type }) => type === 'date')
}
