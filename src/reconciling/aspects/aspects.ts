// The accounts of an incident -> what they claim, question by question, of those that any account answers. `claim.ts` has how two claims can
// stand to each other, `aspect.ts` what makes a question disputed; the other files make the claims of one question each, with typed values.

import type { Aspect, UnsureClaim } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { withoutAside } from './aside.ts'
import { statusOf } from './status.ts'
import { tollsOf } from './tolls.ts'
import { placeOf, timeOf } from './where-when.ts'
import { actorOf, recipientOf } from './who.ts'
import { instrumentOf } from './with-what.ts'

/** What the incident states, and what only its accounts do. */
export interface Answers {
  aspects: Aspect[]
  unsure: UnsureClaim[]
}

export function aspectsOf(accounts: readonly DetailedAccount[]): Answers {
  const own = accounts.map(withoutAftermath)
  // What followed is told of for itself, or only beside the event: who dug out the wounded did not attack them.
  const asked = own.some(({ mentions }) => mentions.length > 0) ? own : accounts
  const ofThis = withoutAside(asked)
  const answers = [
    statusOf(ofThis),
    actorOf(ofThis),
    recipientOf(ofThis),
    ...tollsOf(ofThis),
    instrumentOf(ofThis),
    placeOf(asked),
    timeOf(asked),
  ].filter((answer) => answer !== null)
  return {
    aspects: answers.flatMap(({ unsure: _, ...aspect }) => (aspect.claims.length > 0 ? [aspect] : [])),
    unsure: answers.flatMap(({ unsure }) => unsure),
  }
}

const withoutAftermath = (account: DetailedAccount): DetailedAccount => ({
  ...account,
  mentions: account.mentions.filter(({ follows }) => !follows),
})
