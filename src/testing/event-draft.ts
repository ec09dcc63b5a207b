// Words of a paragraph -> the draft of an event with these words as its parts, and the grounds on which stages settle it; no finder is asked.

import type { Grounds } from '../reading/events/parties.ts'
import { indexBySpan, indexSpans } from '../reading/spans.ts'
import type { EventDraft } from '../reading/tagging/drafts.ts'
import type { ArticleText, Span } from '../types.ts'

export interface Wanted {
  type?: string
  actor?: string
  recipient?: string
  instrument?: string
  status?: EventDraft['status']
}

const spanIn = (text: string, words: string, from = 0): Span => {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`"${words}" is not in "${text}"`)
  return [start, start + words.length]
}

export function eventDraft(text: string, trigger: string, wanted: Wanted = {}): EventDraft {
  const spans = (words: string | undefined): Span[] => (words === undefined ? [] : [spanIn(text, words)])
  return {
    trigger: spanIn(text, trigger),
    type: wanted.type ?? 'ASSAULT',
    status: wanted.status ?? 'actual',
    refers: 0,
    sure: 0.9,
    main: 0.9,
    actor: spans(wanted.actor),
    recipient: spans(wanted.recipient),
    instrument: spans(wanted.instrument),
    place: [],
    time: [],
    parts: [],
  }
}

export const groundsOf = ({ text, sentences }: ArticleText, drafts: readonly EventDraft[]): Grounds => ({
  text,
  sentences: indexBySpan(sentences),
  triggers: indexBySpan(drafts.map(({ trigger }) => ({ span: trigger }))),
  mentions: indexSpans([]),
})
