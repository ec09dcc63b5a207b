// A telling, and what people say of its mentions -> the group that it is in, and the other tellings of that group.

import type { EventName } from '../types.ts'
import type { Links } from './links.ts'
import { keyOf } from './mentions.ts'
import type { Profile } from './profile.ts'
import type { Shelf } from './shelf.ts'

/** Null where nobody spoke of any; a telling holds mentions of one group at most (tellings.ts). */
export function groupOf({ mentions }: Profile, links: Links): string | null {
  for (const { key } of mentions) {
    const group = links.groupOf(key)
    if (group !== null) return group
  }
  return null
}

/** Keys of all tellings of its group, however far apart they seem. */
export function linkedTo(telling: Profile, links: Links, shelf: Shelf): string[] {
  const group = groupOf(telling, links)
  return group === null ? [] : links.membersOf(group).flatMap((name) => tellingOf(name, shelf)?.key ?? [])
}

/** Null where the reading has no such mention any more. */
export const tellingOf = (name: EventName, shelf: Shelf): Profile | null =>
  shelf.tellings(name.document).find(({ mentions }) => mentions.some(({ key }) => key === keyOf(name))) ?? null
