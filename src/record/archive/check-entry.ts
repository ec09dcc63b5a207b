// Entries of another record's log, in their order -> whether each is one that a record writes: of a kind that is known, whole, and
// about something that was there. Throws UserError for the first that is not.

import type { Decision } from '../../review/decision.ts'
import { UserError } from '../../user-error.ts'
import { type ApprovalSetting, DECISIONS } from '../approval.ts'
import { ARRIVALS } from '../custody/arrival.ts'
import type { Entry } from '../custody/log.ts'
import { type Grading, INCIDENTS, PARTIES, PROPOSALS, type Proposal, SOURCES } from '../decided.ts'
import { isSamePerson } from '../people/people.ts'
import { aboutOf } from '../write-decision.ts'
import { isHash, isInstant } from './formats.ts'
import { faultOfShape, isKind } from './shapes.ts'
import type { Imported } from './take-over-decisions.ts'

export function entryChecker(): (entry: Entry) => void {
  const came = new Set<string>()
  const decided = new Map<number, { about: string; kind: string; stands: boolean }>()
  const proposed = new Map<number, { about: string; who: string; proposal: Proposal; isOpen: boolean }>()
  let needsApproval = false

  const faultOfArrival = (about: string): string | null => {
    if (!isHash(about)) return 'a document came, and it is about none'
    if (came.has(about)) return `document ${about} came before`
    came.add(about)
    return null
  }
  const faultOfSubject = (about: string, decision: Decision | Grading): string | null => {
    if (decision.kind === 'source') {
      if (about !== decision.name) return 'it grades another source than it is about'
      return [decision.before, decision.after].every((grade) => grade === null || /^[A-F]$/.test(grade.grade))
        ? null
        : 'a grade is a letter from A to F'
    }
    if (about !== aboutOf(decision)) return 'it decides on another document than it is about'
    if (decision.kind === 'note') {
      if ((decision.on === 'source') !== (decision.source !== undefined)) return 'a note on a source names it'
      if ((decision.on === 'proposal') !== (decision.of !== undefined)) return 'a note on a proposal names it'
      if (decision.of !== undefined && !proposed.has(decision.of)) return `entry ${decision.of} is no proposal`
    }
    return GENERAL.has(about) || came.has(about) ? null : 'it decides on a document that had not come'
  }
  const faultOfTurn = (
    about: string,
    stands: boolean,
    { of, before, after }: { of: number; before: Decision | Grading | null; after: Decision | Grading | null },
  ): string | null => {
    const [decision, other] = stands ? [after, before] : [before, after]
    if (other !== null) return `it is not about the decision of entry ${of}`
    const fault = faultOfTarget(about, of, decision)
    if (fault !== null) return fault
    const meant = decided.get(of)
    if (meant?.stands === stands) return `the decision of entry ${of} ${stands ? 'stands' : 'was taken back'} already`
    if (meant) meant.stands = stands
    return null
  }
  const faultOfTarget = (about: string, of: number, decision: Decision | Grading | null): string | null => {
    const meant = decided.get(of)
    if (meant?.about !== about) return `entry ${of} is no decision on the same`
    return decision?.kind === meant.kind ? null : `it is not about the decision of entry ${of}`
  }
  const faultOfProposal = ({ number, about, who }: Entry, proposal: Proposal): string | null => {
    proposed.set(number, { about, who, proposal, isOpen: true })
    if (proposal.decision.kind === 'note') return 'a note needs nobody to approve it'
    return 'of' in proposal
      ? faultOfTarget(about, proposal.of, proposal.decision)
      : faultOfSubject(about, proposal.decision)
  }
  const faultOfClosing = ({ number, about, who, what }: Entry, { of }: { of: number }): string | null => {
    const meant = proposed.get(of)
    if (meant?.about !== about) return `entry ${of} is no proposal on the same`
    if (!meant.isOpen) return `the proposal of entry ${of} was approved or declined before`
    meant.isOpen = false
    if (what === 'decline') return null
    if (isSamePerson(who, meant.who)) return `${who} approves their own proposal`
    const { proposal } = meant
    if ('of' in proposal) {
      const [before, after] = proposal.what === 'withdraw' ? [proposal.decision, null] : [null, proposal.decision]
      return faultOfTurn(about, proposal.what === 'restore', { of: proposal.of, before, after })
    }
    decided.set(number, { about, kind: proposal.decision.kind, stands: true })
    return null
  }
  const faultOfApproval = (about: string, { before, after }: ApprovalSetting): string | null => {
    if (about !== DECISIONS) return 'it is about something else than decisions'
    if (before !== needsApproval || after === before) return 'it does not change what held before'
    needsApproval = after
    return null
  }
  const faultIn = (entry: Entry): string | null => {
    const { number, at, who, what, about, detail } = entry
    if (!isInstant(at)) return `at: "${at}" is no time`
    if (who.trim() === '') return 'who: nobody did it'
    if (!isKind(what)) return `what: this version knows no entry "${what}"`
    const said = JSON.parse(detail)
    const shape = faultOfShape(what, said)
    if (shape !== null) return `detail.${shape}`
    const times = [said, ...(said.sightings ?? [])].flatMap(({ receivedAt }) => receivedAt ?? [])
    if (!times.every(isInstant)) return 'detail.receivedAt: this is no time'
    if (ARRIVALS.includes(what)) return faultOfArrival(about)
    if (said.imported !== undefined && !isOrigin(said.imported)) return 'detail.imported: this is no entry of a log'
    switch (what) {
      case 'propose':
        return faultOfProposal(entry, said)
      case 'approve':
      case 'decline':
        return faultOfClosing(entry, said)
      case 'approval':
        return faultOfApproval(about, said)
      case 'decide':
      case 'grade':
        if (needsApproval && said.kind !== 'note') return ALONE
        decided.set(number, { about, kind: said.kind, stands: true })
        return faultOfSubject(about, said)
      case 'withdraw':
      case 'restore':
        if (needsApproval && decided.get(said.of)?.kind !== 'note') return ALONE
        return faultOfTurn(about, what === 'restore', said)
      default:
        return came.has(about) ? null : 'it is about a document that had not come'
    }
  }
  return (entry) => {
    const fault = faultIn(entry)
    if (fault !== null) throw new UserError(`entry ${entry.number} of the log cannot be: ${fault}`)
  }
}

const GENERAL: ReadonlySet<string> = new Set([INCIDENTS, PARTIES, SOURCES, PROPOSALS])
const ALONE = 'one person decides alone, and somebody else had to approve it'

const isOrigin = (imported: Partial<Imported> | null): boolean =>
  Number.isInteger(imported?.number) && isHash(String(imported?.hash))
