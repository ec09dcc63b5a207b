// A mention of an event -> the words that a decision keeps of it; an article and a decision on a mention -> the decided article.

import { meansByMode } from '../reading/events/means.ts'
import type { Article, Decided, EventMention, Span } from '../types.ts'
import type { EventWords, OnEvent } from './decision.ts'
import { entityAt } from './entity-at.ts'
import { closest, findQuote, findQuotes, likeness, type Quote, quoteOf } from './quote.ts'

export function eventWords(text: string, article: Article, event: EventMention): EventWords {
  const { trigger, type, mode, status, participants, counts } = event
  const quote = (span: Span | undefined) => (span ? quoteOf(text, span) : null)
  return {
    trigger: quoteOf(text, trigger),
    type,
    ...(mode === undefined ? {} : { mode }),
    status,
    participants: participants.map(({ role, kind, named, spans }) => ({
      role,
      kind,
      named,
      words: spans.map((span) => quoteOf(text, span)),
    })),
    place: quote(mentionNear(article, event.place, trigger)),
    time: quote(article.times.find(({ id }) => id === event.time)?.span),
    counts: article.counts.flatMap(({ id, span }) => (counts.includes(id) ? [quoteOf(text, span)] : [])),
    statement: quote(article.statements.find(({ id }) => id === event.statement)?.content[0]),
  }
}

/** Of an entity's mentions the nearest to the trigger. */
function mentionNear({ entities }: Article, entity: string | undefined, [start]: Span): Span | undefined {
  const spans = entities.find(({ id }) => id === entity)?.mentions.map(({ span }) => span) ?? []
  return spans.toSorted((a, b) => Math.abs(a[0] - start) - Math.abs(b[0] - start))[0]
}

/** The one with this trigger, of several that of the same type. */
export const eventAt = ({ events }: Article, trigger: Span, type?: string): EventMention | null =>
  closest(events, (event) => {
    const alike = likeness([event.trigger], [trigger])
    return alike > 0 && event.type === type ? alike + 0.01 : alike
  })

/** Null where its words are not found any more. */
export function decideEvent(
  text: string,
  article: Article,
  { before, after }: OnEvent,
  { id, decided }: { id: string; decided: Decided | null },
): Article | null {
  const was = before && findQuote(text, before.trigger)
  const target = was && eventAt(article, was, before?.type)
  if (after === null)
    return was && (target ? { ...article, events: article.events.filter((event) => event !== target) } : article)
  const trigger = findQuote(text, after.trigger)
  if (!trigger) return null
  const made = eventOf(text, article, after, trigger, { was: target, id: target?.id ?? id })
  const event = { ...made, ...wordingOf(made, target), ...(decided === null ? {} : { decided }) }
  return {
    ...article,
    events: target ? article.events.map((one) => (one === target ? event : one)) : [...article.events, event],
  }
}

/** What the reader made of its words stays as far as a person left them. */
function wordingOf(made: EventMention, was: EventMention | null): Partial<EventMention> {
  const same = was !== null && likeness([was.trigger], [made.trigger]) === 1
  const means = same && was.mode === made.mode ? was.means : meansByMode(made)
  const course = same && was.status === made.status ? was.course : undefined
  return {
    ...(means ? { means } : {}),
    ...(course ? { course } : {}),
    ...(same && was.another ? { another: true } : {}),
    ...(same && was.refersBack ? { refersBack: true } : {}),
    ...(same && was.general ? { general: true } : {}),
    ...(same && was.denies ? { denies: was.denies } : {}),
    ...(same && was.deniedAltogether && was.status === made.status ? { deniedAltogether: true } : {}),
    ...(same && was.deniesBlame && was.status === made.status ? { deniesBlame: true } : {}),
    ...(same && was.follows ? { follows: was.follows } : {}),
    ...(same && was.placeBasis && was.place === made.place ? { placeBasis: was.placeBasis } : {}),
  }
}

/** What else belongs to it is taken where its words are still found. */
function eventOf(
  text: string,
  article: Article,
  words: EventWords,
  trigger: Span,
  { was, id }: { was: EventMention | null; id: string },
): EventMention {
  const find = (quote: Quote | null) => quote && findQuote(text, quote)
  const at = <Thing>(
    things: readonly Thing[],
    spansOf: (thing: Thing) => Span[],
    quote: Quote | null,
  ): Thing | null => {
    const span = find(quote)
    return span && closest(things, (thing) => likeness(spansOf(thing), [span]), 0.2)
  }
  const place = find(words.place)
  const where = place && entityAt(article, [place], ({ type, place }) => place !== undefined || type === 'place')
  const time = at(article.times, ({ span }) => [span], words.time)
  const sentence = (article.sentences ?? []).findIndex(
    ({ span: [start, end] }) => start <= trigger[0] && trigger[0] < end,
  )
  return {
    id,
    type: words.type,
    ...(words.mode === undefined ? {} : { mode: words.mode }),
    trigger,
    ...(sentence < 0 ? {} : { sentence }),
    participants: words.participants.flatMap(({ words, ...party }) => {
      const spans = findQuotes(text, words)
      if (!spans) return []
      const entity = entityAt(article, spans)
      return [{ ...party, spans, ...(entity ? { entity: entity.id } : {}), ...kindOfPeople(spans, was) }]
    }),
    ...(where ? { place: where.id } : {}),
    ...(time ? { time: time.id } : {}),
    counts: words.counts.flatMap((quote) => at(article.counts, ({ span }) => [span], quote)?.id ?? []),
    status: words.status,
    statement: at(article.statements, ({ content }) => content.slice(0, 1), words.statement)?.id ?? null,
    confidence: 1,
  }
}

/** The reader's, of the participant in the same words. */
function kindOfPeople(spans: readonly Span[], was: EventMention | null) {
  const { side, camp, body } = was?.participants.find((party) => likeness(party.spans, spans) === 1) ?? {}
  return { ...(side ? { side } : {}), ...(camp ? { camp } : {}), ...(body ? { body } : {}) }
}
