// The mentions of one event within an article -> its event chain: what they say together, as comparison needs it.

import { sitesOf } from './compare/sites.ts'
import type { ComparedChain } from './compared-chain.ts'
import { classesOfMention } from './means-of-mention.ts'
import { isDying, type Mention, type Party, SEPARATOR, type Spot, type Tally, type When } from './mention.ts'
import { isDay } from './when.ts'

export interface EventChain extends ComparedChain {
  mentions: readonly Mention[]
  spots: readonly Spot[]
  around: Spot | null
  whens: readonly When[]
  parties: readonly Party[]
  tallies: readonly Tally[]
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
    general: mentions.every(({ general, when }) => general === true && (when === null || !isDay(when))),
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
    classes: [...new Set(mentions.flatMap(classesOfMention))],
    hit: [...new Set(mentions.flatMap(sitesOf))],
    sentences: mentions.map(({ words }) => words),
    tellers: [...new Set(mentions.flatMap(({ origin }) => origin.country ?? []))],
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

/** As a line of JSON, for a store to keep. */
export const packChain = ({ mentions }: EventChain): string => JSON.stringify(mentions)

export const unpackMentions = (json: string): readonly Mention[] => JSON.parse(json)

export const unpackChain = (json: string): EventChain => chainOf(unpackMentions(json))
