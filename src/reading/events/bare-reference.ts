// An event and what its sentence says of it -> whether the sentence only refers to it: "after the attack", "condemned the killings". Who did it, to
// whom, how many, that it is denied: each of these is a report.

import type { EventDraft } from '../tagging/drafts.ts'

export interface Told {
  draft: Pick<EventDraft, 'refers' | 'status'>
  participants: readonly unknown[]
  counted: readonly unknown[]
}

export const isBareReference = ({ draft, participants, counted }: Told, least: number): boolean =>
  draft.refers >= least && draft.status === 'actual' && participants.length === 0 && counted.length === 0
