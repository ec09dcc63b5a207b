// Drafts of events -> the same, with the people whom armed men took away as the abducted: the verb is that of help, "taken from their dormitory".

import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Deeds } from './deed-words.ts'
import { wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

/** Categories under which the model has them. */
const MISTAKEN: ReadonlySet<string> = new Set(['AID', 'RETREAT', 'COERCE', 'ASSAULT'])

const TAKES =
  /^(?:take|takes|took|taken|taking|led|carried|marched|dragged|snatched|bundled|herded)(?: (?:away|off|out))?$/i

const CAPTORS =
  /\b(?:(?:armed|masked|hooded) (?:men|gang|group|youths?)|gun(?:men|man)|militants?|insurgents?|rebels?|bandits?|jihadists?|extremists?|kidnappers?|abductors?|assailants?|attackers?|pirates?)\b/i

const PEOPLE =
  /\b(?:people|men|women|boys?|girls?|child(?:ren)?|schoolchildren|pupils?|students?|teachers?|villagers?|residents?|workers?|passengers?|travellers?|travelers?|farmers?|nurses?|doctors?|priests?|nuns?|tourists?|journalists?|sailors?|engineers?|drivers?)\b/i

export const withCaptives = (drafts: readonly EventDraft[], grounds: Grounds, deeds: Deeds): EventDraft[] =>
  drafts.map((draft) => (isCapture(draft, grounds, deeds) ? { ...draft, type: 'ASSAULT', mode: 'abduct' } : draft))

function isCapture(draft: EventDraft, { text, sentences }: Grounds, deeds: Deeds): boolean {
  const says = (spans: readonly Span[], words: RegExp) => spans.some((span) => words.test(text.slice(...span)))
  const partsOf = (role: string) => draft.parts.flatMap((part) => (part.role === role ? [part.span] : []))
  if (!MISTAKEN.has(draft.type) || !TAKES.test(text.slice(...draft.trigger).replace(/\s+/g, ' '))) return false
  if (!says([...draft.actor, ...partsOf('actor')], CAPTORS)) return false
  if (!says([...draft.recipient, ...partsOf('recipient')], PEOPLE)) return false
  const sentence = sentences.touching(draft.trigger)[0]
  // "Rebels took the wounded women to hospital."
  return !sentence || !deeds.toRefuge.test(wordsBehind(text, draft.trigger, sentence.span))
}
