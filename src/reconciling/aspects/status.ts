// Accounts -> whether they say that it happened; for battles over a place, whether it is over.

import type { ClaimedStatus, ClaimValue } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Mention } from '../mention.ts'
import { type Answer, aspectOf } from './aspect.ts'
import { type DetailedClaim, distinctClaims, type Relation } from './claim.ts'
import { areOfOneEvent, type Needed } from './common-ground.ts'
import { deniesEvent, SPEECH } from './denial.ts'

type StatusValue = Extract<ClaimValue, { kind: 'status' }>

export function statusOf(accounts: readonly DetailedAccount[]): Answer | null {
  const claims = accounts.flatMap((account, index) => {
    const all = account.mentions.flatMap((mention) => claimOf(mention, index, account, accounts))
    const affirming = all.filter(({ value, polarity }) => polarity === 'yes' && HAPPENED.has(value.status))
    // Who says that it happened does not take it back with "nobody was killed", nor by speaking of what might happen.
    const definite = affirming.length > 0 ? affirming : all.filter(({ polarity }) => polarity === 'no')
    return distinctClaims(definite.length > 0 ? definite : all, keyOf)
  })
  const reconsider = (one: DetailedClaim, other: DetailedClaim) =>
    areOfOneEvent(one, other, accounts, NEEDED) ? null : 'unrelated'
  return aspectOf({ name: 'status', claims, keyOf, relate, reconsider }, accounts)
}

const NEEDED: Needed = { alone: 1, among: 3 }

function claimOf(
  mention: Mention,
  account: number,
  own: DetailedAccount,
  accounts: readonly DetailedAccount[],
): DetailedClaim<StatusValue>[] {
  const { status, course, trigger } = mention
  if (status === 'denied' && (SPEECH.has(mention.type) || !deniesEvent(mention, own, accounts))) return []
  const claimed: ClaimedStatus = status === 'denied' || status === 'actual' ? (course ?? 'actual') : status
  const polarity = status === 'denied' ? 'no' : 'yes'
  return [
    {
      account,
      mention,
      value: { kind: 'status', status: claimed },
      polarity,
      text: polarity === 'no' ? 'denied' : claimed,
      span: trigger,
    },
  ]
}

const keyOf = ({ status }: StatusValue): string => status

const HAPPENED: ReadonlySet<ClaimedStatus> = new Set(['actual', 'over', 'going on', 'repelled'])

/** What goes on, what is over and what was repelled has happened; what is only planned or feared contradicts nothing. */
function relate(
  { value: one, polarity }: DetailedClaim<StatusValue>,
  { value: other, polarity: otherPolarity }: DetailedClaim<StatusValue>,
): Relation {
  if (one.status === other.status) return 'same'
  if (!HAPPENED.has(one.status) || !HAPPENED.has(other.status)) return 'unrelated'
  if (polarity !== otherPolarity) return 'same'
  return one.status === 'actual' || other.status === 'actual' ? 'compatible' : 'contradictory'
}
