// What people say of mentions, that they are one event or that they are not -> what holds of it: the later word goes before the earlier one.

import type { EventName, Grouping } from '../types.ts'
import { keyOf } from './mentions.ts'

export interface Links {
  /** What people put together has one name; null for mentions that nobody spoke of. */
  groupOf(mention: string): string | null
  /** Whether two groups may never be one event. */
  areApart(one: string, other: string): boolean
  membersOf(group: string): readonly EventName[]
  /** All that anybody spoke of. */
  names: readonly EventName[]
}

/** @param groupings in the order in which they were said */
export function linksOf(groupings: readonly Grouping[]): Links {
  const above = new Map<string, string>()
  const apart = new Map<string, Set<string>>()
  const rootOf = (mention: string): string => {
    const next = above.get(mention) ?? mention
    return next === mention ? mention : rootOf(next)
  }
  const areApart = (one: string, other: string): boolean => apart.get(rootOf(one))?.has(rootOf(other)) ?? false
  const put = (one: string, other: string): void => {
    const [kept, gone] = [rootOf(one), rootOf(other)].sort()
    if (kept === gone || areApart(kept, gone)) return
    above.set(gone, kept)
    for (const third of apart.get(gone) ?? []) part(kept, third)
  }
  const part = (one: string, other: string): void => {
    const [a, b] = [rootOf(one), rootOf(other)]
    if (a === b) return
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      apart.set(from, (apart.get(from) ?? new Set()).add(to))
  }
  // The latest first: what it says is there before an earlier one can say otherwise.
  for (const grouping of groupings.toReversed()) {
    const groups = grouping.map((names) => names.map(keyOf))
    for (const group of groups) {
      for (const mention of group) above.set(mention, above.get(mention) ?? mention)
      for (const [at, one] of group.entries()) for (const other of group.slice(at + 1)) put(one, other)
    }
    for (const [at, group] of groups.entries())
      for (const others of groups.slice(at + 1)) for (const one of group) for (const other of others) part(one, other)
  }
  const names = [...new Map(groupings.flat(2).map((name) => [keyOf(name), name])).values()]
  const members = new Map<string, EventName[]>()
  for (const name of names) members.set(rootOf(keyOf(name)), [...(members.get(rootOf(keyOf(name))) ?? []), name])
  return {
    groupOf: (mention) => (above.has(mention) ? rootOf(mention) : null),
    areApart,
    membersOf: (group) => members.get(group) ?? [],
    names,
  }
}
