// Accounts -> how many they say were killed, injured, detained, ...

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Tally } from '../mention.ts'
import { agree } from '../tallies.ts'
import { aspectOf, type Claim } from './aspect.ts'

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'] as const

export const countsOf = (accounts: readonly DetailedAccount[]): Aspect[] =>
  FATES.flatMap((fate) => {
    const claims = accounts.flatMap(({ mentions }, account): Claim<Tally>[] => {
      const toll = tollIn(mentions.flatMap(({ tallies }) => tallies.filter((tally) => tally.fate === fate)))
      return toll ? [{ account, value: toll, label: toll.text, span: toll.span }] : []
    })
    const numbers = ({ low, high }: Tally) => ({ low, high })
    return aspectOf({ name: `count:${fate}`, claims, conflict, numbers }, accounts) ?? []
  })

/** The highest count that still holds: "two of them children" counts a part. */
const tollIn = (tallies: readonly Tally[]): Tally | undefined =>
  tallies.filter(({ former }) => !former).toSorted((a, b) => b.low - a.low || a.span[0] - b.span[0])[0]

/** Counts of soldiers and of civilians can both be right. */
const conflict = (one: Tally, other: Tally): boolean =>
  (one.side === undefined || other.side === undefined || one.side === other.side) && !agree(one, other)
