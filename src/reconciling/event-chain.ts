// The mentions of one event within an article -> its event chain: what they say together, as comparison needs it.

import type { Day } from '../calendar.ts'
import type { Means } from './means.ts'
import { isDying, type Mention, type Party, SEPARATOR, type Spot, type Tally, type When } from './mention.ts'

export interface EventChain {
  /** That of its first mention; it identifies the chain. */
  key: string
  /** Document and article (articleOf). */
  article: string
  mentions: readonly Mention[]
  types: ReadonlySet<string>
  means: ReadonlySet<Means>
  /** Whether any mention says so: "a second bomb". */
  another: boolean
  /** Whether any mention says how a battle for a place stands. */
  battle: boolean
  /** The places of the mentions, each once; a dateline is no place of an event. */
  spots: readonly Spot[]
  /** The place that the article is mostly about, else that of its dateline. */
  around: Spot | null
  /** The names of places, in words, also of those without coordinates. */
  sites: readonly (readonly string[])[]
  /** The name of the place that the article names most. */
  town: readonly string[]
  /** The words of the names of people in the article. */
  company: readonly string[]
  /** The times of the mentions, each once. */
  whens: readonly When[]
  publishedOn: Day | null
  parties: readonly Party[]
  /** The counts of the mentions, each once. */
  tallies: readonly Tally[]
  /** The words of each mention's sentence. */
  sentences: readonly ReadonlySet<string>[]
}

/** @param mentions of one article, in text order */
export function chainOf(mentions: readonly Mention[]): EventChain {
  const [first] = mentions
  return {
    key: first.key,
    article: articleOf(first),
    mentions,
    types: new Set(mentions.map(({ type }) => type)),
    means: new Set(mentions.map(({ means }) => means).filter((means) => means !== null)),
    another: mentions.some(({ another }) => another),
    battle: mentions.some(({ course }) => course !== null),
    spots: withoutVague(distinct(placesOf(mentions), ({ name, lat, lon }) => `${name} ${lat} ${lon}`)),
    around: first.around ?? mentions.find(({ placeBasis }) => placeBasis === 'dateline')?.place ?? null,
    sites: mentions
      .map(({ site, placeBasis }) => (placeBasis === 'dateline' ? [] : site))
      .filter((site) => site.length > 0),
    town: first.town,
    company: first.company,
    whens: distinct(
      mentions.flatMap(({ when }) => (when ? [when] : [])),
      ({ first: from, last }) => `${from} ${last}`,
    ),
    publishedOn: first.publishedOn,
    parties: mentions.flatMap(({ parties }) => parties),
    tallies: distinct(
      mentions.flatMap(({ tallies }) => tallies),
      ({ span }) => `${span[0]}`,
    ),
    sentences: mentions.map(({ words }) => words),
  }
}

/** Where people died only where nothing else says where it happened. */
function placesOf(mentions: readonly Mention[]): Spot[] {
  const placed = mentions.filter(({ place, placeBasis }) => place && placeBasis !== 'dateline')
  const others = placed.filter((mention) => !isDying(mention))
  return (others.length > 0 ? others : placed).flatMap(({ place }) => place ?? [])
}

/** "Syria", "a village" there: beside a town of the country they say no more, and agree with every other town. */
const withoutVague = (spots: readonly Spot[]): Spot[] =>
  spots.filter(
    ({ precision, country }) =>
      precision !== 'country' ||
      !spots.some((other) => other.precision !== 'country' && (country === undefined || other.country === country)),
  )

export const articleOf = ({ document, article }: Pick<Mention, 'document' | 'article'>): string =>
  `${document}${SEPARATOR}${article}`

/** One item for each key. */
function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

/** As a line of JSON, for a record to keep. */
export const packChain = ({ mentions }: EventChain): string =>
  JSON.stringify(mentions.map((mention) => ({ ...mention, words: [...mention.words] })))

type PackedMention = Omit<Mention, 'words'> & { words: string[] }

export const unpackChain = (json: string): EventChain =>
  chainOf((JSON.parse(json) as PackedMention[]).map((mention) => ({ ...mention, words: new Set(mention.words) })))
