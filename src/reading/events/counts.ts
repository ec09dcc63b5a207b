// The draft of an event in its sentence -> the counts that belong to it.

import type { Count, Entity, EventMention, Sentence, Span } from '../../types.ts'
import { fateOf } from '../counts/fate.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { isElsewhere } from './own-tolls.ts'

/** "A judge who had survived a bombing": whatever became of him since, the bombing did not do it. */
const SURVIVED =
  /\b(?:surviv|escap)\w* (?:an? |the |two |three )?(?:(?!(?:was|were|is|are|had|has|have|been|and|but)\b)[\p{L}-]+ ){0,3}$/iu

/** Categories whose victims are counted. */
const FATES: ReadonlyMap<string, ReadonlySet<Count['fate']>> = new Map([
  ['ASSAULT', new Set<Count['fate']>(['killed', 'injured', 'abducted', 'missing', 'displaced'])],
  ['HAZARD', new Set<Count['fate']>(['killed', 'injured', 'missing', 'displaced'])],
  ['COERCE', new Set<Count['fate']>(['detained', 'displaced'])],
])

/**
 * Counts inside its parties (not of its weapons), and those of its sentence that say what became of people in such events.
 * @param trigger its words: whatever its category, those who were "captured" are counted by it
 */
export function countsOf(
  draft: EventDraft,
  trigger: string,
  sentence: Sentence | undefined,
  counts: SpanIndex<Count>,
  before = '',
): Count[] {
  if (SURVIVED.test(before)) return []
  const ofCategory = FATES.get(draft.type)
  const ofTrigger = fateOf(trigger)
  const fates = ofCategory && ofTrigger ? new Set([...ofCategory, ofTrigger]) : ofCategory
  // "killed four and arrested ten": the four were not arrested.
  const fits = ({ fate }: Count) => fate === undefined || fates === undefined || fates.has(fate)
  const parties = [...draft.actor, ...draft.recipient].flatMap((span) => counts.touching(span))
  const fated = sentence && fates ? counts.touching(sentence.span).filter(({ fate }) => fate && fates.has(fate)) : []
  return [...new Set([...parties.filter(fits), ...nearest(fated, draft.trigger)])]
}

/** Of a sentence with more counts than a report has, an event takes only the nearest: each would take all. */
const MAX_COUNTS = 30

function nearest(counts: Count[], trigger: Span): Count[] {
  if (counts.length <= MAX_COUNTS) return counts
  const near = new Set(counts.toSorted((a, b) => away(a.span, trigger) - away(b.span, trigger)).slice(0, MAX_COUNTS))
  return counts.filter((count) => near.has(count))
}

/**
 * "Soldiers killed three rebels, and a bomb killed two nurses": of two killings, each has the counts of its own victims. "A rocket killed three in
 * Karim, and a drone five in Dol": events of one kind in two places have each the counts nearest to them. Killing and wounding are two sides
 * of one event, wherever the reader places them.
 */
export function withOwnCounts(
  events: readonly EventMention[],
  counts: ReadonlyMap<string, Count>,
  entities: ReadonlyMap<string, Entity>,
  text: string,
): EventMention[] {
  const numbers = new Set([...counts.values()].map(({ span: [start] }) => start))
  /** A number is the trigger where its verb is left out: "three were killed in Karim and [five] in Dol". */
  const fateAt = ({ trigger }: EventMention) =>
    fateOf(text.slice(...trigger)) ?? (numbers.has(trigger[0]) ? GAPPED : null)
  const fates = new Map(events.map((event) => [event, fateAt(event)]))
  const alike = new Map<string, EventMention[]>()
  const keyOf = ({ sentence, type }: EventMention) => `${sentence}-${type}`
  for (const event of events) {
    const beside = alike.get(keyOf(event))
    if (beside) beside.push(event)
    else alike.set(keyOf(event), [event])
  }
  return events.map((event) => {
    const fate = fates.get(event) ?? null
    const others = (alike.get(keyOf(event)) ?? []).filter((other) => {
      const its = fates.get(other) ?? null
      return other !== event && (fate === its || fate === GAPPED || its === GAPPED)
    })
    // "Shelling in Karim killed two, and a drone hit a bus in Dol": whatever each did, the two are not the drone's.
    const place = entities.get(event.place ?? '')
    const strangers = (alike.get(keyOf(event)) ?? []).filter((other) => {
      const its = entities.get(other.place ?? '')
      return place && its && isElsewhere(its, place)
    })
    const elsewhere = others.filter((other) => place && other.place !== undefined && other.place !== event.place)
    const isOwn = (id: string) => {
      const span = counts.get(id)?.span
      if (!span || isVictim(event, span)) return true
      if (strangers.some((other) => isVictim(other, span))) return false
      const own = away(span, event.trigger)
      return (
        !(fate && others.some((other) => isVictim(other, span))) &&
        elsewhere.every(({ trigger }) => away(span, trigger) >= own)
      )
    }
    return others.length === 0 && strangers.length === 0 ? event : { ...event, counts: event.counts.filter(isOwn) }
  })
}

const GAPPED = 'gapped'

const isVictim = ({ participants }: EventMention, [start, end]: Span): boolean =>
  participants.some(({ role, spans }) => role === 'recipient' && spans.some(([from, to]) => from < end && start < to))

const away = ([start, end]: Span, [from, to]: Span): number => Math.max(from - end, start - to, 0)
