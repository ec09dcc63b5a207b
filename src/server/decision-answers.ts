// Decisions of the record -> their form on the pages: in words, each with its place now.

import type { Decided, Grading } from '../record/decided.ts'
import { namer, readingsIn } from '../record/incidents/groupings.ts'
import { incidentOfEvent } from '../record/incidents/list.ts'
import { changesOf, subjectOf } from '../review/changes.ts'
import { anchorsOf, type Decision, documentsOf, isOnIncident, verdictOf } from '../review/decision.ts'
import { whereIs } from '../review/where-is.ts'
import type { DecisionAnswer } from './answers.ts'
import type { Desk } from './desk.ts'
import { clip } from './statement-index.ts'

/** Of anything a list has room for so much; the log has it all. */
const MAX_SUBJECT = 500

export function decisionAnswers({ record }: Desk, decided: readonly Decided[]): DecisionAnswer[] {
  const reading = readingsIn(record)
  const nameOf = namer(reading)
  const incidentOf = (decision: Decision): string | null => {
    for (const anchor of anchorsOf(decision)) {
      const name = nameOf(anchor)
      const incident = name && incidentOfEvent(record, name)
      if (incident) return incident
    }
    return null
  }
  const placeOf = (decision: Decision): Place => {
    const incident = incidentOf(decision)
    if (isOnIncident(decision)) return { ...NOWHERE, incident, found: incident !== null }
    if (decision.kind === 'party') return { ...NOWHERE, found: true }
    const [sha256] = documentsOf(decision)
    const found = reading(sha256)
    const where = found && whereIs(found, decision)
    const place = { ...NOWHERE, sha256, incident }
    return where ? { ...place, found: true, article: where.article, mark: where.id } : place
  }
  return decided.map(({ number, at, who, decision, withdrawn }) => {
    const head = { number, at, who, withdrawn }
    if (decision.kind === 'source') return { ...head, ...gradingAnswer(decision) }
    return {
      ...head,
      verdict: verdictOf(decision),
      on: decision.kind === 'note' ? decision.on : decision.kind,
      subject: clip(subjectOf(decision), MAX_SUBJECT),
      changes: changesOf(decision).map(({ name, before, after }) => ({
        name,
        before: short(before),
        after: short(after),
      })),
      note: decision.kind === 'note' ? decision.after : null,
      ...placeOf(decision),
    }
  })
}

type Place = Pick<DecisionAnswer, 'found' | 'sha256' | 'article' | 'mark' | 'incident'>
const NOWHERE: Place = { found: false, sha256: null, article: null, mark: null, incident: null }

const short = (text: string | null): string | null => text && clip(text, MAX_SUBJECT)

function gradingAnswer({ name, before, after }: Grading): Omit<DecisionAnswer, 'number' | 'at' | 'who' | 'withdrawn'> {
  return {
    verdict: 'grade',
    on: 'source',
    subject: clip(name, MAX_SUBJECT),
    changes: [{ name: 'Reliability', before: before?.grade ?? 'F', after: after.grade }],
    note: after.why,
    ...NOWHERE,
    found: true,
  }
}
