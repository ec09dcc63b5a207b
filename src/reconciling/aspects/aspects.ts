// The accounts of an incident -> what they claim, question by question, of those that any account answers. `claim.ts` has how two claims can
// stand to each other, `aspect.ts` what makes a question disputed; the other files make the claims of one question each, with typed values.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { withoutAside } from './aside.ts'
import { statusOf } from './status.ts'
import { tollsOf } from './tolls.ts'
import { placeOf, timeOf } from './where-when.ts'
import { actorOf, recipientOf } from './who.ts'
import { instrumentOf } from './with-what.ts'

export function aspectsOf(accounts: readonly DetailedAccount[]): Aspect[] {
  const own = accounts.map(withoutAftermath)
  // What followed is told of for itself, or only beside the event: who dug out the wounded did not attack them.
  const asked = own.some(({ mentions }) => mentions.length > 0) ? own : accounts
  const ofThis = withoutAside(asked)
  return [
    statusOf(ofThis),
    actorOf(ofThis),
    recipientOf(ofThis),
    ...tollsOf(ofThis),
    instrumentOf(ofThis),
    placeOf(asked),
    timeOf(asked),
  ].filter((aspect) => aspect !== null)
}

const withoutAftermath = (account: DetailedAccount): DetailedAccount => ({
  ...account,
  mentions: account.mentions.filter(({ follows }) => !follows),
})
