// The events of an article -> the same, those whose sentence names no place with the one that their neighbour, the headline or the
// dateline gives, and what it rests on.

import type { Article, ArticleText, Entity, EventMention, Span } from '../../types.ts'

/** Their place is where the report's is; talks and accusations are held anywhere. */
export const PHYSICAL: ReadonlySet<string> = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'RETREAT', 'MOBILIZE', 'HAZARD'])
/** Sentences of the body that still tell what headline and dateline are about. */
const LEAD_SENTENCES = 2

export function withPlaceFromElsewhere(
  events: readonly EventMention[],
  entities: ReadonlyMap<string, Entity>,
  { text, sentences, blocks }: Pick<ArticleText, 'text' | 'sentences' | 'blocks'>,
  { title, dateline }: Pick<Article, 'title' | 'dateline'>,
): EventMention[] {
  const own = events.map((event) => (event.place === undefined ? event : { ...event, placeBasis: 'sentence' as const }))
  const besides = valuesBy(own, kindIn, ({ place }) => place)
  const kindOf = (sentence: number | undefined) =>
    sentence === undefined ? undefined : blocks[sentences[sentence]?.block ?? -1]?.kind
  const headlined = own.find(({ place, sentence }) => place !== undefined && kindOf(sentence) === 'title')
  const from = dateline?.span[1] ?? title?.[1] ?? 0
  const body = sentences.flatMap(({ span, block }, index) =>
    span[0] >= from && blocks[block]?.kind !== 'title' && blocks[block]?.kind !== 'heading' ? [index] : [],
  )
  const lead = new Set(body.slice(0, LEAD_SENTENCES))
  const named = [...entities.values()]
    .filter(({ type, place }) => type === 'place' && place !== undefined)
    .flatMap(({ id, mentions }) => mentions.filter(({ kind }) => kind === 'name').map(({ span }) => ({ id, span })))
  const written = dateline && placeIn(dateline.span, entities)
  return withSharedTimes(own).map((event) => {
    if (event.place !== undefined || event.sentence === undefined || !PHYSICAL.has(event.type)) return event
    const there = placeOfThere(event.trigger, sentences[event.sentence].span, text, named)
    if (there !== undefined) return { ...event, place: there, placeBasis: 'sentence' as const }
    const beside = besides.get(kindIn(event)) ?? new Set<string>()
    const [neighbour] = beside
    if (neighbour !== undefined && beside.size === 1)
      return { ...event, place: neighbour, placeBasis: 'sentence' as const }
    if (!lead.has(event.sentence) || beside.size > 0 || event.status !== 'actual') return event
    if (headlined?.place !== undefined && headlined.type === event.type)
      return { ...event, place: headlined.place, placeBasis: 'headline' as const }
    if (written && event.sentence === body[0]) return { ...event, place: written.id, placeBasis: 'dateline' as const }
    return event
  })
}

/** "The bishop of Karim said soldiers had shot 18 men there": the place named last before it, in its sentence or the one before. */
function placeOfThere(
  [, end]: Span,
  [from, to]: Span,
  text: string,
  named: readonly { id: string; span: Span }[],
): string | undefined {
  const there = THERE.exec(text.slice(end, to))
  if (!there) return undefined
  const at = end + there.index
  return named
    .filter(({ span }) => span[1] <= at && span[0] >= from - THERE_CHARACTERS)
    .toSorted((a, b) => a.span[0] - b.span[0])
    .at(-1)?.id
}
const THERE = /^[^,;:.]{0,40} there\b(?! (?:is|are|was|were|has|have|had|will|would|could|may|might)\b)/i
const THERE_CHARACTERS = 200

/** "burned two lorries in Karim on Sunday, killing four": in one sentence and place, on the same day. */
function withSharedTimes(events: readonly EventMention[]): EventMention[] {
  const placed = (event: EventMention) => `${kindIn(event)} ${event.place}`
  const times = valuesBy(events, placed, ({ time }) => time)
  return events.map((event) => {
    if (event.time !== undefined || event.place === undefined) return event
    const shared = times.get(placed(event)) ?? new Set<string>()
    const [time] = shared
    return time === undefined || shared.size > 1 ? event : { ...event, time }
  })
}

const kindIn = ({ sentence, type }: EventMention): string => `${sentence} ${type}`

/** What the events of each key have, each value once, in the order of the events: looked through once, not again for each event. */
function valuesBy(
  events: readonly EventMention[],
  keyOf: (event: EventMention) => string,
  what: (event: EventMention) => string | undefined,
): Map<string, Set<string>> {
  const values = new Map<string, Set<string>>()
  for (const event of events) {
    const [key, value] = [keyOf(event), what(event)]
    if (value) values.set(key, (values.get(key) ?? new Set<string>()).add(value))
  }
  return values
}

/** The first place that a dateline names: "GOMA, Congo (AP)". */
function placeIn([start, end]: readonly [number, number], entities: ReadonlyMap<string, Entity>): Entity | undefined {
  let found: { entity: Entity; at: number } | undefined
  for (const entity of entities.values())
    for (const { span } of entity.place && entity.type === 'place' ? entity.mentions : [])
      if (span[0] >= start && span[1] <= end && (found === undefined || span[0] < found.at))
        found = { entity, at: span[0] }
  return found?.entity
}
