// The log -> all decisions that people made, each with whether it still stands, and all that they proposed.

import { decide, type Numbered } from '../review/decide.ts'
import { type Decision, documentsOf, isLabel, type OnAccount, type OnDocument } from '../review/decision.ts'
import type { Reading } from '../types.ts'
import type { Entry } from './custody/log.ts'
import {
  type Decided,
  ENTRIES,
  fold,
  type Grading,
  INCIDENTS,
  PARTIES,
  PROPOSALS,
  type Proposed,
  SOURCES,
} from './decided.ts'
import type { OpenRecord } from './open-record.ts'
import { documentsFiled, type Scope } from './scope.ts'

/** A condition of SQL on entries of the log. */
const IS_DECISION = `what IN (${ENTRIES.map((what) => `'${what}'`).join(', ')})`

/** In the order in which they were made. Of a collection, those about any of its documents. */
export const listDecisions = (record: OpenRecord, scope: Scope = {}): Decided[] =>
  all(record).decided.filter(within(record, scope, ({ decision }) => decision))

/** In the order in which they were made, with what became of them. */
export const listProposals = (record: OpenRecord, scope: Scope = {}): Proposed[] =>
  all(record).proposed.filter(within(record, scope, ({ proposal }) => proposal.decision))

/** Those that nobody has approved or declined yet. */
export const openProposals = (record: OpenRecord, scope: Scope = {}): Proposed[] =>
  listProposals(record, scope).filter(({ closed }) => closed === null)

const all = ({ db }: OpenRecord) =>
  fold(db.prepare<[], Entry>(`SELECT * FROM log WHERE ${IS_DECISION} ORDER BY number`).iterate())

function within<One>(
  record: OpenRecord,
  { collection }: Scope,
  decisionIn: (one: One) => Decision | Grading,
): (one: One) => boolean {
  if (collection === undefined) return () => true
  const hashOf = record.db.prepare<[number], string>('SELECT sha256 FROM documents WHERE number = ?').pluck()
  const hashes = new Set(documentsFiled(record, collection).flatMap((document) => hashOf.get(document) ?? []))
  return (one) => {
    const decision = decisionIn(one)
    return decision.kind !== 'source' && documentsOf(decision).some((sha256) => hashes.has(sha256))
  }
}

/** Those on one document, or `INCIDENTS`, or on one source. */
export const decisionsAbout = (record: OpenRecord, about: string): Decided[] => foldAbout(record, about).decided

export const proposalsAbout = (record: OpenRecord, about: string): Proposed[] => foldAbout(record, about).proposed

const foldAbout = ({ db }: OpenRecord, about: string) =>
  fold(
    db.prepare<[string], Entry>(`SELECT * FROM log WHERE about = ? AND ${IS_DECISION} ORDER BY number`).iterate(about),
  )

/** The accounts that people added by hand, in the order in which they were made. */
export const accountsByHand = (record: OpenRecord): Decided<OnAccount>[] =>
  documentsByHand(record)
    .flatMap((sha256) => decisionsAbout(record, sha256))
    .flatMap(({ decision, ...one }) => (decision.kind === 'account' ? [{ ...one, decision }] : []))
    .sort((a, b) => a.number - b.number)

/** Accounts by hand that nobody has approved: their words are in the record, and stand in no incident. */
export const accountsProposed = (record: OpenRecord): OnAccount[] =>
  documentsByHand(record)
    .flatMap((sha256) => proposalsAbout(record, sha256))
    .flatMap(({ proposal: { what, decision }, closed }) =>
      what === 'decide' && decision.kind === 'account' && closed?.how !== 'approved' ? [decision] : [],
    )

const documentsByHand = ({ db }: OpenRecord): string[] =>
  db
    .prepare<[], string>(
      `SELECT DISTINCT about FROM log WHERE (what = 'decide' AND detail ->> '$.kind' = 'account')
         OR (what = 'propose' AND detail ->> '$.decision.kind' = 'account') ORDER BY number`,
    )
    .pluck()
    .all()

/** Null if no decision took effect by that entry. */
export const decisionNumbered = (record: OpenRecord, number: number): Decided | null =>
  foldOf(record, number)?.decided.find((one) => one.number === number) ?? null

/** Null if that entry is no proposal. */
export const proposalNumbered = (record: OpenRecord, number: number): Proposed | null =>
  foldOf(record, number)?.proposed.find((one) => one.number === number) ?? null

function foldOf(record: OpenRecord, number: number): ReturnType<typeof fold> | null {
  const about = record.db
    .prepare<[number], string>(`SELECT about FROM log WHERE number = ? AND ${IS_DECISION}`)
    .pluck()
    .get(number)
  return about === undefined ? null : foldAbout(record, about)
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
      .prepare<string[], string>(
        "SELECT DISTINCT about FROM log WHERE what IN ('decide', 'approve') AND about NOT IN (?, ?, ?, ?)",
      )
      .pluck()
      .all(INCIDENTS, PARTIES, SOURCES, PROPOSALS),
  )
