// The log's entries since one of them -> what they may have changed, so that nothing else needs to be looked at again.

import { type Decision, documentsOf, isLabel } from '../review/decision.ts'
import type { Entry } from './custody/log.ts'
import { ENTRIES, type Grading, type Proposal } from './decided.ts'
import type { OpenRecord } from './open-record.ts'

export interface Happened {
  /** Number of the last entry. */
  last: number
  /** SHA-256 of the documents that people's decisions drew anew; null where any may have changed. */
  documents: string[] | null
  /** Whether documents came, were read again or described, or something happened that this version does not know. */
  came: boolean
  decided: boolean
  /** What incidents are called and tagged, and which mentions are one. */
  labelled: boolean
  graded: boolean
  /** Who is one with whom, a part of what, on whose side. */
  joined: boolean
}

export const lastEntry = ({ db }: OpenRecord): number =>
  db.prepare<[], number | null>('SELECT max(number) FROM log').pluck().get() ?? 0

export function happenedSince({ db }: OpenRecord, after: number): Happened {
  const entries = db
    .prepare<[number], Pick<Entry, 'number' | 'what' | 'detail'>>(
      `SELECT number, what, CASE WHEN what IN (${ENTRIES.map((what) => `'${what}'`).join(', ')}) THEN detail END AS detail
       FROM log WHERE number > ? ORDER BY number`,
    )
    .all(after)
  const proposal = (number: number): Proposal | null => {
    const detail = db.prepare<[number], string>("SELECT detail FROM log WHERE number = ? AND what = 'propose'").pluck()
    return JSON.parse(detail.get(number) ?? 'null')
  }
  const documents = new Set<string>()
  const happened: Happened = {
    last: entries.at(-1)?.number ?? after,
    documents: [],
    came: false,
    decided: false,
    labelled: false,
    graded: false,
    joined: false,
  }
  for (const { what, detail } of entries) {
    if (what === 'seen' || what === 'version') continue
    if (what === 'propose' || what === 'decline') {
      happened.decided = true
      continue
    }
    const decision = detail === null ? null : decisionIn(what, JSON.parse(detail), proposal)
    if (decision === null) {
      happened.came = true
      happened.documents = null
      continue
    }
    happened.decided = true
    if (decision.kind === 'source') happened.graded = true
    else if (isLabel(decision)) happened.labelled = true
    else if (decision.kind === 'party') {
      happened.joined = true
      if (decision.about === 'identity') happened.documents = null
    } else {
      if (decision.kind === 'incident' || decision.kind === 'account') happened.labelled = true
      for (const sha256 of documentsOf(decision)) documents.add(sha256)
    }
  }
  return happened.documents === null ? happened : { ...happened, documents: [...documents] }
}

type Said = Decision | Grading | { of: number; before?: Decision | Grading | null; after?: Decision | Grading | null }

/** What was decided, approved, taken back or made to stand again; null for what is no decision. */
function decisionIn(
  what: string,
  said: Said,
  proposal: (number: number) => Proposal | null,
): Decision | Grading | null {
  if (what === 'decide' || what === 'grade') return 'kind' in said ? said : null
  if ('kind' in said) return null
  return (what === 'approve' ? proposal(said.of)?.decision : (said.before ?? said.after)) ?? null
}
