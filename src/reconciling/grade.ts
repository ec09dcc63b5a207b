// An incident's origins and disputes -> the grade of its information by the Admiralty code (NATO, AJP-2.1), with the rules that gave it.
// Who is reliable is the user's to say: these rules look at independence and contradiction alone.

import type { Aspect, Incident } from '../types.ts'
import type { DetailedAccount } from './accounts.ts'

export function gradeOf(accounts: readonly DetailedAccount[], aspects: readonly Aspect[]): Incident['credibility'] {
  const status = aspects.find(({ name }) => name === 'status')
  const by = (says: (value: string) => boolean): number =>
    new Set(
      status?.values
        .filter(({ value }) => says(value))
        .flatMap((value) => value.accounts.map((account) => accounts[account].originNumber)),
    ).size
  const affirm = by((value) => value === 'actual' || value === 'over' || value === 'going on')
  const deny = by((value) => value === 'denied')
  const named = new Set(
    accounts.filter(({ originKind }) => originKind !== 'unnamed').map(({ originNumber }) => originNumber),
  ).size
  const disputes = aspects
    .filter(({ state, name }) => state === 'disputed' && name !== 'status')
    .map(({ name }) => name)
  const why = [`${affirm} independent ${affirm === 1 ? 'origin says' : 'origins say'} that it happened`]
  if (deny > 0) why.push(`${deny} ${deny === 1 ? 'denies' : 'deny'} it`)
  if (status?.state === 'disputed' && deny === 0) why.push('the accounts disagree whether it is over')
  if (named === 0) why.push('no origin is named')
  if (disputes.length > 0) why.push(`in dispute: ${disputes.join(', ').replaceAll('count:', '')}`)
  return { grade: rule(affirm, deny, named, status?.state === 'disputed' || disputes.length > 0), why }
}

function rule(affirm: number, deny: number, named: number, disputed: boolean): Incident['credibility']['grade'] {
  if (affirm === 0) return deny > 0 ? '5' : '6'
  if (deny > 0) return deny >= affirm ? '5' : '4'
  if (affirm >= 3 && named >= 2) return disputed ? '2' : '1'
  if (affirm === 2 && named >= 1) return disputed ? '3' : '2'
  return named > 0 ? '3' : '6'
}
