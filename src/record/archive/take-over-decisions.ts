// What people decided, proposed and approved in another record -> this one's log, the later decision last. The same entry is known wherever
// it went by the hash that it had first. Of a source that was graded here the grade stays; what was closed here stays closed. Where
// decisions need somebody else's approval, one that nobody approved there arrives as a proposal.

import { documentsOf } from '../../review/decision.ts'
import { needsApproval } from '../approval.ts'
import { appendEntry, type Entry } from '../custody/log.ts'
import { ENTRIES, fold, type Proposal, type Proposed } from '../decided.ts'
import { listDecisions, listProposals } from '../decisions.ts'
import type { OpenRecord } from '../open.ts'
import { numberOf, redraw } from '../write.ts'
import { keepGrade } from '../write-decision.ts'

/** Of the entry in the log in which it stood first. */
export interface Imported {
  number: number
  hash: string
}

/** @param others entries of the other log, in their order. Returns how many were new. */
export function takeOverDecisions(record: OpenRecord, others: readonly Entry[]): number {
  const here = numbersByHash(record)
  const graded = new Set(record.db.prepare<[], string>('SELECT name FROM reliability').pluck().all())
  const isStrict = needsApproval(record)
  const stands = new Map(listDecisions(record).map(({ number, withdrawn }) => [number, withdrawn === null]))
  const proposed = new Map(listProposals(record).map((one) => [one.number, one]))
  /** Whatever the other record withdrew in the end need not be proposed here. */
  const takenBack = new Set(fold(others).decided.flatMap(({ number, withdrawn }) => (withdrawn ? [number] : [])))
  /** Their numbers, and ours. */
  const numbers = new Map<number, number>()
  const touched = new Set<string>()
  let taken = 0

  /** Our number of a decision of theirs: of one that came as a proposal, that of its approval. */
  const decisionOf = (of: number): number | undefined => {
    const own = numbers.get(of)
    const proposal = own === undefined ? undefined : proposed.get(own)
    return proposal ? (proposal.closed?.how === 'approved' ? proposal.closed.entry : undefined) : own
  }
  /** Null if it is about something that was not taken over. */
  const renumbered = (proposal: Proposal): Proposal | null => {
    if ('of' in proposal) {
      const of = decisionOf(proposal.of)
      return of === undefined ? null : { ...proposal, of }
    }
    const { decision } = proposal
    if (decision.kind !== 'note' || decision.of === undefined) return proposal
    const of = numbers.get(decision.of)
    return of === undefined ? null : { what: 'decide', decision: { ...decision, of } }
  }
  const happen = (number: number, { what, decision, ...said }: Proposal) => {
    stands.set('of' in said ? said.of : number, what !== 'withdraw')
    if (decision.kind === 'source') keepGrade(record, decision.name)
    else for (const sha256 of documentsOf(decision)) touched.add(sha256)
  }
  const isNeedless = (proposal: Proposal): boolean =>
    'of' in proposal && stands.get(proposal.of) === (proposal.what === 'restore')

  for (const { number, at, who, what, about, detail, hash } of others) {
    const { imported = { number, hash }, ...said } = JSON.parse(detail)
    const known = here.get(imported.hash)
    if (known !== undefined) {
      numbers.set(number, known)
      continue
    }
    const append = (kind: string, saying: object): number => {
      const entry = appendEntry(record, { at, who, what: kind, about, detail: { ...saying, imported } })
      numbers.set(number, entry.number)
      taken++
      return entry.number
    }
    const propose = (proposal: Proposal) => {
      const own = append('propose', proposal)
      proposed.set(own, { number: own, who, at, proposal, closed: null })
    }
    if (what === 'approve' || what === 'decline') {
      const of = numbers.get(said.of)
      const meant = of === undefined ? undefined : proposed.get(of)
      if (of === undefined || !meant) continue
      if (meant.closed) {
        if (meant.closed.how === 'approved' && what === 'approve') numbers.set(number, meant.closed.entry)
        continue
      }
      if (what === 'approve' && isNeedless(meant.proposal)) continue
      const entry = append(what, { ...said, of })
      proposed.set(of, closedBy(meant, what, { who, at, entry, why: said.why ?? null }))
      if (what === 'approve') happen(entry, meant.proposal)
      continue
    }
    const theirs = proposalIn({ what, detail })
    const proposal = theirs && renumbered(theirs)
    if (!proposal || (!('of' in proposal) && proposal.decision.kind === 'source' && graded.has(about))) continue
    if (what === 'propose') propose(proposal)
    else if (isNeedless(proposal)) continue
    else if (isStrict && proposal.decision.kind !== 'note') {
      if (!takenBack.has(number)) propose(proposal)
    } else if ('of' in proposal) {
      happen(append(what, { ...said, of: proposal.of }), proposal)
    } else happen(append(what, proposal.decision), proposal)
  }
  for (const sha256 of touched) {
    const document = numberOf(record, sha256)
    if (document !== null) redraw(record, document)
  }
  return taken
}

const closedBy = (
  meant: Proposed,
  what: 'approve' | 'decline',
  by: Omit<NonNullable<Proposed['closed']>, 'how'>,
): Proposed => ({ ...meant, closed: { ...by, how: what === 'approve' ? 'approved' : 'declined' } })

/** What an entry would have been as a proposal; null if it is none, as an approval is. */
function proposalIn({ what, detail }: Pick<Entry, 'what' | 'detail'>): Proposal | null {
  const { imported: _, ...said } = JSON.parse(detail)
  switch (what) {
    case 'decide':
      return { what, decision: said }
    case 'grade':
      return { what, decision: said }
    case 'withdraw':
    case 'restore':
      return { what, of: said.of, decision: said.before ?? said.after }
    case 'propose':
      return said
    default:
      return null
  }
}

/** Decisions that are here by the hash of their entry, here and where they came from. */
function numbersByHash({ db }: OpenRecord): Map<string, number> {
  const rows = db
    .prepare<string[], { number: number; hash: string; other: string | null }>(
      `SELECT number, hash, json_extract(detail, '$.imported.hash') AS other FROM log WHERE what IN (${ENTRIES.map(() => '?').join(', ')})`,
    )
    .all(...ENTRIES)
  return new Map(
    rows.flatMap(({ number, hash, other }) =>
      [hash, other].flatMap((each) => (each === null ? [] : [[each, number] as const])),
    ),
  )
}
