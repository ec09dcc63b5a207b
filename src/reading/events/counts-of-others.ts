// Events and statements -> the events, each without the counts that somebody else gives: "The mayor said that six died in the attack while a nurse
// said that 20 had died".

import type { Count, EventMention, Span, Statement } from '../../types.ts'

export function withoutCountsOfOthers(
  events: readonly EventMention[],
  counts: ReadonlyMap<string, Count>,
  statements: readonly Statement[],
): EventMention[] {
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  return events.map((event) => {
    const own = byId.get(event.statement ?? '')
    if (!own || event.counts.length === 0) return event
    const others = statements.filter(
      (other) => other.source && isSomebodyElse(other, own) && !isWithin(event.trigger, other),
    )
    const isOwn = (id: string) => {
      const count = counts.get(id)
      return !count || !others.some((other) => isWithin(count.span, other) && isNearer(other, own, count.span))
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
