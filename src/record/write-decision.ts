// A person's decision -> the record: an entry of the log and all that follows from it, in one transaction; or a proposal, where somebody
// else must approve it. Nothing is ever removed from the log: an undo is a further entry.

import { type Decision, documentsOf, isLabel, isOnIncident, type OnIdentity } from '../review/decision.ts'
import { needsApproval } from './approval.ts'
import { appendEntry } from './custody/log.ts'
import { type By, type Decided, type Grade, INCIDENTS, PARTIES, PROPOSALS, type Proposal, SOURCES } from './decided.ts'
import { decisionNumbered, decisionsAbout } from './decisions.ts'
import type { OpenRecord } from './open-record.ts'
import { numberOf, redraw } from './write.ts'

/** Returns the number of its entry: that of a proposal where somebody else must approve it. */
export const writeDecision = (record: OpenRecord, decision: Decision, by: By): number =>
  inOne(record, () => submit(record, { what: 'decide', decision }, by))

/** How reliable a person holds a source or an outlet; null if nothing changes. Otherwise as `writeDecision`. */
export function setReliability(record: OpenRecord, name: string, after: Grade, by: By): number | null {
  return inOne(record, () => {
    const before = gradeOf(record, name)
    if (before?.grade === after.grade && before.why === after.why) return null
    return submit(record, { what: 'grade', decision: { kind: 'source', name, before, after } }, by)
  })
}

/** Null if there is no such decision, or it is withdrawn already; otherwise its number, or that of a proposal to withdraw it. */
export const withdrawDecision = (record: OpenRecord, number: number, by: By): number | null =>
  turn(record, number, by, 'withdraw')

/** Makes a decision that was taken back stand again. */
export const restoreDecision = (record: OpenRecord, number: number, by: By): number | null =>
  turn(record, number, by, 'restore')

function turn(record: OpenRecord, of: number, by: By, what: 'withdraw' | 'restore'): number | null {
  return inOne(record, () => {
    const decided = decisionNumbered(record, of)
    if (!decided || (decided.withdrawn === null) !== (what === 'withdraw')) return null
    return submit(record, { what, of, decision: decided.decision }, by)
  })
}

/** Within a transaction. Notes change nothing, so nobody need approve them. */
function submit(record: OpenRecord, proposal: Proposal, by: By): number {
  const { decision } = proposal
  const about = aboutOf(decision)
  if (decision.kind !== 'note' && needsApproval(record))
    return appendEntry(record, { ...by, what: 'propose', about, detail: proposal }).number
  const { number } = appendEntry(record, { ...by, what: proposal.what, about, detail: detailOf(proposal) })
  follow(record, decision)
  return 'of' in proposal ? proposal.of : number
}

function detailOf(proposal: Proposal): unknown {
  const { decision } = proposal
  if (!('of' in proposal)) return decision
  const [before, after] = proposal.what === 'withdraw' ? [decision, null] : [null, decision]
  return { of: proposal.of, before, after }
}

const inOne = <Result>({ db }: OpenRecord, deed: () => Result): Result => db.transaction(deed).immediate()

/** What the entry of a decision is about. */
export function aboutOf(decision: Decided['decision']): string {
  if (decision.kind === 'source') return decision.name
  if (decision.kind === 'note' && decision.on === 'source') return SOURCES
  if (decision.kind === 'note' && decision.on === 'proposal') return PROPOSALS
  if (isOnIncident(decision)) return INCIDENTS
  return decision.kind === 'party' ? PARTIES : documentsOf(decision)[0]
}

/** What a decision changes besides the log. Notes, titles and tags change nothing that is stored, a grade is stored by name, and for all else the rows of the documents are drawn anew. */
export function follow(record: OpenRecord, decision: Decided['decision']): void {
  if (isLabel(decision)) return
  if (decision.kind === 'source') {
    keepGrade(record, decision.name)
    return
  }
  if (decision.kind === 'party') {
    if (decision.about === 'identity')
      for (const document of documentsNaming(record, decision)) redraw(record, document)
    return
  }
  for (const sha256 of documentsOf(decision)) {
    const document = numberOf(record, sha256)
    if (document !== null) redraw(record, document)
  }
}

/** Numbers of the documents in which any of the parties speaks or acts: what rests on whom, or who did it, may change there. */
const documentsNaming = ({ db }: OpenRecord, { before, after }: OnIdentity): number[] =>
  db
    .prepare<[{ keys: string }], number>(
      `SELECT document FROM statement_parties WHERE party IN (SELECT value FROM json_each(@keys))
       UNION SELECT document FROM event_parties WHERE party IN (SELECT value FROM json_each(@keys)) ORDER BY document`,
    )
    .pluck()
    .all({ keys: JSON.stringify([...before, ...after].flat()) })

/** The last that stands; if all were taken back, the one before the first. */
export function gradeOf(record: OpenRecord, name: string): Grade | null {
  const gradings = decisionsAbout(record, name).flatMap((one) =>
    one.decision.kind === 'source' ? [{ ...one, decision: one.decision }] : [],
  )
  if (gradings.length === 0)
    return record.db.prepare<[string], Grade>('SELECT grade, why FROM reliability WHERE name = ?').get(name) ?? null
  return gradings.findLast(({ withdrawn }) => withdrawn === null)?.decision.after ?? gradings[0].decision.before
}

export function keepGrade(record: OpenRecord, name: string): void {
  const { db } = record
  const grade = gradeOf(record, name)
  const at = decisionsAbout(record, name).at(-1)?.at ?? ''
  db.prepare('DELETE FROM reliability WHERE name = ?').run(name)
  if (grade)
    db.prepare('INSERT INTO reliability (name, grade, why, set_at) VALUES (?, ?, ?, ?)').run(
      name,
      grade.grade,
      grade.why,
      at,
    )
}
