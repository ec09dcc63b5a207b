// An incident -> the words of all its mentions, by which a decision finds it again whatever ids a newer reader gives.

import type { Anchor } from '../../review/decision.ts'
import { quoteOf } from '../../review/quote.ts'
import type { Account, Incident, Reading } from '../../types.ts'
import { documentNamed } from '../documents.ts'
import type { OpenRecord } from '../open-record.ts'

export const anchorsOfIncident = (record: OpenRecord, { accounts }: Pick<Incident, 'accounts'>): Anchor[] =>
  accounts.flatMap(accountAnchors(record))

/** The words of all mentions of an account, the one that it is named after first; each document is looked at once. */
export function accountAnchors(record: OpenRecord): (account: Account) => Anchor[] {
  const readings = new Map<string, Reading | null>()
  return ({ document: id, article, event: main, events }) => {
    const known = readings.get(id)
    const reading = known === undefined ? (documentNamed(record, id)?.reading ?? null) : known
    readings.set(id, reading)
    if (!reading) return []
    const { text, sha256 } = reading.document
    const told = reading.articles[article - 1]?.events.filter(({ id }) => events.includes(id)) ?? []
    return told
      .toSorted((a, b) => Number(b.id === main) - Number(a.id === main))
      .map(({ trigger }) => ({ document: sha256, quote: quoteOf(text, trigger) }))
  }
}
