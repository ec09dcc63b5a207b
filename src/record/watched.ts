// What is watched, and where each stands: added, found when due, and written back with what came of asking.

import type { OpenRecord } from './open.ts'

export interface Watched {
  /** Web address or path. */
  address: string
  /** What the user named. */
  root: string
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

export const newlyWatched = (fields: Pick<Watched, 'address' | 'root' | 'role' | 'host' | 'due_at'>): Watched => ({
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
  'root',
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

/** False where it is watched already: nothing changes then. */
export const addWatched = ({ db }: OpenRecord, row: Watched): boolean =>
  db.prepare(`${INSERT} ON CONFLICT (address) DO NOTHING`).run(row).changes > 0

export function writeWatched({ db }: OpenRecord, row: Watched): void {
  const set = COLUMNS.filter((name) => name !== 'address').map((name) => `${name} = @${name}`)
  db.prepare(`${INSERT} ON CONFLICT (address) DO UPDATE SET ${set.join(', ')}`).run(row)
}

export const findWatched = ({ db }: OpenRecord, address: string): Watched | null =>
  db.prepare<[string], Watched>('SELECT * FROM watched WHERE address = ?').get(address) ?? null

/** All that users ever named. */
export const listRoots = ({ db }: OpenRecord): string[] =>
  db
    .prepare<[], { root: string }>("SELECT DISTINCT root FROM watched WHERE role = 'source' ORDER BY root")
    .all()
    .map(({ root }) => root)

/**
 * Of each host what is due first.
 * @param notSince leaves out what was asked since then: ISO 8601, UTC
 */
export const soonestOfHosts = ({ db }: OpenRecord, roots: readonly string[], notSince: string | null): Watched[] =>
  db
    .prepare<[string, string | null, string | null], Watched & { first: string }>(
      `SELECT *, min(due_at) AS first FROM watched
       WHERE due_at IS NOT NULL AND root IN (SELECT value FROM json_each(?)) AND (? IS NULL OR asked_at IS NULL OR asked_at < ?)
       GROUP BY host`,
    )
    .all(JSON.stringify(roots), notSince, notSince)
    .map(({ first, ...row }) => row)

/** The server has asked to be left alone: nothing of its host is due before. */
export function holdHost({ db }: OpenRecord, host: string, until: string): void {
  db.prepare('UPDATE watched SET due_at = ? WHERE host = ? AND due_at < ?').run(until, host, until)
}
