// The log -> all decisions that people made, each with whether it still stands. An undo is a further entry, and so is its undo.

import { decide, type Numbered } from '../review/decide.ts'
import { type Decision, documentsOf, isLabel, type OnAccount, type OnDocument } from '../review/decision.ts'
import type { Reading } from '../types.ts'
import type { Entry } from './custody/log.ts'
import type { OpenRecord } from './open-record.ts'
import { documentsFiled, type Scope } from './scope.ts'

/** How reliable a person holds a source or an outlet. */
export interface Grading {
  kind: 'source'
  name: string
  before: Grade | null
  after: Grade
}

export interface Grade {
  grade: string
  why: string | null
}

export interface Decided<Kind = Decision | Grading> {
  /** Of its entry in the log. */
  number: number
  at: string
  who: string
  decision: Kind
  /** Who took it back last, and when; null while it stands. */
  withdrawn: { who: string; at: string } | null
}

/** The kinds of entries; `about` is the document's sha256, `INCIDENTS`, `PARTIES`, or a source's name. */
export const ENTRIES = ['decide', 'grade', 'withdraw', 'restore'] as const
export const INCIDENTS = 'incidents'
export const PARTIES = 'parties'

/** A condition of SQL on entries of the log. */
const IS_DECISION = `what IN (${ENTRIES.map((what) => `'${what}'`).join(', ')})`

/** In the order in which they were made. Of a collection, those about any of its documents. */
export function listDecisions(record: OpenRecord, { collection }: Scope = {}): Decided[] {
  const { db } = record
  const all = fold(db.prepare<[], Entry>(`SELECT * FROM log WHERE ${IS_DECISION} ORDER BY number`).all())
  if (collection === undefined) return all
  const hashOf = db.prepare<[number], string>('SELECT sha256 FROM documents WHERE number = ?').pluck()
  const hashes = new Set(documentsFiled(record, collection).flatMap((document) => hashOf.get(document) ?? []))
  return all.filter(
    ({ decision }) => decision.kind !== 'source' && documentsOf(decision).some((sha256) => hashes.has(sha256)),
  )
}

/** Those on one document, or `INCIDENTS`, or on one source. */
export function decisionsAbout({ db }: OpenRecord, about: string): Decided[] {
  return fold(
    db.prepare<[string], Entry>(`SELECT * FROM log WHERE about = ? AND ${IS_DECISION} ORDER BY number`).all(about),
  )
}

/** The accounts that people added by hand, in the order in which they were made. */
export function accountsByHand(record: OpenRecord): Decided<OnAccount>[] {
  const documents = record.db
    .prepare<[], string>(
      "SELECT DISTINCT about FROM log WHERE what = 'decide' AND detail ->> '$.kind' = 'account' ORDER BY number",
    )
    .pluck()
    .all()
  return documents
    .flatMap((sha256) => decisionsAbout(record, sha256))
    .flatMap(({ decision, ...one }) => (decision.kind === 'account' ? [{ ...one, decision }] : []))
    .sort((a, b) => a.number - b.number)
}

/** Null if that entry is no decision. */
export const decisionNumbered = (record: OpenRecord, number: number): Decided | null => {
  const about = record.db
    .prepare<[number], { about: string }>(`SELECT about FROM log WHERE number = ? AND ${IS_DECISION}`)
    .get(number)?.about
  return about === undefined ? null : (decisionsAbout(record, about).find((one) => one.number === number) ?? null)
}

/** The decisions that stand on a document. */
const standingOn = (record: OpenRecord, sha256: string): Numbered<OnDocument>[] =>
  decisionsAbout(record, sha256).flatMap(({ number, decision, withdrawn }) =>
    withdrawn === null && isOnDocument(decision) ? [{ number, decision }] : [],
  )

const isOnDocument = (decision: Decision | Grading): decision is OnDocument =>
  decision.kind !== 'source' && decision.kind !== 'incident' && decision.kind !== 'party' && !isLabel(decision)

/** The reading as the reader made it -> as people left it. */
export function asDecided(record: OpenRecord, reading: Reading): Reading {
  const standing = standingOn(record, reading.document.sha256)
  return standing.length === 0 ? reading : decide(reading, standing).reading
}

/** SHA-256 of all documents that anybody ever decided on. */
export const documentsDecided = ({ db }: OpenRecord): Set<string> =>
  new Set(
    db
      .prepare<[string, string], string>("SELECT DISTINCT about FROM log WHERE what = 'decide' AND about NOT IN (?, ?)")
      .pluck()
      .all(INCIDENTS, PARTIES),
  )

function fold(entries: readonly Entry[]): Decided[] {
  const all = new Map<number, Decided>()
  for (const { number, at, who, what, detail } of entries) {
    const said = JSON.parse(detail)
    if (what === 'decide' || what === 'grade') all.set(number, { number, at, who, decision: said, withdrawn: null })
    const meant = all.get(said.of)
    if (meant && what === 'withdraw') all.set(said.of, { ...meant, withdrawn: { who, at } })
    if (meant && what === 'restore') all.set(said.of, { ...meant, withdrawn: null })
  }
  return [...all.values()]
}
