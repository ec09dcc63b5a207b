// The kinds of event chains, their categories and means, as small numbers -> whether two kinds are apart, so that chains of such kinds need not even
// be looked at. Most neighbours are of kinds that are apart, and a record has few thousand kinds.

import type { ComparedChain } from '../compared-chain.ts'
import { HOPELESS_SCORE, weighKinds } from './kinds.ts'

type Kind = Pick<ComparedChain, 'types' | 'means'>

export interface KindNumbers {
  numberOf(chain: Kind): number
  /** The same that compareChains finds first. */
  areApart(one: number, other: number): boolean
}

export function openKindNumbers(): KindNumbers {
  const numbers = new Map<string, number>()
  const kinds: Kind[] = []
  /** For each kind, what is known of it and others. */
  const apart: Map<number, boolean>[] = []
  return {
    numberOf({ types, means }) {
      const name = `${[...types].sort().join(' ')}|${[...means].sort().join(' ')}`
      const known = numbers.get(name)
      if (known !== undefined) return known
      numbers.set(name, kinds.length)
      apart.push(new Map())
      return kinds.push({ types, means }) - 1
    },
    areApart(one, other) {
      const known = apart[one].get(other)
      if (known !== undefined) return known
      const found = weighKinds(kinds[one], kinds[other]) < HOPELESS_SCORE
      apart[one].set(other, found)
      return found
    },
  }
}
