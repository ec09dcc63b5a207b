// The record -> which mentions nobody decided on yet.

import type { Account, Reading } from '../../types.ts'
import { documentsDecided } from '../decisions.ts'
import type { OpenRecord } from '../open-record.ts'

/** Only documents in which people decided something are looked at, each once. */
export function openMentions(
  record: OpenRecord,
  readings: (account: Account) => Reading | null,
): (account: Account, event: string) => boolean {
  const touched = touchedIds(record)
  const settled = new Map<string, ReadonlySet<string>>()
  return (account, event) => {
    const { document } = account
    if (!touched.has(document)) return true
    const known = settled.get(document) ?? settledIn(readings(account))
    settled.set(document, known)
    return !known.has(event)
  }
}

const settledIn = (reading: Reading | null): Set<string> =>
  new Set((reading?.articles ?? []).flatMap(({ events }) => events.flatMap(({ id, decided }) => (decided ? [id] : []))))

function touchedIds(record: OpenRecord): Set<string> {
  const find = record.db.prepare<[string], string>('SELECT id FROM documents WHERE sha256 = ?').pluck()
  return new Set([...documentsDecided(record)].flatMap((sha256) => find.get(sha256) ?? []))
}
