// The addresses that are watched: added, found when they are due, and written back once they were asked.

import { breakSeal } from './custody/seal.ts'
import type { OpenRecord } from './open-record.ts'

export interface Watched {
  /** Web address or path. */
  address: string
  /** Asked on and on; asked again a few times after it was read; seen in a folder. */
  role: 'source' | 'article' | 'file'
  host: string | null
  version_from: string | null
  etag: string | null
  last_modified: string | null
  answers: number
  failures: number
  /** ISO 8601, UTC. */
  asked_at: string | null
  due_at: string | null
}

export const newlyWatched = (fields: Pick<Watched, 'address' | 'role' | 'host' | 'due_at'>): Watched => ({
  version_from: null,
  etag: null,
  last_modified: null,
  answers: 0,
  failures: 0,
  asked_at: null,
  ...fields,
})

const COLUMNS = [
  'address',
  'role',
  'host',
  'version_from',
  'etag',
  'last_modified',
  'answers',
  'failures',
  'asked_at',
  'due_at',
] as const satisfies readonly (keyof Watched)[]

const INSERT = `INSERT INTO watched (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((name) => `@${name}`).join(', ')})`

/** Within a transaction. What is watched already stays as it stands. @param foundIn null if the user names it */
export function addWatched(record: OpenRecord, row: Watched, foundIn: string | null): void {
  const { db } = record
  breakSeal(record)
  db.prepare(`${INSERT} ON CONFLICT (address) DO NOTHING`).run(row)
  db.prepare('INSERT INTO watched_for VALUES (?, ?, ?) ON CONFLICT DO NOTHING').run(
    row.address,
    foundIn ?? '',
    row.role,
  )
}

export function writeWatched(record: OpenRecord, row: Watched): void {
  breakSeal(record)
  const set = COLUMNS.filter((name) => name !== 'address').map((name) => `${name} = @${name}`)
  record.db.prepare(`${INSERT} ON CONFLICT (address) DO UPDATE SET ${set.join(', ')}`).run(row)
}

export const findWatched = ({ db }: OpenRecord, address: string): Watched | null =>
  db.prepare<[string], Watched>('SELECT * FROM watched WHERE address = ?').get(address) ?? null

/** All that the user ever named. */
export const listNamed = ({ db }: OpenRecord): string[] =>
  db
    .prepare<[], { address: string }>("SELECT address FROM watched_for WHERE found_in = '' ORDER BY address")
    .all()
    .map(({ address }) => address)

/**
 * Of each host the address that is due first, among those that were named and all that was found in them.
 * @param notSince leaves out what was asked since then: ISO 8601, UTC
 * @param articles false leaves out all but sources
 */
export const soonestOfHosts = (
  { db }: OpenRecord,
  named: readonly string[],
  { notSince, articles }: { notSince: string | null; articles: boolean },
): Watched[] =>
  db
    .prepare<[string, string | null, string | null, 0 | 1], Watched & { first: string }>(
      `WITH RECURSIVE sources (address) AS (
         SELECT value FROM json_each(?)
         UNION SELECT f.address FROM sources s JOIN watched_for f ON f.found_in = s.address AND f.role = 'source'
       )
       SELECT *, min(due_at) AS first FROM watched w
       WHERE due_at IS NOT NULL AND (? IS NULL OR asked_at IS NULL OR asked_at < ?) AND (role = 'source' OR ?)
         AND (address IN sources OR EXISTS (SELECT 1 FROM watched_for f WHERE f.address = w.address AND f.found_in IN sources))
       GROUP BY host`,
    )
    .all(JSON.stringify(named), notSince, notSince, articles ? 1 : 0)
    .map(({ first, ...row }) => row)

/** The server has asked to be left alone: nothing of its host is due before. */
export function holdHost(record: OpenRecord, host: string, until: string): void {
  breakSeal(record)
  record.db.prepare('UPDATE watched SET due_at = ? WHERE host = ? AND due_at < ?').run(until, host, until)
}
