// Groupings, by which people say that mentions are one event or are not -> constraints on incidents: which mentions must be linked, and which
// cannot be. If two groupings contradict each other, the later holds.

import type { EventName, Grouping } from '../types.ts'
import type { EventChain } from './event-chain.ts'
import { linksOf } from './links.ts'
import type { MatchStore } from './match-store.ts'
import { keyOf } from './mention.ts'

export interface Constraints {
  /** The group of mentions that must be linked to this one, itself included; null if it is in no grouping. */
  groupOf(mention: string): string | null
  /** Whether two groups can never be one event. */
  cannotLink(one: string, other: string): boolean
  /** The groups that can never be one event with this one. */
  partedFrom(group: string): readonly string[]
  membersOf(group: string): readonly EventName[]
  /** All mentions of all groupings. */
  names: readonly EventName[]
}

/** @param groupings in the order in which they were said */
export function constraintsOf(groupings: readonly Grouping[]): Constraints {
  const { rootOf, has, cannotLink, partedFrom } = linksOf(
    groupings.map((groups) => groups.map((group) => group.map(keyOf))),
  )
  const names = [...new Map(groupings.flat(2).map((name) => [keyOf(name), name])).values()]
  const members = new Map<string, EventName[]>()
  for (const name of names) {
    const group = rootOf(keyOf(name))
    members.set(group, [...(members.get(group) ?? []), name])
  }
  return {
    groupOf: (mention) => (has(mention) ? rootOf(mention) : null),
    cannotLink,
    partedFrom,
    membersOf: (group) => members.get(group) ?? [],
    names,
  }
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
export const chainsNamed = (names: readonly EventName[], store: Pick<MatchStore, 'chains'>): EventChain[] =>
  names.flatMap(
    (name) => store.chains(name.document).find(({ mentions }) => mentions.some(({ key }) => key === keyOf(name))) ?? [],
  )
