// The accounts of an incident -> what they claim, question by question, of those that any account answers. `claim.ts` has how two claims can
// stand to each other, `aspect.ts` what makes a question disputed; the other files make the claims of one question each, with typed values.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { statusOf } from './status.ts'
import { tollsOf } from './tolls.ts'
import { placeOf, timeOf } from './where-when.ts'
import { actorOf, recipientOf } from './who.ts'
import { instrumentOf } from './with-what.ts'

export const aspectsOf = (accounts: readonly DetailedAccount[]): Aspect[] =>
  [
    statusOf(accounts),
    actorOf(accounts),
    recipientOf(accounts),
    ...tollsOf(accounts),
    instrumentOf(accounts),
    placeOf(accounts),
    timeOf(accounts),
  ].filter((aspect) => aspect !== null)
