// Events with the counts of their sentences -> the same, without counts that are no toll of the event: of the war so far, of a year, of
// another town.

import type { ArticleText, Count, Entity, EventMention, Sentence, Span } from '../../types.ts'
import { indexBySpan, indexSpans, type SpanIndex } from '../spans.ts'

interface Known {
  entities: ReadonlyMap<string, Entity>
  counts: ReadonlyMap<string, Count>
}

export function withOwnTolls(
  events: readonly EventMention[],
  { entities, counts }: Known,
  { text, sentences }: Pick<ArticleText, 'text' | 'sentences'>,
): EventMention[] {
  const index = indexBySpan(sentences)
  const places = indexSpans(
    [...entities.values()].flatMap((entity) =>
      entity.type === 'place' && entity.place
        ? entity.mentions.map(({ span }): readonly [Span, { entity: Entity; span: Span }] => [span, { entity, span }])
        : [],
    ),
  )
  return events.map((event) => {
    const own = event.counts.filter((id) => {
      const count = counts.get(id)
      const sentence = count && index.touching(count.span)[0]
      return !sentence || isOwn(count.span, event, entities.get(event.place ?? ''), { text, sentence, places })
    })
    return own.length === event.counts.length ? event : { ...event, counts: own }
  })
}

interface Grounds {
  text: string
  sentence: Pick<Sentence, 'span'>
  places: SpanIndex<{ entity: Entity; span: Span }>
}

function isOwn(
  count: Span,
  { trigger }: Pick<EventMention, 'trigger'>,
  place: Entity | undefined,
  { text, sentence, places }: Grounds,
): boolean {
  // "The storm left 12 dead in Dol, where rebels had killed four": another story begins.
  if (count[1] <= trigger[0] && ANOTHER_STORY.test(text.slice(count[1], trigger[0]))) return false
  const end = count[1] + clauseBehind(text, count, sentence.span).length
  const before = text.slice(sentence.span[0], count[0])
  if (OF_MORE.test(text.slice(count[1], end)) || isTotal(before) || IN_ALL.test(before)) return false
  // "protests in Karim, where two died, and in Dol, where police fired"
  const told = places
    .touching([sentence.span[0], count[0]])
    .findLast(({ span: [, to] }) => to <= count[0] && /^, where [^,;.]*$/.test(text.slice(to, count[0])))
  if (told && place) return !isElsewhere(told.entity, place)
  const named = places
    .touching([count[1], end])
    .find(({ span: [from] }) => from >= count[1] && STANDS_IN.test(text.slice(count[1], from)))
  return !named || !place || !isElsewhere(named.entity, place)
}

/** Two towns that are not one; a province or a country may be the one that the town is in. */
export function isElsewhere({ id, place: one }: Entity, { id: otherId, place: other }: Entity): boolean {
  if (id === otherId || !one || !other) return false
  const isTown = ({ precision }: typeof one) => precision === 'exact' || precision === 'settlement'
  return isTown(one) && isTown(other) && Math.hypot(one.lat - other.lat, one.lon - other.lon) > FAR_DEGREES
}

const ANOTHER_STORY = /$(?<=, where [^.;]*\bhad \S* ?)/

/** About 25 kilometres. */
const FAR_DEGREES = 0.25

/** "since the war began", "so far this year", "in eight years of fighting"; not "since Monday", "since the attack". */
const OF_MORE =
  /\b(?:since (?:(?:the )?(?:start|beginning|outbreak|onset)\b|(?:the )?(?:war|conflict|fighting|uprising|insurgency|invasion|unrest|protests|campaign|offensive|siege)\b|(?:early |late |mid-?)?(?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4})\b|last (?:year|month)|it (?:began|started))|so far|this year(?!['’]s)|in recent (?:days|weeks|months|years)|(?:over|in|during|within) the (?:past|last|previous) (?:\S+ ){0,2}(?:hours|days|weeks?|months?|years?|decades?)|in (?:\S+ ){1,3}(?:weeks|months|years|decades) of\b|(?:during|throughout|in) the (?:\S+ )?(?:war|conflict|insurgency|uprising)(?! with| between)|in (?:similar|previous|earlier|other|separate) (?:\S+ )?(?:attacks|incidents|strikes|raids|bombings)|in (?:two|three|several) (?:\S+ )?(?:attacks|incidents))/i

/** At the beginning of its sentence: "In recent days 57 people", "Since the war began, 57 people". */
const IN_ALL =
  /^\W*(?:(?:in|over|during|within) (?:recent|the (?:past|last|previous)) (?:\S+ ){0,2}(?:hours|days|weeks?|months?|years?|decades?)|so far this (?:week|month|year)|since (?:the )?(?:start|beginning|war|conflict|fighting|uprising|invasion)\b|since (?:January|February|March|April|May|June|July|August|September|October|November|December|\d{4}))[^.;:]{0,60}$/i

/** "bringing the total to", "the conflict has killed" */
const isTotal = (before: string): boolean =>
  /$(?<=\b(?:bring(?:s|ing)?|brought|tak(?:es|ing)|raising) (?:\S+ ){0,4}(?:total|overall)\b[^,.;]*)/i.test(before) ||
  /$(?<=\b(?:war|conflict|insurgency|violence|fighting|campaign) (?:that |which )?(?:has|have|had) (?:so far |already )?(?:killed|claimed|left|cost|displaced|forced)\b[^,.;]*)/i.test(
    before,
  )

const NEXT_NUMBER =
  /,? (?:and|but|while) (?=\S*\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|another|more|at least|about)\b)/

/** What follows the count up to the next number or mark. */
const clauseBehind = (text: string, span: Span, [, end]: Span): string =>
  (/^[^;:.!?]{0,90}/.exec(text.slice(span[1], end))?.[0] ?? '').split(NEXT_NUMBER)[0]

/** "in", "near" right before the name: "killed five in Dol", not "killed five with rockets from Dol". */
const STANDS_IN =
  /\b(?:in|near|at|outside|around|across)(?: the)?(?: (?:town|city|village|district|province|port|state) of)?(?: (?:nearby|neighbou?ring|northern|southern|eastern|western|central))?\s*$/i
