// The draft of an event in its sentence -> the counts that belong to it.

import type { Count, Sentence } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'

/** Categories whose victims are counted. */
const FATES: ReadonlyMap<string, ReadonlySet<Count['fate']>> = new Map([
  ['ASSAULT', new Set<Count['fate']>(['killed', 'injured', 'abducted', 'missing', 'displaced'])],
  ['HAZARD', new Set<Count['fate']>(['killed', 'injured', 'missing', 'displaced'])],
  ['COERCE', new Set<Count['fate']>(['detained', 'displaced'])],
])

/** Counts inside its parties, and those of its sentence that say what became of people in such events. */
export function countsOf(draft: EventDraft, sentence: Sentence | undefined, counts: SpanIndex<Count>): Count[] {
  const parties = [...draft.actor, ...draft.recipient, ...draft.instrument].flatMap((span) => counts.touching(span))
  const fates = FATES.get(draft.type)
  const fated = sentence && fates ? counts.touching(sentence.span).filter(({ fate }) => fate && fates.has(fate)) : []
  return [...new Set([...parties, ...fated])]
}
