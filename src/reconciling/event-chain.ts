// Mentions of one event -> their common profile: what comparison with others looks at.

import type { Day } from '../calendar.ts'
import type { Means } from './means.ts'
import { type Mention, type Party, SEPARATOR, type Spot, type Tally, type When } from './mentions.ts'

export interface EventChain {
  /** Of its first mention; tells profiles apart. */
  key: string
  /** Document and article. */
  article: string
  mentions: readonly Mention[]
  types: ReadonlySet<string>
  means: ReadonlySet<Means>
  another: boolean
  /** Whether any mention tells how a battle for a place stands. */
  battle: boolean
  spots: readonly Spot[]
  around: Spot | null
  sites: readonly (readonly string[])[]
  town: readonly string[]
  whens: readonly When[]
  publishedOn: Day | null
  parties: readonly Party[]
  tallies: readonly Tally[]
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
    spots: apart(
      mentions.flatMap(({ place }) => (place ? [place] : [])),
      ({ name, lat, lon }) => `${name} ${lat} ${lon}`,
    ),
    around: first.around,
    sites: mentions.map(({ site }) => site).filter((site) => site.length > 0),
    town: first.town,
    whens: apart(
      mentions.flatMap(({ when }) => (when ? [when] : [])),
      ({ first: from, last }) => `${from} ${last}`,
    ),
    publishedOn: first.publishedOn,
    parties: mentions.flatMap(({ parties }) => parties),
    tallies: apart(
      mentions.flatMap(({ tallies }) => tallies),
      ({ span }) => `${span[0]}`,
    ),
    sentences: mentions.map(({ words }) => words),
  }
}

export const articleOf = ({ document, article }: Pick<Mention, 'document' | 'article'>): string =>
  `${document}${SEPARATOR}${article}`

function apart<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()]
}

/** As a line of JSON, for a record to keep. */
export const packChain = ({ mentions }: EventChain): string =>
  JSON.stringify(mentions.map((mention) => ({ ...mention, words: [...mention.words] })))

type PackedMention = Omit<Mention, 'words'> & { words: string[] }

export const unpackChain = (json: string): EventChain =>
  chainOf((JSON.parse(json) as PackedMention[]).map((mention) => ({ ...mention, words: new Set(mention.words) })))
