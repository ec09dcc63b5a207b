// Accounts -> how many they say were killed, injured, detained, ...

import type { Aspect } from '../../types.ts'
import type { DetailedAccount } from '../accounts.ts'
import type { Tally } from '../mentions.ts'
import { agree } from '../tallies.ts'
import { aspectOf, type Saying } from './aspect.ts'
import { sideOf } from './side.ts'

const FATES = ['killed', 'injured', 'detained', 'abducted', 'displaced', 'missing'] as const

export function countsOf(accounts: readonly DetailedAccount[]): Aspect[] {
  return FATES.flatMap((fate) => {
    const sayings = accounts.flatMap(({ mentions }, account): Saying<Tally>[] => {
      const tallies = mentions.flatMap((mention) =>
        mention.tallies.filter((tally) => tally.fate === fate && !tally.former),
      )
      // "two of them children": of several counts the greatest is the toll.
      const [toll] = tallies.toSorted((a, b) => b.low - a.low || a.span[0] - b.span[0])
      return toll ? [{ account, value: toll, label: toll.text, span: toll.span }] : []
    })
    const aspect = aspectOf(
      { name: `count:${fate}`, sayings, conflict, numbers: ({ low, high }) => ({ low, high }) },
      accounts,
    )
    return aspect ? [aspect] : []
  })
}

/** Soldiers and civilians are counted apart. */
function conflict(one: Tally, other: Tally): boolean {
  const [a, b] = [sideOf(one.of), sideOf(other.of)]
  return (a === null || b === null || a === b) && !agree(one, other)
}
