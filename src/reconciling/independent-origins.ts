// The accounts of an incident -> on how many independent origins it rests: on those who have it at first hand. An outlet's own words, and what
// it has from other media, count only where there is nobody else; who only reacts to it is no origin.

import type { Account } from '../types.ts'

export function countIndependent(accounts: readonly Pick<Account, 'originNumber' | 'basis'>[]): number {
  const originsOf = (isOne: (basis: Account['basis']) => boolean): number =>
    new Set(accounts.filter(({ basis }) => isOne(basis)).map(({ originNumber }) => originNumber)).size
  return originsOf((basis) => basis === 'first-hand') || originsOf((basis) => basis !== 'reaction') || 1
}
