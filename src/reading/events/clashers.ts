// The draft of a clash -> the same with the other side: "students clashed with police". In a riot the crowd acts and the police are hit; in a
// fight both act.

import type { Resources } from '../../resources.ts'
import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { type Grounds, isPeople } from './parties.ts'

const CLASHES = /^(?:clash|scuffl|skirmish|battl|fought|fight|brawl|gun ?fight|gun ?battle|fire ?fight|shoot-?out)/i
/** "with", an article, and what is named up to the next preposition or mark. */
const WITH =
  /^\s+(?:[\p{L}-]+\s+)?(?:with|against)\s+((?:(?!(?:in|at|near|on|over|outside|for|after|when|who|which|that|and|as|during|while|of|to|from|by)\b)[\p{L}\d'’-]+\s?){1,5})/iu

export function withClashers(draft: EventDraft, grounds: Grounds, names: Resources['names']): EventDraft {
  if (draft.type !== 'PROTEST' && draft.type !== 'ASSAULT') return draft
  const { text, sentences } = grounds
  const sentence = sentences.touching(draft.trigger)[0]
  if (!sentence || !CLASHES.test(text.slice(...draft.trigger))) return draft
  const match = WITH.exec(text.slice(draft.trigger[1], sentence.span[1]))
  if (!match) return draft
  const words = match[1].trimEnd()
  const start = draft.trigger[1] + match[0].length - match[1].length
  const side: Span = [start, start + words.length]
  const isThere = ([from, to]: Span) => from < side[1] && side[0] < to
  const given = [...draft.actor, ...draft.recipient, ...draft.instrument, ...draft.parts.map(({ span }) => span)]
  if (given.some(isThere) || !isPeople(side, grounds, names)) return draft
  return draft.type === 'PROTEST'
    ? { ...draft, recipient: [...draft.recipient, side] }
    : { ...draft, actor: [...draft.actor, side] }
}
