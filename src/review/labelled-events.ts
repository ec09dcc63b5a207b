// A reviewed article -> its events, each with its sentence, in the format of records coded with PLOVER: one event on each line.

import { sentenceOf } from '../reading/sentence-of.ts'
import type { Article, EventMention, Span } from '../types.ts'
import { headOf, type Reviewed } from './labelled.ts'

export function labelledEvents(reviewed: Reviewed): object[] {
  const { reading, article, who } = reviewed
  const { id, date } = headOf(reviewed)
  return article.events.flatMap((event) =>
    event.decided ? [labelledEvent(reading.document.text, article, event, { id, date, who })] : [],
  )
}

function labelledEvent(
  text: string,
  article: Article,
  event: EventMention,
  { id, date, who }: { id: string; date: string | null; who: string },
) {
  const { type, mode, status, trigger, participants, place } = event
  const { span: sentence } = sentenceOf(event, article)
  const inSentence = (spans: readonly Span[]): Span[] =>
    spans
      .filter(([start, end]) => sentence[0] <= start && end <= sentence[1])
      .map(([start, end]) => [start - sentence[0], end - sentence[0]])
  const parties = (role: string) =>
    inSentence(participants.flatMap((party) => (party.role === role ? party.spans : [])))
  const where = article.entities.find((entity) => entity.id === place)
  const words = text.slice(...sentence)
  const spans = {
    source: parties('actor'),
    target: parties('recipient'),
    event: inSentence([trigger]),
    location: inSentence(where?.mentions.map(({ span }) => span) ?? []).slice(0, 1),
  }
  const textsOf = (spans: readonly Span[]) => spans.map((span) => ({ text: words.slice(...span) }))
  return {
    id: `${id}-${event.id}`,
    text: words,
    event: type,
    eventCurrent: type,
    ...(mode === undefined ? {} : { mode: [mode] }),
    context: [],
    source: textsOf(spans.source),
    target: textsOf(spans.target),
    date,
    eventText: text.slice(...trigger),
    ...(where ? { eventLocation: where.name } : {}),
    status,
    annotator: who,
    spans: Object.fromEntries(Object.entries(spans).filter(([, found]) => found.length > 0)),
  }
}
