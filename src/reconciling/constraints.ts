// Groupings, by which people say that mentions are one event or are not -> constraints on clusters: which mentions must be linked, and which
// cannot be. If two groupings contradict each other, the later holds.

import type { EventName, Grouping } from '../types.ts'
import type { EventChain } from './event-chain.ts'
import type { MatchStore } from './match-store.ts'
import { keyOf } from './mention.ts'

export interface Constraints {
  /** The group of mentions that must be linked to this one, itself included; null if it is in no grouping. */
  groupOf(mention: string): string | null
  /** Whether two groups can never be one event. */
  cannotLink(one: string, other: string): boolean
  membersOf(group: string): readonly EventName[]
  /** All mentions of all groupings. */
  names: readonly EventName[]
}

/** @param groupings in the order in which they were said */
export function constraintsOf(groupings: readonly Grouping[]): Constraints {
  // A forest (union-find): the root of a mention names its group.
  const parents = new Map<string, string>()
  /** Between roots, both ways. */
  const parted = new Map<string, Set<string>>()
  const rootOf = (mention: string): string => {
    const parent = parents.get(mention) ?? mention
    return parent === mention ? mention : rootOf(parent)
  }
  const cannotLink = (one: string, other: string): boolean => parted.get(rootOf(one))?.has(rootOf(other)) ?? false
  const link = (one: string, other: string): void => {
    const [kept, joined] = [rootOf(one), rootOf(other)].sort()
    if (kept === joined || cannotLink(kept, joined)) return
    parents.set(joined, kept)
    for (const third of parted.get(joined) ?? []) part(kept, third)
  }
  const part = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) return
    parted.set(a, (parted.get(a) ?? new Set()).add(b))
    parted.set(b, (parted.get(b) ?? new Set()).add(a))
  }
  // The latest first, so that no earlier one can contradict it.
  for (const grouping of groupings.toReversed()) {
    const groups = grouping.map((names) => names.map(keyOf))
    for (const group of groups) {
      for (const mention of group) parents.set(mention, parents.get(mention) ?? mention)
      for (const [one, other] of pairsOf(group)) link(one, other)
    }
    for (const [group, others] of pairsOf(groups)) for (const one of group) for (const other of others) part(one, other)
  }
  const names = [...new Map(groupings.flat(2).map((name) => [keyOf(name), name])).values()]
  const members = new Map<string, EventName[]>()
  for (const name of names) {
    const group = rootOf(keyOf(name))
    members.set(group, [...(members.get(group) ?? []), name])
  }
  return {
    groupOf: (mention) => (parents.has(mention) ? rootOf(mention) : null),
    cannotLink,
    membersOf: (group) => members.get(group) ?? [],
    names,
  }
}

/** Each with each that comes after it. */
function* pairsOf<Item>(items: readonly Item[]): Generator<[Item, Item]> {
  for (const [at, one] of items.entries()) for (const other of items.slice(at + 1)) yield [one, other]
}

/** Null if its mentions are in no grouping. Mentions of two groups are never in one chain (chain-mentions.ts). */
export function groupOfChain({ mentions }: EventChain, { groupOf }: Constraints): string | null {
  for (const { key } of mentions) {
    const group = groupOf(key)
    if (group !== null) return group
  }
  return null
}

/** All chains of its group, itself included, however little they resemble each other. */
export function chainsLinkedTo(chain: EventChain, constraints: Constraints, store: MatchStore): EventChain[] {
  const group = groupOfChain(chain, constraints)
  return group === null ? [] : chainsNamed(constraints.membersOf(group), store)
}

/** All chains with a mention in a grouping. */
export const chainsNamedIn = ({ names }: Constraints, store: MatchStore): EventChain[] => chainsNamed(names, store)

/** A reading may have no such mention any more. */
const chainsNamed = (names: readonly EventName[], store: MatchStore): EventChain[] =>
  names.flatMap(
    (name) => store.chains(name.document).find(({ mentions }) => mentions.some(({ key }) => key === keyOf(name))) ?? [],
  )
