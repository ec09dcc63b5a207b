// The accounts of an incident -> its aspects, of those that any account says something about.

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import { countsOf } from './counts.ts'
import { actorOf, instrumentOf, recipientOf } from './parties.ts'
import { statusOf } from './status.ts'
import { placeOf, timeOf } from './where-when.ts'

export const aspectsOf = (accounts: readonly DetailedAccount[]): Aspect[] =>
  [
    statusOf(accounts),
    actorOf(accounts),
    recipientOf(accounts),
    ...countsOf(accounts),
    instrumentOf(accounts),
    placeOf(accounts),
    timeOf(accounts),
  ].filter((aspect) => aspect !== null)
