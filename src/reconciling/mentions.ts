// A reading -> its mentions of events, each with all that telling it from others needs and nothing of the rest.

import { type Day, parseDay } from '../calendar.ts'
import { sentenceOf } from '../reading/sentence-of.ts'
import type {
  Article,
  Camp,
  Entity,
  EventMention,
  EventName,
  Fate,
  PlacePrecision,
  Reading,
  Side,
  Span,
  Time,
} from '../types.ts'
import type { Means } from './means.ts'
import { type Origin, originsIn } from './origins.ts'
import { nameWords, placeWords, tellingWords } from './words.ts'

/** Where something is said to have happened, as far as coordinates are known. */
export interface Spot {
  name: string
  lat: number
  lon: number
  precision: PlacePrecision
  country?: string
  admin1?: string
  geonameId?: number
  span: Span
}

export interface When {
  first: Day
  last: Day
  precision: Time['precision']
  span: Span
}

export interface Party {
  role: 'actor' | 'recipient' | 'instrument'
  kind: EventMention['participants'][number]['kind']
  named: boolean
  /** As the text has it, and the entity's full name where it has one. */
  text: string
  words: readonly string[]
  country?: string
  sector?: string
  side?: Side
  camp?: Camp
  span: Span
}

export interface Tally {
  fate: Fate | null
  of: string
  side?: Side
  low: number
  high: number | null
  approximate: boolean
  text: string
  span: Span
  /** "from 19 to 14": what it was before. */
  former?: true
}

export interface Mention {
  /** Of the whole record: document, article and event. */
  key: string
  document: string
  article: number
  event: string
  statement: string | null
  origin: Origin
  outlet?: string
  published?: string
  /** Day of publication, else the day of the dateline or the first date of the text. */
  publishedOn: Day | null
  type: string
  mode?: string
  status: EventMention['status']
  /** "denied that anyone had been taken", not only that they had taken anyone. */
  deniedAltogether: boolean
  confidence: number
  trigger: Span
  means: Means
  /** Of a battle for a place: whether it is won or goes on. */
  course: 'over' | 'going on' | null
  /** "a second bomb", "another attack": by its words not the one told of before. */
  another: boolean
  /** "the attack": it points back to what was told before. */
  definite: boolean
  place: Spot | null
  /** Where no place of its own is told: the place that the article is most about. */
  around: Spot | null
  /** The words of its place, known to the gazetteer or not: "the grain silo"; a country is no site. */
  site: readonly string[]
  /** The words of the place that the article names most. */
  town: readonly string[]
  when: When | null
  parties: readonly Party[]
  tallies: readonly Tally[]
  /** Of the sentence. */
  words: ReadonlySet<string>
  /** Its sentence among those of the article, by the offset of its first character, and its block. */
  sentence: Span
  sentenceText: string
  block: number
  /** Of the title or a heading. */
  headline: boolean
  /** The mention that it denies without telling of it: "rejected the claim". */
  rebuts?: string
}

/** Between the parts of a key; SQL handles it, and ids seldom hold it. */
export const SEPARATOR = '\u001f'

/** Tells a mention from all others of the record. */
export const keyOf = ({ document, article, event }: EventName): string => [document, article, event].join(SEPARATOR)

/** Of each article its own, in text order. */
export function mentionsOf({ document: { id, text }, articles }: Reading): Mention[][] {
  return articles.map((article, index) => {
    const where: Where = {
      id,
      text,
      number: index + 1,
      article,
      entities: new Map(article.entities.map((entity) => [entity.id, entity])),
      around: mainPlace(article),
      town: townOf(article),
      originOf: originsIn(article, { document: id, article: index + 1, text }),
    }
    const mentions = new Map(article.events.map((event) => [event.id, mentionOf(event, where)]))
    return article.events.flatMap(({ id, denies }) => {
      const [mention, denied] = [mentions.get(id), mentions.get(denies?.event ?? '')]
      return mention && denies && denied ? asDenial(mention, denied, denies.statement, where) : (mention ?? [])
    })
  })
}

/** "rejected the claim" is an account of what was claimed. */
function asDenial(mention: Mention, denied: Mention, statement: string, { originOf }: Where): Mention {
  const { type, mode, means, place, site, when } = denied
  const { mode: _, ...rest } = mention
  return {
    ...rest,
    type,
    ...(mode === undefined ? {} : { mode }),
    means,
    place,
    site,
    when,
    parties: [],
    tallies: [],
    status: 'denied',
    statement,
    origin: originOf(statement),
    rebuts: denied.key,
  }
}

/** What all mentions of an article share. */
interface Where {
  id: string
  text: string
  number: number
  article: Article
  entities: ReadonlyMap<string, Entity>
  around: Spot | null
  town: readonly string[]
  originOf: (statement: string | null) => Origin
}

function mentionOf(
  event: EventMention,
  { id, text, number, article, entities, around, town, originOf }: Where,
): Mention {
  const { span: sentence, block } = sentenceOf(event, article)
  const placed = entities.get(event.place ?? '')
  const tallies = talliesOf(event, article, text)
  const parties = event.participants.map(({ role, kind, named, spans, entity, side, camp }): Party => {
    const known = entity === undefined ? undefined : entities.get(entity)
    const said = spans.map((span) => text.slice(...span)).join(' ')
    const { country, sector } = known?.actor ?? {}
    return {
      role,
      kind,
      named,
      text: named && known ? known.name : said,
      words: nameWords(named && known ? known.name : said),
      ...(country === undefined ? {} : { country }),
      ...(sector === undefined ? {} : { sector }),
      ...(side === undefined ? {} : { side }),
      ...(camp === undefined ? {} : { camp }),
      span: spans[0],
    }
  })
  const published = article.published?.value
  return {
    key: keyOf({ document: id, article: number, event: event.id }),
    document: id,
    article: number,
    event: event.id,
    statement: event.statement,
    origin: originOf(event.statement),
    ...(article.outlet === undefined ? {} : { outlet: article.outlet }),
    ...(published === undefined ? {} : { published }),
    publishedOn: published === undefined ? null : parseDay(published),
    type: event.type,
    ...(event.mode === undefined ? {} : { mode: event.mode }),
    status: event.status,
    deniedAltogether: event.deniedAltogether ?? false,
    confidence: event.confidence,
    trigger: event.trigger,
    means: event.means ?? null,
    // That fighting has begun leaves open how it stands.
    course: event.course === undefined || event.course === 'begun' ? null : event.course,
    another: event.another ?? false,
    definite: event.refersBack ?? false,
    place: placed ? spotOf(placed) : null,
    around,
    site: placed && !isCountry(placed) ? placeWords(placed.name) : [],
    town,
    when: whenOf(event, article),
    parties,
    tallies,
    words: tellingWords(text.slice(...sentence)),
    sentence,
    sentenceText: shorten(text.slice(...sentence)),
    block,
    headline: block >= 0 && (article.blocks[block].kind === 'title' || article.blocks[block].kind === 'heading'),
  }
}

/** A sentence may have ten thousand words; mentions stay small. */
const LONGEST = 400

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text)

function spotOf({ name, place, mentions }: Entity): Spot | null {
  if (!place) return null
  const { lat, lon, precision, country, admin1, geonameId } = place
  return {
    name,
    lat,
    lon,
    precision,
    ...(country === undefined ? {} : { country }),
    ...(admin1 === undefined ? {} : { admin1 }),
    ...(geonameId === undefined ? {} : { geonameId }),
    span: mentions[0]?.span ?? [0, 0],
  }
}

/** A country itself, and not a village somewhere in it. */
const isCountry = ({ place }: Entity): boolean => place?.precision === 'country' && place.relation === undefined

/** The settlement that the article names most, the first of equals. */
function mainPlace(article: Article): Spot | null {
  let best: Entity | null = null
  for (const entity of article.entities) {
    if (!entity.place || entity.place.precision === 'country' || entity.place.precision === 'region') continue
    if (!best || entity.mentions.length > best.mentions.length) best = entity
  }
  return best ? spotOf(best) : null
}

function townOf({ entities }: Article): string[] {
  const named = entities.filter(
    ({ type, mentions, place }) =>
      type === 'place' &&
      mentions.some(({ kind }) => kind === 'name') &&
      place?.precision !== 'country' &&
      place?.precision !== 'region',
  )
  const [most] = named.toSorted((a, b) => b.mentions.length - a.mentions.length)
  return most ? nameWords(most.name) : []
}

function whenOf({ time }: EventMention, { times }: Article): When | null {
  const found = times.find(({ id }) => id === time)
  const first = found?.start === undefined ? null : parseDay(found.start)
  const last = found?.end === undefined ? null : parseDay(found.end)
  return found && first !== null && last !== null ? { first, last, precision: found.precision, span: found.span } : null
}

function talliesOf({ counts }: EventMention, article: Article, text: string): Tally[] {
  const replaced = new Set(article.counts.flatMap(({ was }) => was ?? []))
  return article.counts
    .filter(({ id }) => counts.includes(id))
    .map(({ id, fate, of, side, low, high, approximate, span }) => ({
      fate: fate ?? null,
      of,
      ...(side === undefined ? {} : { side }),
      low,
      high,
      approximate,
      text: text.slice(...span),
      span,
      ...(replaced.has(id) ? { former: true as const } : {}),
    }))
}
