// A proposal -> approved by somebody else, declined, or taken back by whoever made it: one entry of the log, and, if it was approved, all
// that follows from the decision, in one transaction. Of two who approve it in the same moment one does.

import { stillApplies } from './applies.ts'
import { appendEntry } from './custody/log.ts'
import type { By, Proposed } from './decided.ts'
import { proposalNumbered } from './decisions.ts'
import type { OpenRecord } from './open-record.ts'
import { isSamePerson } from './people/people.ts'
import { aboutOf, follow } from './write-decision.ts'

/** Why nothing is done, in a sentence. */
export interface NotDone {
  refused: 'unknown' | 'closed' | 'own' | 'changed'
  because: string
}

/** Number of the decision that took effect by it, or stands or stands no more by it. */
export function approveProposal(record: OpenRecord, number: number, by: By): { number: number } | NotDone {
  return onOpen(record, number, ({ who, proposal }) => {
    if (isSamePerson(who, by.who))
      return { refused: 'own', because: 'you proposed this yourself; somebody else must approve it' }
    if (!stillApplies(record, proposal)) return { refused: 'changed', because: CHANGED }
    const about = aboutOf(proposal.decision)
    const entry = appendEntry(record, { ...by, what: 'approve', about, detail: { of: number } })
    follow(record, proposal.decision)
    return { number: 'of' in proposal ? proposal.of : entry.number }
  })
}

const CHANGED =
  'what it is about has changed since it was proposed; nothing is decided: decline it, and decide on what is there now'

/** Whoever made it takes it back in this way. */
export function declineProposal(
  record: OpenRecord,
  number: number,
  why: string | null,
  by: By,
): { number: number } | NotDone {
  return onOpen(record, number, ({ proposal }) => {
    appendEntry(record, { ...by, what: 'decline', about: aboutOf(proposal.decision), detail: { of: number, why } })
    return { number }
  })
}

function onOpen<Done>(
  record: OpenRecord,
  number: number,
  deed: (proposed: Proposed) => Done | NotDone,
): Done | NotDone {
  const act = record.db.transaction((): Done | NotDone => {
    const proposed = proposalNumbered(record, number)
    if (!proposed) return { refused: 'unknown', because: `there is no proposal ${number}` }
    const { closed } = proposed
    return closed ? { refused: 'closed', because: `${closed.who} has already ${closed.how} it` } : deed(proposed)
  })
  return act.immediate()
}
