// The log and some documents -> the entries that are about these documents alone: how they came, and what people decided on them, on their
// incidents, on parties that they name and on sources that they cite. What ties them to other documents is left out.

import { documentsOf, partiesOf } from '../../review/decision.ts'
import { type Entry, listEntries } from '../custody/log.ts'
import { type Decided, ENTRIES } from '../decided.ts'
import type { OpenRecord } from '../open.ts'

export function entriesWithin(record: OpenRecord, documents: readonly { number: number; sha256: string }[]): Entry[] {
  const hashes = new Set(documents.map(({ sha256 }) => sha256))
  const { parties, names } = namedIn(record, JSON.stringify(documents.map(({ number }) => number)))
  const isWithin = (decision: Decided['decision']): boolean => {
    if (decision.kind === 'source') return names.has(decision.name)
    if (decision.kind === 'note' && decision.source)
      return names.has(decision.source.name) || parties.has(decision.source.party ?? '')
    if (decision.kind === 'party') return partiesOf(decision).every((key) => parties.has(key))
    return documentsOf(decision).every((sha256) => hashes.has(sha256))
  }
  const kept = new Set<number>()
  const entries: Entry[] = []
  for (const entry of listEntries(record)) {
    const { what, about, detail, number } = entry
    const said = DECIDING.has(what) ? JSON.parse(detail) : null
    const wanted =
      said === null ? hashes.has(about) : said.of === undefined ? isWithin(said.decision ?? said) : kept.has(said.of)
    if (!wanted) continue
    kept.add(number)
    entries.push(entry)
  }
  return entries
}

const DECIDING: ReadonlySet<string> = new Set(ENTRIES)

/** The keys of parties that speak or act in the documents, and the names of their sources and outlets. */
function namedIn({ db }: OpenRecord, numbers: string): { parties: ReadonlySet<string>; names: ReadonlySet<string> } {
  const within = 'document IN (SELECT value FROM json_each(@numbers))'
  const list = (sql: string) => new Set(db.prepare<[{ numbers: string }], string>(sql).pluck().all({ numbers }))
  return {
    parties: list(
      `SELECT party FROM statement_parties WHERE ${within} UNION SELECT party FROM event_parties WHERE ${within}`,
    ),
    names: list(
      `SELECT source FROM statements WHERE source IS NOT NULL AND ${within}
       UNION SELECT outlet FROM articles WHERE outlet IS NOT NULL AND ${within}`,
    ),
  }
}
