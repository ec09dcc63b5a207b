// The accounts and aspects of an incident -> the credibility of its information on the Admiralty scale (NATO, AJP-2.1), with the reasons.
// These rules look at independence and contradiction alone; how reliable a source is, the user decides.

import type { Aspect, Incident } from '../types.ts'
import type { DetailedAccount } from './accounts.ts'

export function gradeOf(accounts: readonly DetailedAccount[], aspects: readonly Aspect[]): Incident['credibility'] {
  const status = aspects.find(({ name }) => name === 'status')
  const affirming = originsThatSay(['actual', 'over', 'going on'], status, accounts)
  const denying = originsThatSay(['denied'], status, accounts)
  const named = new Set(
    accounts.filter(({ originKind }) => originKind !== 'unnamed').map(({ originNumber }) => originNumber),
  ).size
  const isStatusDisputed = status?.state === 'disputed'
  const disputed = aspects
    .filter(({ state, name }) => state === 'disputed' && name !== 'status')
    .map(({ name }) => name)

  const why = [`${affirming} independent ${affirming === 1 ? 'origin says' : 'origins say'} that it happened`]
  if (denying > 0) why.push(`${denying} ${denying === 1 ? 'denies' : 'deny'} it`)
  if (isStatusDisputed && denying === 0) why.push('the accounts disagree whether it is over')
  if (named === 0) why.push('no origin is named')
  if (disputed.length > 0) why.push(`in dispute: ${disputed.join(', ').replaceAll('count:', '')}`)
  return { grade: gradeFor({ affirming, denying, named, disputed: isStatusDisputed || disputed.length > 0 }), why }
}

/** How many origins say one of these values. */
function originsThatSay(
  wanted: readonly string[],
  status: Aspect | undefined,
  accounts: readonly DetailedAccount[],
): number {
  const values = status?.values.filter(({ value }) => wanted.includes(value)) ?? []
  return new Set(values.flatMap((value) => value.accounts.map((account) => accounts[account].originNumber))).size
}

/** Numbers of independent origins, and whether anything is disputed. */
interface Basis {
  affirming: number
  denying: number
  named: number
  disputed: boolean
}

/** 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. */
function gradeFor({ affirming, denying, named, disputed }: Basis): Incident['credibility']['grade'] {
  if (affirming === 0) return denying > 0 ? '5' : '6'
  if (denying > 0) return denying >= affirming ? '5' : '4'
  if (affirming >= 3 && named >= 2) return disputed ? '2' : '1'
  if (affirming === 2 && named >= 1) return disputed ? '3' : '2'
  return named > 0 ? '3' : '6'
}
