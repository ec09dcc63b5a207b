// Drafts of events and sentences -> the drafts, a noun that takes up an event told before as sure as that event: "was ambushed ... called
// the ambush an act of terror".

import type { Sentence, Span, Token } from '../../types.ts'
import type { EventDraft } from '../tagging/drafts.ts'

/** How likely such a mention is what its sentence reports, at least. */
const MAIN = 0.3

export function withTakenUp(drafts: readonly EventDraft[], sentences: readonly Sentence[]): EventDraft[] {
  const starts = new Map(drafts.map((draft) => [draft.trigger[0], draft]))
  const told = new Map<string, EventDraft>()
  const surer = new Map<number, EventDraft>()
  for (const { tokens } of sentences)
    for (const [place, { lemma, pos, span }] of tokens.entries()) {
      const own = starts.get(span[0])
      if (own && pos === 'VERB' && lemma.length > SHORT && !told.has(lemma)) told.set(lemma, own)
      const before = pos === 'NOUN' && pointsBack(tokens, place) ? told.get(lemma) : undefined
      if (!before) continue
      const { sure, main } = own ?? { sure: 0, main: 0 }
      const mention = own ?? mentionOf(before, span)
      surer.set(span[0], { ...mention, sure: Math.max(sure, before.sure), main: Math.max(main, MAIN) })
    }
  return [...drafts.filter(({ trigger }) => !surer.has(trigger[0])), ...surer.values()].sort(
    (a, b) => a.trigger[0] - b.trigger[0],
  )
}

/** Short verbs are nouns of all kinds: "hit", "set", "take". */
const SHORT = 4

/** "the ambush", "this deadly ambush", not "an ambush" */
const pointsBack = (tokens: readonly Token[], place: number): boolean =>
  /^(?:the|this|that)$/i.test(tokens[place - 1]?.text ?? '') ||
  (tokens[place - 1]?.pos === 'ADJ' && /^(?:the|this|that)$/i.test(tokens[place - 2]?.text ?? ''))

const mentionOf = ({ type, sure }: EventDraft, trigger: Span): EventDraft => ({
  trigger,
  type,
  status: 'actual',
  refers: 1,
  sure,
  main: MAIN,
  actor: [],
  recipient: [],
  instrument: [],
  place: [],
  time: [],
  parts: [],
})
