// The draft of an event in its sentence -> the counts that belong to it.

import type { Count, EventMention, Sentence, Span } from '../../types.ts'
import { fateOf } from '../counts/fate.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'

/** Categories whose victims are counted. */
const FATES: ReadonlyMap<string, ReadonlySet<Count['fate']>> = new Map([
  ['ASSAULT', new Set<Count['fate']>(['killed', 'injured', 'abducted', 'missing', 'displaced'])],
  ['HAZARD', new Set<Count['fate']>(['killed', 'injured', 'missing', 'displaced'])],
  ['COERCE', new Set<Count['fate']>(['detained', 'displaced'])],
])

/**
 * Counts inside its parties, and those of its sentence that say what became of people in such events.
 * @param trigger its words: whatever its category, those who were "captured" are counted by it
 */
export function countsOf(
  draft: EventDraft,
  trigger: string,
  sentence: Sentence | undefined,
  counts: SpanIndex<Count>,
): Count[] {
  const ofCategory = FATES.get(draft.type)
  const ofTrigger = fateOf(trigger)
  const fates = ofCategory && ofTrigger ? new Set([...ofCategory, ofTrigger]) : ofCategory
  // "killed four and arrested ten": the four were not arrested.
  const fits = ({ fate }: Count) => fate === undefined || fates === undefined || fates.has(fate)
  const parties = [...draft.actor, ...draft.recipient, ...draft.instrument].flatMap((span) => counts.touching(span))
  const fated = sentence && fates ? counts.touching(sentence.span).filter(({ fate }) => fate && fates.has(fate)) : []
  return [...new Set([...parties.filter(fits), ...fated])]
}

/** "A rocket killed three in Karim, and a drone five in Dol": events of one kind in two places have each the counts nearest to them. */
export function withOwnCounts(events: readonly EventMention[], counts: ReadonlyMap<string, Count>): EventMention[] {
  const bySentence = new Map<string, EventMention[]>()
  for (const event of events) {
    const key = `${event.sentence}-${event.type}`
    bySentence.set(key, [...(bySentence.get(key) ?? []), event])
  }
  return events.map((event) => {
    const rivals = (bySentence.get(`${event.sentence}-${event.type}`) ?? []).filter(
      ({ place }) => place !== undefined && place !== event.place,
    )
    if (event.place === undefined || rivals.length === 0) return event
    const isNearest = (id: string) => {
      const span = counts.get(id)?.span
      if (!span) return true
      const own = away(span, event.trigger)
      return rivals.every(({ trigger }) => away(span, trigger) >= own)
    }
    return { ...event, counts: event.counts.filter(isNearest) }
  })
}

const away = ([start, end]: Span, [from, to]: Span): number => Math.max(from - end, start - to, 0)
