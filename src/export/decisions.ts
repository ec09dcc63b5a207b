// Decisions -> CSV and NDJSON; in NDJSON with every word before and after.

import type { Decided } from '../record/decided.ts'
import { listDecisions } from '../record/decisions.ts'
import type { OpenRecord } from '../record/open.ts'
import type { Scope } from '../record/scope.ts'
import { changesOf, subjectOf } from '../review/changes.ts'
import { verdictOf } from '../review/decision.ts'
import { type ExportFormat, exportRows, map } from './export.ts'
import type { Cell } from './rows.ts'

const COLUMNS = [
  ...['number', 'at', 'who', 'verdict', 'on', 'subject', 'before', 'after'],
  ...['withdrawn_by', 'withdrawn_at', 'approved_by', 'approved_at'],
]

export function* exportDecisions(
  record: OpenRecord,
  format: ExportFormat,
  limit: number,
  scope: Scope = {},
): Generator<string> {
  const decided = lastDecisions(record, limit, scope)
  if (format === 'ndjson') for (const one of decided) yield `${JSON.stringify(one)}\n`
  else yield* exportRows(format, COLUMNS, map(decided, decisionCells))
}

/** The last first; a negative limit is none. */
export function lastDecisions(record: OpenRecord, limit: number, scope: Scope = {}): Decided[] {
  const all = listDecisions(record, scope).reverse()
  return limit < 0 ? all : all.slice(0, limit)
}

export function decisionCells({ number, at, who, decision, withdrawn, approved }: Decided) {
  return {
    number,
    at,
    who,
    ...describeDecision(decision),
    withdrawn_by: withdrawn?.who ?? null,
    withdrawn_at: withdrawn?.at ?? null,
    approved_by: approved?.who ?? null,
    approved_at: approved?.at ?? null,
  } satisfies Record<string, Cell>
}

/** In words: what was decided on what, and the values before and after. */
export function describeDecision(decision: Decided['decision']): {
  verdict: string
  on: string
  subject: string
  before: string | null
  after: string | null
} {
  if (decision.kind === 'source') {
    const { name, before, after } = decision
    return { verdict: 'grade', on: 'source', subject: name, before: before?.grade ?? null, after: after.grade }
  }
  const isNote = decision.kind === 'note'
  const changes = changesOf(decision)
  const told = (which: 'before' | 'after') =>
    changes.flatMap((change) => (change[which] === null ? [] : [`${change.name}: ${change[which]}`])).join('; ') || null
  return {
    verdict: verdictOf(decision),
    on: isNote ? decision.on : decision.kind,
    subject: subjectOf(decision),
    before: told('before'),
    after: isNote ? decision.after : told('after'),
  }
}
