// The draft of an event -> whether its sentence only refers to an event and says nothing of it: "after the attack", "condemned the killings".
// Who did it, to whom, with what, that it is denied: each of these is a report of its own.

import type { EventDraft } from '../tagging/drafts.ts'

export const isBareReference = ({ look, status, actor, recipient, instrument, parts }: EventDraft): boolean =>
  look === 'ref' && status === 'actual' && [actor, recipient, instrument, parts].every((list) => list.length === 0)
