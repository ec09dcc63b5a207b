// Decisions and proposals of the record -> their form on the pages: in words, each with its place now.

import { stillApplies } from '../record/applies.ts'
import { type Decided, type Grading, PROPOSALS, type Proposed } from '../record/decided.ts'
import { decisionsAbout } from '../record/decisions.ts'
import { namer, readingsIn } from '../record/incidents/groupings.ts'
import { findIncident, incidentOfEvent } from '../record/incidents/list.ts'
import { titleOf } from '../record/incidents/title.ts'
import { changesOf, subjectOf } from '../review/changes.ts'
import { anchorsOf, type Decision, documentsOf, isOnIncident, verdictOf } from '../review/decision.ts'
import { findQuote } from '../review/quote.ts'
import { whereIs } from '../review/where-is.ts'
import type { Span } from '../types.ts'
import type { DecisionAnswer } from './answers.ts'
import type { Desk } from './desk.ts'
import { clip } from './statement-index.ts'

/** Of anything a list has room for so much; the log has it all. */
const MAX_SUBJECT = 500

export function decisionAnswers(desk: Desk, decided: readonly Decided[]): DecisionAnswer[] {
  const tell = teller(desk)
  return decided.map(({ number, at, who, approved, withdrawn, decision }) => ({
    ...tell(decision),
    number,
    at,
    who,
    approved,
    withdrawn,
    proposal: null,
  }))
}

/** Each with whether it can still be made, which takes a moment. */
export function proposalAnswers(desk: Desk, proposed: readonly Proposed[]): DecisionAnswer[] {
  if (proposed.length === 0) return []
  const tell = teller(desk)
  const notes = notesOnProposals(desk)
  return proposed.map(({ number, at, who, proposal, closed }) => ({
    ...tell(proposal.decision),
    number,
    at,
    who,
    approved: null,
    withdrawn: null,
    proposal: {
      turns: proposal.what === 'withdraw' || proposal.what === 'restore' ? proposal.what : null,
      applies: closed !== null || stillApplies(desk.record, proposal),
      closed: closed && { who: closed.who, at: closed.at, how: closed.how, why: closed.why },
      notes: notes.get(number) ?? [],
    },
  }))
}

type Notes = NonNullable<DecisionAnswer['proposal']>['notes']

function notesOnProposals({ record, keep, changes }: Desk): ReadonlyMap<number, Notes> {
  return keep('notes on proposals', [changes().decisions], () => {
    const all = new Map<number, Notes>()
    for (const { who, at, withdrawn, decision } of decisionsAbout(record, PROPOSALS))
      if (decision.kind === 'note' && decision.of !== undefined && withdrawn === null)
        all.set(decision.of, [...(all.get(decision.of) ?? []), { who, at, text: decision.after }])
    return all
  })
}

type Told = Omit<DecisionAnswer, 'number' | 'at' | 'who' | 'approved' | 'withdrawn' | 'proposal'>

function teller({ record }: Desk): (decision: Decided['decision']) => Told {
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
    const [sha256] = documentsOf(decision)
    if (decision.kind === 'party' || sha256 === undefined) return { ...NOWHERE, found: true }
    const found = reading(sha256)
    const where = found && whereIs(found, decision)
    const place = { ...NOWHERE, sha256, incident }
    if (!found || !where) return place
    return {
      ...place,
      found: true,
      article: where.article,
      mark: where.id,
      span: spanOf(found.document.text, decision),
    }
  }
  /** What people see it called, and not the words by which it is found again. */
  const titleIn = (decision: Decision): string | null => {
    const incident = isOnIncident(decision) ? incidentOf(decision) : null
    return incident && titleOf(findIncident(record, incident))
  }
  return (decision) =>
    decision.kind === 'source'
      ? toldOfGrading(decision)
      : {
          verdict: verdictOf(decision),
          on: decision.kind === 'note' ? decision.on : decision.kind,
          subject: clip(titleIn(decision) ?? subjectOf(decision), MAX_SUBJECT),
          changes: changesOf(decision).map(({ name, before, after }) => ({
            name,
            before: short(before),
            after: short(after),
          })),
          note: decision.kind === 'note' ? decision.after : null,
          ...placeOf(decision),
        }
}

type Place = Pick<Told, 'found' | 'sha256' | 'article' | 'mark' | 'span' | 'incident'>
const NOWHERE: Place = { found: false, sha256: null, article: null, mark: null, span: null, incident: null }

/** Of a note on a passage, which is no mark of its own. */
function spanOf(text: string, decision: Decision): Span | null {
  return decision.kind === 'note' && decision.on === 'passage' && decision.at[0]
    ? findQuote(text, decision.at[0].quote)
    : null
}

const short = (text: string | null): string | null => text && clip(text, MAX_SUBJECT)

const RELIABLE: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
}
const gradeInWords = (grade: string): string => {
  const words = RELIABLE[grade]
  return words === undefined ? 'not graded' : `${grade}, ${words}`
}

function toldOfGrading({ name, before, after }: Grading): Told {
  return {
    verdict: 'grade',
    on: 'source',
    subject: clip(name, MAX_SUBJECT),
    changes: [{ name: 'Reliability', before: gradeInWords(before?.grade ?? 'F'), after: gradeInWords(after.grade) }],
    note: after.why,
    ...NOWHERE,
    found: true,
  }
}
