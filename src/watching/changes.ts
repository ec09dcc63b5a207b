// The record -> what was changed in articles after they were first read: every version that says something else than the one before.

import { readingOf } from '../record/documents.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import { listChangedVersions, type Version } from '../record/versions.ts'
import type { Reading } from '../types.ts'
import { articleTextOf, type Difference, differencesOf } from './differences.ts'

export interface Change {
  address: string
  /** When the newer version was found: ISO 8601, UTC. */
  found: string
  /** Ids of the documents. */
  older: string
  newer: string
  title: string | null
  outlet: string | null
  differences: Difference[]
}

/** In the order in which they were found. */
export function* listChanges(record: OpenRecord, scope: Scope = {}): Generator<Change> {
  for (const version of listChangedVersions(record, scope)) {
    const change = changeIn(record, version)
    if (change) yield change
  }
}

/** Null where none of the words was changed, as in the furniture of a page. */
export function changeIn(
  record: OpenRecord,
  { address, receivedAt, document, previous }: Version & { previous: number },
): Change | null {
  const [older, newer] = [readingOf(record, previous), readingOf(record, document)]
  const differences = differencesOf(articleTextOf(older), articleTextOf(newer))
  if (differences.length === 0) return null
  return {
    address,
    found: receivedAt,
    older: older.document.id,
    newer: newer.document.id,
    title: titleOf(newer),
    outlet: newer.articles[0]?.outlet ?? null,
    differences,
  }
}

/** Of its first article that has one. */
export function titleOf({ document: { text }, articles }: Reading): string | null {
  const title = articles.find(({ title }) => title)?.title
  return title
    ? text
        .slice(...title)
        .replace(/\s+/g, ' ')
        .trim()
    : null
}
