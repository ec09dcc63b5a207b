// The record -> which mentions of events people say are one event, or are not, by the names that readings give them now.

import { BY_HAND } from '../../review/account-by-hand.ts'
import { articleAt } from '../../review/decide.ts'
import type { Anchor, OnAccount, OnIncident } from '../../review/decision.ts'
import { eventAt } from '../../review/events.ts'
import { findQuote } from '../../review/quote.ts'
import type { AccountByHand, EventName, Grouping, Reading } from '../../types.ts'
import { type Decided, INCIDENTS } from '../decided.ts'
import { accountsByHand, accountsProposed, decisionsAbout } from '../decisions.ts'
import { readingOf } from '../documents.ts'
import type { OpenRecord } from '../open-record.ts'
import { numberOf } from '../write.ts'

/** What reconciling takes of what people say of mentions. */
export interface SaidOfMentions {
  groupings: Grouping[]
  byHand: AccountByHand[]
}

/**
 * Those that stand, in the order in which they were made. Accounts by hand are in no grouping: they go with the incident that they were added to,
 * or with the rest of the last group that they were put into.
 */
export function saidOfMentions(record: OpenRecord): SaidOfMentions {
  const reading = readingsIn(record)
  const nameOf = namer(reading)
  const accounts = accountsByHand(record).filter(({ decision }) => isByHand(record, decision.document))
  const decided = new Set(accounts.map(({ decision }) => decision.document))
  const waiting = accountsProposed(record).filter(
    ({ document }) => !decided.has(document) && isByHand(record, document),
  )
  const written = new Set([...decided, ...waiting.map(({ document }) => document)])
  const standing = new Set(
    accounts.filter(({ withdrawn }) => withdrawn === null).map(({ decision }) => decision.document),
  )
  const isWritten = ({ document }: Pick<Anchor, 'document'>): boolean => written.has(document)
  const named = (group: readonly Anchor[]): EventName[] => group.flatMap((anchor) => nameOf(anchor) ?? [])
  const groupings: Grouping[] = []
  const byHand: AccountByHand[] = waiting.map(({ document: sha256 }) => ({
    document: reading(sha256)?.document.id ?? sha256,
    event: null,
    to: [],
  }))
  for (const { decision, withdrawn } of inOrder(record)) {
    if (decision.kind === 'account') {
      const { document: sha256, after, at } = decision
      const event = after && nameOf({ document: sha256, quote: after.event.trigger })
      const to = named(at.filter((anchor) => !isWritten(anchor)))
      const document = reading(sha256)?.document.id ?? sha256
      if (isWritten({ document: sha256 })) byHand.push({ document, event: withdrawn ? null : event, to })
      // What the record held already stays what it is, and is one event with what it was added to.
      else if (withdrawn === null && event && to.length > 0) groupings.push([[to[0], event]])
    } else if (withdrawn === null) {
      groupings.push(decision.after.map((group) => named(group.filter((anchor) => !isWritten(anchor)))))
      for (const group of decision.after) {
        const own = named(group.filter(({ document }) => standing.has(document)))
        const others = named(group.filter((anchor) => !isWritten(anchor)))
        for (const event of own) {
          const to = others.length > 0 ? others : own.slice(0, 1).filter((first) => first !== event)
          byHand.push({ document: event.document, event, to })
        }
      }
    }
  }
  return { groupings, byHand }
}

/** Decisions on which mentions are one event, and accounts by hand, withdrawn or not. */
const inOrder = (record: OpenRecord): Decided<OnAccount | OnIncident>[] =>
  [...decisionsAbout(record, INCIDENTS), ...accountsByHand(record)]
    .flatMap(({ decision, ...one }) =>
      decision.kind === 'account' || decision.kind === 'incident' ? [{ ...one, decision }] : [],
    )
    .sort((a, b) => a.number - b.number)

/** The same words may have been in the record before anybody added them by hand. */
const isByHand = ({ db }: OpenRecord, sha256: string): boolean =>
  db
    .prepare<[string], string>('SELECT origin FROM documents WHERE sha256 = ?')
    .pluck()
    .get(sha256)
    ?.startsWith(BY_HAND) ?? true

/** The mentions of all incidents that anybody merged, divided or confirmed. */
export function mentionsGrouped(record: OpenRecord): EventName[] {
  const nameOf = namer(readingsIn(record))
  return inOrder(record).flatMap(({ decision, withdrawn }) =>
    withdrawn === null && decision.kind === 'incident' ? decision.after.flat().flatMap((one) => nameOf(one) ?? []) : [],
  )
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
