// A person's decision -> the record: an entry of the log and all that follows from it, in one transaction. Nothing is ever removed from
// the log: an undo is a further entry.

import { type Decision, documentsOf, isLabel, isOnIncident, type OnIdentity } from '../review/decision.ts'
import { appendEntry } from './custody/log.ts'
import {
  type Decided,
  decisionNumbered,
  decisionsAbout,
  type Grade,
  type Grading,
  INCIDENTS,
  PARTIES,
} from './decisions.ts'
import type { OpenRecord } from './open-record.ts'
import { numberOf, redraw } from './write.ts'

/** @param at ISO 8601, UTC */
interface By {
  who: string
  at: string
}

/** Returns the number of its entry. */
export function writeDecision(record: OpenRecord, decision: Decision, by: By): number {
  return inOne(record, () => {
    const { number } = appendEntry(record, { ...by, what: 'decide', about: aboutOf(decision), detail: decision })
    follow(record, decision)
    return number
  })
}

/** How reliable a person holds a source or an outlet; null if nothing changes. */
export function setReliability(record: OpenRecord, name: string, after: Grade, by: By): number | null {
  return inOne(record, () => {
    const before = gradeOf(record, name)
    if (before?.grade === after.grade && before.why === after.why) return null
    const grading: Grading = { kind: 'source', name, before, after }
    const { number } = appendEntry(record, { ...by, what: 'grade', about: name, detail: grading })
    follow(record, grading)
    return number
  })
}

/** False if there is no such decision, or it is withdrawn already. */
export const withdrawDecision = (record: OpenRecord, number: number, by: By): boolean =>
  turn(record, number, by, 'withdraw')

/** Makes a decision that was taken back stand again. */
export const restoreDecision = (record: OpenRecord, number: number, by: By): boolean =>
  turn(record, number, by, 'restore')

function turn(record: OpenRecord, number: number, by: By, what: 'withdraw' | 'restore'): boolean {
  return inOne(record, () => {
    const decided = decisionNumbered(record, number)
    if (!decided || (decided.withdrawn === null) !== (what === 'withdraw')) return false
    const { decision } = decided
    const about = decision.kind === 'source' ? decision.name : aboutOf(decision)
    const [before, after] = what === 'withdraw' ? [decision, null] : [null, decision]
    appendEntry(record, { ...by, what, about, detail: { of: number, before, after } })
    follow(record, decision)
    return true
  })
}

const inOne = <Result>({ db }: OpenRecord, deed: () => Result): Result => db.transaction(deed).immediate()

/** What the entry of a decision is about. */
export function aboutOf(decision: Decision): string {
  if (isOnIncident(decision)) return INCIDENTS
  return decision.kind === 'party' ? PARTIES : documentsOf(decision)[0]
}

/** Notes, titles and tags change nothing that is stored, a grade is stored by name, and for all else the rows of the documents are drawn anew. */
function follow(record: OpenRecord, decision: Decided['decision']): void {
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
