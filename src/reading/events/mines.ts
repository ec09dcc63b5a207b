// Drafts of events -> the same, with the mine that somebody drove over as what did the harm: "four were killed when a convoy hit a mine".

import type { Span } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Grounds } from './parties.ts'

export const withMines = (drafts: readonly EventDraft[], { text, sentences }: Grounds): EventDraft[] =>
  drafts.map((draft) => {
    const sentence = draft.type === 'ASSAULT' ? sentences.touching(draft.trigger)[0] : undefined
    if (!sentence || draft.instrument.length > 0) return draft
    const from = Math.max(sentence.span[0], draft.trigger[0] - REACH_CHARACTERS)
    const match = HITS_MINE.exec(text.slice(from, Math.min(sentence.span[1], draft.trigger[1] + REACH_CHARACTERS)))
    if (!match) return draft
    const start = from + match.index + match[1].length
    const mine: Span = [start, start + match[2].length]
    const hits = from + match.index
    // The convoy that hit it did nothing to anybody, and the mine is no victim.
    const isOver = ([from, to]: Span) =>
      (from < mine[1] && mine[0] < to) || (to <= hits && to > hits - VEHICLE_CHARACTERS)
    return {
      ...draft,
      actor: draft.actor.filter((span) => !isOver(span)),
      recipient: draft.recipient.filter(([from, to]) => to <= mine[0] || mine[1] <= from),
      instrument: [mine],
      parts: draft.parts.filter(({ role, span }) => role === 'recipient' || !isOver(span)),
    }
  })

/** A sentence of news has fewer. */
const REACH_CHARACTERS = 400
const VEHICLE_CHARACTERS = 3

const HITS_MINE =
  /\b((?:hit|hits|hitting|struck|strikes?|striking|(?:drove|driven|drives|driving|ran|run) (?:over|on to|onto|into)|st[eo]pp(?:ed|ing) on|trod on|triggered|detonated|set off) (?:an? |the |two )?)((?:(?!of|in|at|by|with|on|gold|coal|copper|iron|salt|diamond|tin|cobalt)[\p{L}-]+ ){0,2}?(?:land ?mines?|mines?|IEDs?|improvised explosive devices?|roadside bombs?|booby[- ]traps?))\b(?! (?:shaft|owner|worker|operator|manager))/iu
