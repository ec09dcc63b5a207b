// Drafts of events -> the drafts without attacks and retreats that are none: whoever finds, recovers or buries the dead does nothing to
// anybody, and whoever carries the wounded to hospital gives aid.

import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import { wordsBefore, wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

const MISTAKEN: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'RETREAT'])

const HANDLES =
  /^(?:recover(?:s|ed|ing)?|retriev(?:e|es|ed|ing)|pull(?:s|ed|ing)?(?: out)?|d(?:ig|igs|ug|igging)(?: out)?|found|find(?:s|ing)?|discover(?:s|ed|ing)?|bur(?:y|ied|ies|ying)|exhum(?:e|ed|es|ing)|unearth(?:s|ed|ing)?|remov(?:e|ed|es|ing)|collect(?:s|ed|ing)?|count(?:s|ed|ing)?|drag(?:s|ged|ging)?|carr(?:y|ied|ies|ying)|t(?:ake|akes|ook|aken|aking)|br(?:ing|ings|ought|inging)|picked up|laid out)$/i
const DEAD = /\b(?:bod(?:y|ies)|corpses?|remains|the dead|victims)\b/i
const HELPS =
  /^(?:treat(?:s|ed|ing)?|t(?:ake|akes|ook|aken|aking)|carr(?:y|ied|ies|ying)|rush(?:es|ed|ing)?|br(?:ing|ings|ought|inging)|transport(?:s|ed|ing)?|transferr?(?:s|ed|ing)?|evacuat(?:e|es|ed|ing)|airlift(?:s|ed|ing)?|pull(?:s|ed|ing)?(?: out)?|d(?:ig|igs|ug|igging)(?: out)?|rescu(?:e|es|ed|ing)|drag(?:s|ged|ging)?|mov(?:e|es|ed|ing)|admitt?(?:ed|ing)?)$/i
const TO_SAFETY =
  /\bto (?:an? |the )?(?:[\w-]+ ){0,2}(?:hospitals?|clinics?|ambulances?|infirmary|shelters?|safety|morgue|field hospital)\b/i
const FROM_RUBBLE =
  /\b(?:from|out of|from under|under) (?:an? |the )?(?:[\w-]+ )?(?:rubble|ruins|wreckage|debris|collapsed|burning|flood\w*|river|sea|water|well|mine|snow)\b/i
const IN_NEED = /\b(?:wounded|injured|survivors?|casualties|sick|patients?)\b/i

export const withoutRescues = (drafts: readonly EventDraft[], grounds: Grounds): EventDraft[] =>
  drafts.flatMap((draft) => {
    if (!MISTAKEN.has(draft.type)) return [draft]
    const sentence = grounds.sentences.touching(draft.trigger)[0]
    if (!sentence) return [draft]
    const trigger = grounds.text.slice(...draft.trigger).replace(/\s+/g, ' ')
    const words = around(grounds.text, draft.trigger, sentence.span)
    if (HANDLES.test(trigger) && (DEAD.test(words) || isBurial(trigger, words)) && !ALIVE.test(words)) return []
    const helps = HELPS.test(trigger) && (TO_SAFETY.test(words) || FROM_RUBBLE.test(words) || isTreated(trigger, words))
    return [
      helps ? { ...draft, type: 'AID', parts: [], actor: actorsOf(draft), recipient: recipientsOf(draft) } : draft,
    ]
  })

/** "buried eleven people", "were buried on Friday"; not "buried under the rubble", "buried alive". */
const isBurial = (trigger: string, words: string): boolean =>
  /^bur/i.test(trigger) &&
  !/\b(?:under|beneath|in the (?:rubble|ruins|debris)|by (?:an? |the )?(?:landslide|avalanche|mud|snow))\b/i.test(words)

const ALIVE = /\balive\b/i
const isTreated = (trigger: string, words: string): boolean => /^treat/i.test(trigger) && IN_NEED.test(words)

/** Its own clause: from the last mark before the trigger to the next behind it. */
function around(text: string, trigger: Span, sentence: Span): string {
  const before = /(?:^|[,;:.!?])([^,;:.!?]*)$/.exec(wordsBefore(text, trigger, sentence))?.[1] ?? ''
  const behind = /^[^,;:.!?]*/.exec(wordsBehind(text, trigger, sentence))?.[0] ?? ''
  // What happened before or after is told apart: "after an air strike".
  return `${before}|${behind.split(/\b(?:after|before|when|while|and)\b/)[0]}`
}

const spansOf = ({ parts }: EventDraft, role: 'actor' | 'recipient'): Span[] =>
  parts.filter((part) => part.role === role).map(({ span }) => span)
const actorsOf = (draft: EventDraft): Span[] => [...draft.actor, ...spansOf(draft, 'actor')]
const recipientsOf = (draft: EventDraft): Span[] => [...draft.recipient, ...spansOf(draft, 'recipient')]
