// Two means of events -> whether they can be of one event: blasts are no kidnappings.

import type { EventMention } from '../types.ts'

/** Null where a reading says nothing of it: "the attack", "killed". */
export type Means = NonNullable<EventMention['means']> | null

/** Reports of one event may say either: a grenade is a blast, a helicopter fires. */
const AKIN: readonly (readonly Exclude<Means, null>[])[] = [
  ['bomb', 'blast', 'artillery', 'air'],
  ['gunfire', 'air'],
  ['abduction', 'arrest'],
]

/** 1 the same, 0 nothing known of either, -1 different things. */
export function compareMeans(one: Means, other: Means): number {
  if (one === null || other === null) return 0
  if (one === other) return 1
  return AKIN.some((group) => group.includes(one) && group.includes(other)) ? 0 : -1
}

/** Whether the same harm cannot have been done by both: "a blast" may be a bomb or a shell, a bomb is no shell. */
export function excludeEachOther(one: Means, other: Means): boolean {
  if (one === null || other === null || one === other || !TOLD_APART.has(one) || !TOLD_APART.has(other)) return false
  return !(one === 'air' && other === 'gunfire') && !(one === 'gunfire' && other === 'air')
}

const TOLD_APART: ReadonlySet<Means> = new Set(['bomb', 'artillery', 'air', 'gunfire', 'stabbing'])
