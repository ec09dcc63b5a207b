// An event and what its sentence says of it -> whether the sentence only refers to it: "after the attack", "condemned the killings". Who did it, to
// whom, how many, that it is over, that it is denied: each of these is a report.

import type { EventDraft } from '../tagging/drafts.ts'

export interface Told {
  draft: Pick<EventDraft, 'refers' | 'status'>
  participants: readonly unknown[]
  counted: readonly unknown[]
  /** That it is over, or goes on. */
  course: unknown
}

export const isBareReference = ({ draft, participants, counted, course }: Told, least: number): boolean =>
  draft.refers >= least && draft.status === 'actual' && participants.length === 0 && counted.length === 0 && !course
