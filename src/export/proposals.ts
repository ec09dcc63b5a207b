// Proposals -> CSV and NDJSON; in NDJSON with every word before and after.

import type { Proposed } from '../record/decided.ts'
import { describeDecision } from './decisions.ts'
import { type ExportFormat, exportRows, map } from './export.ts'
import type { Cell } from './rows.ts'

const COLUMNS = [
  ...['number', 'at', 'who', 'verdict', 'on', 'subject', 'before', 'after'],
  ...['closed', 'closed_by', 'closed_at', 'why'],
]

export function* exportProposals(proposed: readonly Proposed[], format: ExportFormat): Generator<string> {
  if (format === 'ndjson') for (const one of proposed) yield `${JSON.stringify(one)}\n`
  else yield* exportRows(format, COLUMNS, map(proposed, proposalCells))
}

export function proposalCells({ number, at, who, proposal: { what, decision }, closed }: Proposed) {
  const described = describeDecision(decision)
  const isTurn = what === 'withdraw' || what === 'restore'
  return {
    number,
    at,
    who,
    ...described,
    verdict: isTurn ? what : described.verdict,
    closed: closed?.how ?? null,
    closed_by: closed?.who ?? null,
    closed_at: closed?.at ?? null,
    why: closed?.why ?? null,
  } satisfies Record<string, Cell>
}
