// What stood at an address, version after version: stored, listed, and marked once it was announced.

import type { HttpReceipt } from '../types.ts'
import { appendEntry, type Entry } from './custody/log.ts'
import { breakSeal } from './custody/seal.ts'
import type { OpenRecord } from './open-record.ts'
import { PROGRAM } from './program.ts'
import { documentsWithin, joined, type Scope } from './scope.ts'

/** A web address; with "#" it is a part of what it gave. */
export const isPage = (origin: string): boolean => /^https?:\/\/[^#]+$/i.test(origin)

/** Within a transaction. Nothing happens if the last version is this document already. */
export function insertVersion(record: OpenRecord, address: string, document: number, receivedAt: string): void {
  if (latestVersion(record, address) === document) return
  const sha256 = record.db
    .prepare<[number], string>('SELECT sha256 FROM documents WHERE number = ?')
    .pluck()
    .get(document)
  if (sha256 === undefined) throw new Error(`there is no document ${document}`)
  appendEntry(record, { at: receivedAt, who: PROGRAM, what: 'version', about: sha256, detail: { address } })
  keepVersion(record, { address, sha256, receivedAt })
}

/** As an entry of a log has it. */
export interface LoggedVersion {
  address: string
  sha256: string
  receivedAt: string
}

/** In its order among the others. */
export function keepVersion({ db }: OpenRecord, { address, sha256, receivedAt }: LoggedVersion): void {
  db.prepare(
    'INSERT INTO versions (address, document, received_at, announced) SELECT ?, number, ?, 1 FROM documents WHERE sha256 = ?',
  ).run(address, receivedAt, sha256)
}

export const versionIn = ({ at, about, detail }: Pick<Entry, 'at' | 'about' | 'detail'>): LoggedVersion => ({
  address: JSON.parse(detail).address,
  sha256: about,
  receivedAt: at,
})

/** The document that stands there as far as the record knows. */
export function latestVersion({ db }: OpenRecord, address: string): number | null {
  const row = db
    .prepare<[string], { document: number }>(
      'SELECT document FROM versions WHERE address = ? ORDER BY number DESC LIMIT 1',
    )
    .get(address)
  return row?.document ?? null
}

/** How the server sent it; null if it came some other way first, or from another address. */
export function receiptOf(record: OpenRecord, address: string): { document: number; http: HttpReceipt } | null {
  const document = latestVersion(record, address)
  if (document === null) return null
  const row = record.db.prepare<[number], { given: string }>('SELECT given FROM raw WHERE document = ?').get(document)
  const http: HttpReceipt | undefined = JSON.parse(row?.given ?? '{}').http
  return http && (http.redirects?.[0] ?? http.url) === address ? { document, http } : null
}

export interface Version {
  number: number
  address: string
  document: number
  receivedAt: string
  /** The document that stood there before. */
  previous: number | null
}

const LIST = `
  SELECT number, address, document, received_at AS receivedAt,
    (SELECT document FROM versions WHERE address = v.address AND number < v.number ORDER BY number DESC LIMIT 1) AS previous
  FROM versions v`

/** Those that took the place of another, in the order in which they were found. */
export function* listChangedVersions({ db }: OpenRecord, scope: Scope = {}): Generator<Version & { previous: number }> {
  const { where, values } = joined(documentsWithin(scope, 'v.document'), 'WHERE')
  const rows = db.prepare<(string | number)[], Version>(`${LIST}${where} ORDER BY number`).iterate(...values)
  for (const { previous, ...version } of rows) if (previous !== null) yield { ...version, previous }
}

/** Within a transaction: the last version at this address is news. */
export function markUnannounced(record: OpenRecord, address: string): void {
  breakSeal(record)
  record.db
    .prepare('UPDATE versions SET announced = 0 WHERE number = (SELECT max(number) FROM versions WHERE address = ?)')
    .run(address)
}

export const listUnannounced = ({ db }: OpenRecord): Version[] =>
  db.prepare<[], Version>(`${LIST} WHERE announced = 0 ORDER BY number`).all()

export function markAnnounced(record: OpenRecord, versions: readonly Version[]): void {
  const { db } = record
  const mark = db.prepare('UPDATE versions SET announced = 1 WHERE number = ?')
  db.transaction(() => {
    breakSeal(record)
    for (const { number } of versions) mark.run(number)
  }).immediate()
}

/** Ids of the documents that came with unannounced versions, and with no other. */
export const listUnannouncedDocuments = ({ db }: OpenRecord): string[] =>
  db
    .prepare<[], { id: string }>(
      `SELECT DISTINCT id FROM versions v JOIN documents d ON d.number = v.document
       WHERE announced = 0 AND NOT EXISTS (SELECT 1 FROM versions WHERE document = v.document AND announced = 1) ORDER BY id`,
    )
    .all()
    .map(({ id }) => id)
