// Drafts of events -> the drafts without attacks and retreats that are none: whoever finds, recovers or buries the dead does nothing to
// anybody, and whoever carries the wounded to hospital gives aid.

import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Deeds } from './deed-words.ts'
import { wordsBefore, wordsBehind } from './near-trigger.ts'
import type { Grounds } from './parties.ts'

const MISTAKEN: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'RETREAT'])

export const withoutRescues = (drafts: readonly EventDraft[], grounds: Grounds, deeds: Deeds): EventDraft[] =>
  drafts.flatMap((draft) => {
    if (!MISTAKEN.has(draft.type)) return [draft]
    const sentence = grounds.sentences.touching(draft.trigger)[0]
    if (!sentence) return [draft]
    const trigger = grounds.text.slice(...draft.trigger).replace(/\s+/g, ' ')
    const words = around(grounds.text, draft.trigger, sentence.span)
    if (
      draft.type === 'ASSAULT' &&
      /^(?:battl|f[iou]+ght|tackl|struggl)/i.test(trigger) &&
      isByFirefighters(draft, grounds.text)
    )
      return []
    const { handles, dead, helps, toRefuge, fromDanger, inNeed } = deeds
    if (handles.test(trigger) && (dead.test(words) || isBurial(trigger, words)) && !ALIVE.test(words)) return []
    const isTreated = /^treat/i.test(trigger) && inNeed.test(words)
    const isHelp = helps.test(trigger) && (toRefuge.test(words) || fromDanger.test(words) || isTreated)
    return [
      isHelp ? { ...draft, type: 'AID', parts: [], actor: actorsOf(draft), recipient: recipientsOf(draft) } : draft,
    ]
  })

/** "Firefighters battled for six hours": against a fire. */
const isByFirefighters = (draft: EventDraft, text: string): boolean =>
  actorsOf(draft).some((span) =>
    /\b(?:fire ?fighters?|firemen|fire (?:crews?|brigades?)|rescuers|rescue (?:crews?|teams?|workers)|medics|doctors|surgeons)\b/i.test(
      text.slice(...span),
    ),
  )

/** "buried eleven people", "were buried on Friday"; not "buried under the rubble", "buried alive". */
const isBurial = (trigger: string, words: string): boolean =>
  /^bur/i.test(trigger) &&
  !/\b(?:under|beneath|in the (?:rubble|ruins|debris)|by (?:an? |the )?(?:landslide|avalanche|mud|snow))\b/i.test(words)

const ALIVE = /\balive\b/i

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
