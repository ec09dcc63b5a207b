// The accounts of an incident -> the numbers of the independent origins that it rests on: of those who have it at first hand. An outlet's own
// words, and what it has from other media, count only where there is nobody else; who only reacts to it is no origin. Whatever counts origins
// counts these.

import type { Account } from '../types.ts'

export function independentOrigins(accounts: readonly Pick<Account, 'originNumber' | 'basis'>[]): ReadonlySet<number> {
  const originsOf = (isOne: (basis: Account['basis']) => boolean): ReadonlySet<number> =>
    new Set(accounts.filter(({ basis }) => isOne(basis)).map(({ originNumber }) => originNumber))
  const known = originsOf((basis) => basis === 'first-hand')
  return known.size > 0 ? known : originsOf((basis) => basis !== 'reaction')
}
