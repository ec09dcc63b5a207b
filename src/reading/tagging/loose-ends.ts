// What the model takes for mentions and triggers -> the same without loose ends: no phrase ends with "near" or "who", and "were" alone is no event.

import type { Sentence, Span, Token } from '../../types.ts'
import { type SpanIndex, tokensInside } from '../spans.ts'
import type { EventDraft, MentionDraft } from './drafts.ts'

/** Parts of speech that no phrase begins with, or ends with. */
const LOOSE_START = /^(?:ADP|CCONJ|SCONJ|PUNCT|AUX)$/
const LOOSE_END = /^(?:ADP|CCONJ|SCONJ|DET|PUNCT|AUX|PART)$/
/** "a deputy who", "the town which" */
const RELATIVE = /^(?:who|whom|whose|which|that)$/i

export function withoutLooseEnds(mentions: readonly MentionDraft[], sentences: SpanIndex<Sentence>): MentionDraft[] {
  return mentions.flatMap((mention) => {
    const span = trimmed(tokensInside(sentences.touching(mention.span), mention.span), mention.span)
    return span ? [{ ...mention, span }] : []
  })
}

function trimmed(tokens: readonly Token[], whole: Span): Span | null {
  if (tokens.length < 2) return whole
  const first = tokens.findIndex(({ pos }) => !LOOSE_START.test(pos))
  if (first < 0) return null
  let last = tokens.length - 1
  while (last >= first && (LOOSE_END.test(tokens[last].pos) || RELATIVE.test(tokens[last].text))) last--
  // "a source close to"
  if (last < tokens.length - 1) while (last > first && /^(?:ADJ|ADV)$/.test(tokens[last].pos)) last--
  return last < first ? null : [tokens[first].span[0], tokens[last].span[1]]
}

/** Not "must", which makes a demand. */
const HELPS = /^(?:be|is|are|was|were|been|being|has|have|had|having|do|does|did|gets?|got|['’]s|['’]ve|['’]re)$/i

/** "were" of "were detained", which is an event of its own. */
export function withoutAuxiliaries(events: readonly EventDraft[], sentences: SpanIndex<Sentence>): EventDraft[] {
  return events.filter(({ trigger }) => {
    const tokens = tokensInside(sentences.touching(trigger), trigger)
    return tokens.length === 0 || tokens.some(({ pos, text }) => pos !== 'AUX' || !HELPS.test(text))
  })
}
