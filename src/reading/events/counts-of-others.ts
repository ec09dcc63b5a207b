// Events and statements -> the events, each without the counts that somebody else gives: "The mayor said that six died in the attack while a nurse
// said that 20 had died".

import type { Count, EventMention, Span, Statement } from '../../types.ts'
import { indexSpans } from '../spans.ts'

export function withoutCountsOfOthers(
  events: readonly EventMention[],
  counts: ReadonlyMap<string, Count>,
  statements: readonly Statement[],
): EventMention[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const said = indexSpans(statements.flatMap((one) => one.content.map((span) => [span, one] as const)))
  return events.map((event) => {
    const own = byId.get(event.statement ?? '')
    if (!own || event.counts.length === 0) return event
    const isAnothers = (span: Span) =>
      said
        .holding(span)
        .some(
          (other) =>
            other.source && isSomebodyElse(other, own) && !isWithin(event.trigger, other) && isNearer(other, own, span),
        )
    const isOwn = (id: string) => {
      const count = counts.get(id)
      return !count || !isAnothers(count.span)
    }
    return { ...event, counts: event.counts.filter(isOwn) }
  })
}

const isSomebodyElse = ({ source: one }: Statement, { source: other }: Statement): boolean =>
  one?.entity === undefined || one.entity !== other?.entity

const isWithin = ([start, end]: Span, { content }: Pick<Statement, 'content'>): boolean =>
  content.some(([from, to]) => from <= start && end <= to)

/** Of two who say it, the one whose words stand within the other's. */
const isNearer = (one: Statement, other: Statement, span: Span): boolean =>
  !isWithin(span, other) || one.within === other.id
