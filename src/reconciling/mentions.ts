// A reading -> its mentions of events.

import { hoursOf, parseDay } from '../calendar.ts'
import { sentenceOf } from '../reading/sentence-of.ts'
import type { Article, Entity, EventMention, Reading, Time } from '../types.ts'
import { isCountry, mainPlace, spotOf, townOf } from './article-places.ts'
import { companyOf } from './company.ts'
import { homeCountryOf } from './home-country.ts'
import { keyOf, type Mention, type Spot, type Tally, type When } from './mention.ts'
import { type Origin, originsIn } from './origins.ts'
import { partiesOf } from './parties.ts'
import { talliesIn } from './tallies.ts'
import { turnsElsewhere } from './turns-elsewhere.ts'
import { placeWords, wordNumbers } from './words.ts'

/** Of each article its own, in text order. */
export function mentionsOf({ document: { id, text }, articles }: Reading): Mention[][] {
  return articles.map((article, index) => {
    const where: Where = {
      id,
      text,
      number: index + 1,
      article,
      entities: new Map(article.entities.map((entity) => [entity.id, entity])),
      times: new Map(article.times.map((time) => [time.id, time])),
      talliesOf: talliesIn(article, text),
      around: mainPlace(article),
      town: townOf(article),
      home: homeCountryOf(article),
      company: companyOf(article),
      sentencesAbove: sentencesAboveEach(article),
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
  times: ReadonlyMap<string, Time>
  talliesOf: (counts: readonly string[]) => Tally[]
  around: Spot | null
  town: readonly string[]
  /** The country that the article is about. */
  home: string | undefined
  company: readonly string[]
  /** Of each sentence. */
  sentencesAbove: readonly number[]
  originOf: (statement: string | null) => Origin
}

function mentionOf(
  event: EventMention,
  {
    id,
    text,
    number,
    article,
    entities,
    times,
    talliesOf,
    around,
    town,
    home,
    company,
    sentencesAbove,
    originOf,
  }: Where,
): Mention {
  const { span: sentence, block } = sentenceOf(event, article)
  const headline = isHeading(block, article)
  const placed = entities.get(event.place ?? '')
  const place = placed ? spotOf(placed, sentence) : null
  const published = article.published?.value
  const basis = place && isSeat(place, event, article, around) ? 'dateline' : event.placeBasis
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
    ...(event.follows
      ? { follows: { what: event.follows.what, event: { document: id, article: number, event: event.follows.event } } }
      : {}),
    deniedAltogether: event.deniedAltogether ?? false,
    ...(event.deniesBlame ? { deniesBlame: true as const } : {}),
    confidence: event.confidence,
    trigger: event.trigger,
    means: event.means ?? null,
    // That fighting has begun leaves open how it stands.
    course: event.course === undefined || event.course === 'begun' ? null : event.course,
    another: event.another ?? false,
    definite: event.refersBack ?? false,
    ...(event.general ? { general: true as const } : {}),
    ...(event.decided ? { decided: true as const } : {}),
    ...(turnsElsewhere(text.slice(...sentence), event.trigger[0] - sentence[0]) ? { turns: true as const } : {}),
    place,
    ...(basis === undefined ? {} : { placeBasis: basis }),
    around,
    site: placed && !isCountry(placed) ? placeWords(placed.name) : [],
    town,
    company,
    when: whenOf(times.get(event.time ?? ''), event.another ?? false),
    parties: partiesOf(event, entities, text, home, { document: id, article: number, town }),
    tallies: talliesOf(event.counts),
    words: wordNumbers(text.slice(...sentence)),
    sentence,
    sentenceText: shorten(text.slice(...sentence)),
    block,
    headline,
    ...(headline || event.sentence === undefined ? {} : { below: sentencesAbove[event.sentence] }),
  }
}

const isHeading = (block: number, { blocks }: Article): boolean =>
  block >= 0 && (blocks[block].kind === 'title' || blocks[block].kind === 'heading')

/** For each sentence of an article, how many that are no headings stand above it. */
function sentencesAboveEach(article: Article): number[] {
  let above = 0
  return (article.sentences ?? []).map(({ block }) => (isHeading(block, article) ? above : above++))
}

/** "hospital workers in Dol said", in a report on another town: where the source is, as a dateline is where the reporter was. */
function isSeat({ span: [from, to], name }: Spot, { statement }: EventMention, article: Article, around: Spot | null) {
  const source = article.statements.find(({ id }) => id === statement)?.source
  return (
    around !== null && around.name !== name && (source?.spans ?? []).some(([start, end]) => start <= from && to <= end)
  )
}

/** A sentence may have ten thousand words; mentions stay small. */
const LONGEST = 400

const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)} …` : text)

/** @param another "on Monday evening, hours after another bomb": the evening is that of the first */
function whenOf(found: Time | undefined, another: boolean): When | null {
  const first = found?.start === undefined ? null : parseDay(found.start)
  const last = found?.end === undefined ? null : parseDay(found.end)
  if (!found || first === null || last === null) return null
  const hours = another ? undefined : hoursOf(found.value)
  return { first, last, precision: found.precision, ...(hours ? { hours } : {}), span: found.span }
}
