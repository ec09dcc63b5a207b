// Drafts of events -> the same, and those whose verb is left out: "Three people were killed in Karim and five in Dol".

import type { Sentence, Span, Time } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import type { EventDraft } from '../tagging/drafts.ts'
import type { Mention } from './parties.ts'

/** What is done to people and things in one place after another. */
const TYPES: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST'])

const NUMBER =
  '(?:\\d[\\d,.]*\\d|\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|dozens|scores|hundreds|several)'
/** ", one in", "and a nurse in", "and at least five others near": what follows is a name. */
const ITEM = new RegExp(
  `(?:,|,?\\s(?:and|plus))\\s(?<item>(?:another\\s|a further\\s|at least\\s|more than\\s|about\\s|some\\s)?(?:${NUMBER}(?:\\s(?:more|others?))?|an?\\s[\\p{L}-]+)(?:\\s[\\p{Ll}-]+){0,2}?)\\s(?:in|near|at|outside)\\s(?:the\\s)?(?=\\p{Lu})`,
  'gu',
)
/** Nothing is said of it but this: no verb follows. */
const CLOSES = /^\s*(?:$|[.,;:)]|and\b|as\b|while\b|when\b)/
const BEFORE_TIME = /^,?\s(?:on\s|early\s|late\s)*$/

/** @param drafts in the order of the text */
export function withGapped(
  drafts: readonly EventDraft[],
  sentences: SpanIndex<Sentence>,
  { text, mentions, times }: { text: string; mentions: SpanIndex<Mention>; times: SpanIndex<Time> },
): EventDraft[] {
  const placeAt = (at: number) =>
    mentions
      .touching([at, at + 1])
      .find(({ span, entity, kind }) => span[0] === at && kind !== 'pronoun' && entity.type === 'place' && entity.place)
  return drafts.flatMap((draft, index) => {
    const [sentence] = TYPES.has(draft.type) ? sentences.touching(draft.trigger) : []
    if (!sentence) return [draft]
    // The next verb has its own places.
    const end = Math.min(sentence.span[1], drafts[index + 1]?.trigger[0] ?? sentence.span[1])
    const from = draft.trigger[1]
    const found: EventDraft[] = []
    let behind = placeBetween(from, end, mentions)
    for (const match of text.slice(from, end).matchAll(ITEM)) {
      const item = match.groups?.item ?? ''
      const place = placeAt(from + match.index + match[0].length)
      // "killed three soldiers and a guard in Karim" is one place.
      if (!place || behind === undefined || behind > from + match.index) continue
      const time = times
        .touching([place.span[1], Math.min(end, place.span[1] + TIME_CHARACTERS)])
        .find(
          ({ span, type }) =>
            (type === 'date' || type === 'time') && BEFORE_TIME.test(text.slice(place.span[1], span[0])),
        )
      if (!CLOSES.test(text.slice(time?.span[1] ?? place.span[1], sentence.span[1]))) continue
      const start = from + match.index + match[0].indexOf(item)
      const span: Span = [start, start + item.length]
      found.push({
        ...draft,
        trigger: span,
        recipient: [span],
        place: [place.span],
        time: time ? [time.span] : draft.time,
        parts: draft.parts.filter(({ role }) => role !== 'recipient'),
      })
      behind = place.span[1]
    }
    return [found.length > 0 ? upTo(draft, found[0].trigger[0]) : draft, ...found]
  })
}

const TIME_CHARACTERS = 30

/** Where the first place behind the trigger ends, that something happened in. */
function placeBetween(from: number, to: number, mentions: SpanIndex<Mention>): number | undefined {
  return mentions.touching([from, to]).find(({ span, entity }) => span[0] >= from && entity.type === 'place')?.span[1]
}

/** The draft without what belongs to the next one. */
function upTo(draft: EventDraft, end: number): EventDraft {
  const before = (spans: readonly Span[]) => spans.filter(([start]) => start < end)
  return {
    ...draft,
    recipient: before(draft.recipient),
    place: before(draft.place),
    parts: draft.parts.filter(({ span }) => span[0] < end),
  }
}
