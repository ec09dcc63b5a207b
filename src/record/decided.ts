// Entries of the log -> what people decided and proposed, each with what became of it. An undo is a further entry, and so is its undo; a
// proposal takes effect with the entry by which somebody else approves it.

import type { Decision } from '../review/decision.ts'
import type { Entry } from './custody/log.ts'

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

/** @param at ISO 8601, UTC */
export interface By {
  who: string
  at: string
}

export interface Decided<Kind = Decision | Grading> extends By {
  /** Of the entry in the log by which it took effect. */
  number: number
  decision: Kind
  /** Who approved it, where `who` only proposed it. */
  approved: By | null
  /** Who took it back last, and when; null while it stands. */
  withdrawn: (By & { approved: By | null }) | null
}

/** What would go into the log if one person were enough. */
export type Proposal =
  | { what: 'decide'; decision: Decision }
  | { what: 'grade'; decision: Grading }
  /** `of`: number of the entry by which the decision took effect. */
  | { what: 'withdraw' | 'restore'; of: number; decision: Decision | Grading }

export interface Proposed extends By {
  /** Of its entry in the log. */
  number: number
  proposal: Proposal
  /** What became of it, by which entry; null while it waits. */
  closed: (By & { how: 'approved' | 'declined'; why: string | null; entry: number }) | null
}

/** The kinds of entries; `about` is the document's sha256, `INCIDENTS`, `PARTIES`, `SOURCES`, `PROPOSALS`, or a source's name. */
export const ENTRIES = ['decide', 'grade', 'withdraw', 'restore', 'propose', 'approve', 'decline'] as const
export const INCIDENTS = 'incidents'
export const PARTIES = 'parties'
/** Notes on sources, and on proposals. */
export const SOURCES = 'sources'
export const PROPOSALS = 'proposals'

/** @param entries of these kinds, in their order */
export function fold(entries: Iterable<Entry>): { decided: Decided[]; proposed: Proposed[] } {
  const decided = new Map<number, Decided>()
  const proposed = new Map<number, Proposed>()
  const happen = (number: number, { what, ...said }: Happening, by: By, approved: By | null) => {
    if (what === 'decide' || what === 'grade')
      decided.set(number, { number, ...by, decision: said.decision, approved, withdrawn: null })
    const meant = said.of === undefined ? undefined : decided.get(said.of)
    if (meant && what === 'withdraw') decided.set(meant.number, { ...meant, withdrawn: { ...by, approved } })
    if (meant && what === 'restore') decided.set(meant.number, { ...meant, withdrawn: null })
  }
  for (const { number, at, who, what, detail } of entries) {
    const said = JSON.parse(detail)
    const by = { who, at }
    if (what === 'decide' || what === 'grade') happen(number, { what, decision: said }, by, null)
    else if (what === 'withdraw' || what === 'restore')
      happen(number, { what, of: said.of, decision: said.before ?? said.after }, by, null)
    else if (what === 'propose') proposed.set(number, { number, ...by, proposal: withoutOrigin(said), closed: null })
    else if (what === 'approve' || what === 'decline') {
      const meant = proposed.get(said.of)
      if (!meant || meant.closed) continue
      const isApproved = what === 'approve'
      proposed.set(said.of, {
        ...meant,
        closed: { ...by, how: isApproved ? 'approved' : 'declined', why: said.why ?? null, entry: number },
      })
      if (isApproved) happen(number, meant.proposal, { who: meant.who, at: meant.at }, by)
    }
  }
  return { decided: [...decided.values()], proposed: [...proposed.values()] }
}

type Happening = { what: Proposal['what']; of?: number; decision: Decision | Grading }

/** Where a proposal came from with an archive is no part of it. */
const withoutOrigin = ({ imported: _, ...proposal }: Proposal & { imported?: unknown }): Proposal =>
  proposal as Proposal
