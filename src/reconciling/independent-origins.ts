// The accounts of an incident -> on how many independent origins it rests. Who only reacts to it is none.

import type { Account } from '../types.ts'

export function countIndependent(accounts: readonly Pick<Account, 'originNumber' | 'basis'>[]): number {
  const telling = accounts.filter(({ basis }) => basis !== 'reaction')
  return Math.max(1, new Set(telling.map(({ originNumber }) => originNumber)).size)
}
