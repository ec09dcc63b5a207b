// The record -> which mentions of events people say are one event, or are not, by the names that readings give them now.

import { articleAt } from '../../review/decide.ts'
import type { Anchor } from '../../review/decision.ts'
import { eventAt } from '../../review/events.ts'
import { findQuote } from '../../review/quote.ts'
import type { EventName, Grouping, Reading } from '../../types.ts'
import { accountsByHand, type Decided, decisionsAbout, INCIDENTS } from '../decisions.ts'
import { readingOf } from '../documents.ts'
import type { OpenRecord } from '../open-record.ts'
import { numberOf } from '../write.ts'

/** Those that stand, in the order in which they were made, for reconciling. */
export const groupingsOf = (record: OpenRecord): Grouping[] => namedGroupings(record).map(({ after }) => after)

export interface NamedGrouping extends Omit<Decided, 'decision'> {
  after: Grouping
}

/**
 * A mention whose words are not found any more is left out of its group. An account by hand goes with the first mention of the incident that
 * it was added to: who adds one does not say that all its other mentions are one event.
 */
export function namedGroupings(record: OpenRecord): NamedGrouping[] {
  const nameOf = namer(readingsIn(record))
  const named = (groups: readonly (readonly Anchor[])[]): Grouping =>
    groups.map((group) => group.flatMap((anchor) => nameOf(anchor) ?? []))
  return [...decisionsAbout(record, INCIDENTS), ...accountsByHand(record)]
    .filter(({ withdrawn }) => withdrawn === null)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ decision, ...decided }) => {
      if (decision.kind === 'incident') return [{ ...decided, after: named(decision.after) }]
      if (decision.kind !== 'account' || decision.after === null) return []
      const [[first], [own]] = named([
        decision.at,
        [{ document: decision.document, quote: decision.after.event.trigger }],
      ])
      return first && own ? [{ ...decided, after: [[first, own]] }] : []
    })
}

/** Finds a document's reading by its sha256, as people left it, each once. Null if there is no such document. */
export function readingsIn(record: OpenRecord): (sha256: string) => Reading | null {
  const readings = new Map<string, Reading | null>()
  return (sha256) => {
    const known = readings.get(sha256)
    if (known !== undefined) return known
    const document = numberOf(record, sha256)
    const found = document === null ? null : readingOf(record, document)
    readings.set(sha256, found)
    return found
  }
}

export function namer(reading: (sha256: string) => Reading | null): (anchor: Anchor) => EventName | null {
  return ({ document, quote }) => {
    const found = reading(document)
    if (!found) return null
    const at = articleAt(found.document.text, found.articles, [quote])
    const span = findQuote(found.document.text, quote)
    const event = at === null || !span ? null : eventAt(found.articles[at], span)
    return at === null || !event ? null : { document: found.document.id, article: at + 1, event: event.id }
  }
}
