// Drafts of events -> the same, with the people whom armed men took away as the abducted: the verb is that of help, "taken from their dormitory".

import type { Span } from '../../types.ts'
import { CAPTORS, TAKEN_PEOPLE } from '../captor-words.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Deeds } from './deed-words.ts'
import { wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

/** Categories under which the model has them. */
const MISTAKEN: ReadonlySet<string> = new Set(['AID', 'RETREAT', 'COERCE', 'ASSAULT'])

const TAKES =
  /^(?:take|takes|took|taken|taking|led|carried|marched|dragged|snatched|seized|seizes|seize|seizing|bundled|herded)(?: (?:away|off|out))?$/i

export const withCaptives = (drafts: readonly EventDraft[], grounds: Grounds, deeds: Deeds): EventDraft[] =>
  drafts.map((draft) => (isCapture(draft, grounds, deeds) ? { ...draft, type: 'ASSAULT', mode: 'abduct' } : draft))

function isCapture(draft: EventDraft, { text, sentences }: Grounds, deeds: Deeds): boolean {
  const says = (spans: readonly Span[], words: RegExp) => spans.some((span) => words.test(text.slice(...span)))
  const partsOf = (role: string) => draft.parts.flatMap((part) => (part.role === role ? [part.span] : []))
  if (!MISTAKEN.has(draft.type) || !TAKES.test(text.slice(...draft.trigger).replace(/\s+/g, ' '))) return false
  const sentence = sentences.touching(draft.trigger)[0]
  const behind = sentence ? wordsBehind(text, draft.trigger, sentence.span) : ''
  // "took 16 nurses captive": whoever did it
  if (CAPTIVE.test(behind)) return true
  if (!says([...draft.actor, ...partsOf('actor')], CAPTORS)) return false
  if (!says([...draft.recipient, ...partsOf('recipient')], TAKEN_PEOPLE)) return false
  // "Rebels took the wounded women to hospital."
  return !deeds.toRefuge.test(behind)
}

const CAPTIVE = /^[^,;.:]{0,60}? (?:captive|hostage)s?\b/i
