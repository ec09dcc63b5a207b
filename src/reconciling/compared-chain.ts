// What comparing event chains needs of each: names, numbers, and the hashes of the words of its sentences. A store may keep this apart from the
// mentions themselves, which only describing an incident needs.

import type { Day } from '../calendar.ts'
import type { MeansClass } from '../types.ts'
import type { Means } from './means.ts'
import type { Party, Spot, Tally, When } from './mention.ts'

export type ComparedSpot = Omit<Spot, 'span'>
export type ComparedWhen = Pick<When, 'first' | 'last' | 'hours'>
export type ComparedParty = Pick<Party, 'role' | 'kind' | 'named' | 'text' | 'words' | 'country' | 'side'>
export type ComparedTally = Pick<Tally, 'fate' | 'of' | 'side' | 'low' | 'high' | 'approximate'>

export interface ComparedChain {
  /** That of its first mention; it identifies the chain. */
  key: string
  /** Document and article (articleOf). */
  article: string
  types: ReadonlySet<string>
  means: ReadonlySet<Means>
  /** Whether any mention says so: "a second bomb". */
  another: boolean
  /** Whether it tells of many events at once, and of no day: "is regularly shelled". */
  general: boolean
  /** Whether any mention says how a battle for a place stands. */
  battle: boolean
  /** The places of the mentions, each once; a dateline is no place of an event. */
  spots: readonly ComparedSpot[]
  /** The place that the article is mostly about, else that of its dateline. */
  around: ComparedSpot | null
  /** The names of places, in words, also of those without coordinates. */
  sites: readonly (readonly string[])[]
  /** The name of the place that the article names most. */
  town: readonly string[]
  /** The words of the names of people in the article. */
  company: readonly string[]
  /** The times of the mentions, each once. */
  whens: readonly ComparedWhen[]
  publishedOn: Day | null
  parties: readonly ComparedParty[]
  /** The counts of the mentions, each once. */
  tallies: readonly ComparedTally[]
  /** With what it was done, in classes, each once (means-of-mention.ts). */
  classes: readonly MeansClass[]
  /** The kinds of sites that it hit, each once (compare/sites.ts). */
  hit: readonly number[]
  /** The words of each mention's sentence, as numbers (wordNumbers). */
  sentences: readonly (readonly number[])[]
  /** The countries of those who told of it, each once. */
  tellers: readonly string[]
}

/** As a line of JSON, without what nobody compares. */
export const packCompared = (chain: ComparedChain): string =>
  JSON.stringify([
    chain.key,
    chain.article,
    [...chain.types],
    [...chain.means],
    chain.another ? 1 : 0,
    chain.battle ? 1 : 0,
    chain.spots.map(packSpot),
    chain.around && packSpot(chain.around),
    chain.sites,
    chain.town,
    chain.company,
    chain.whens.map(({ first, last, hours }) => [first, last, ...(hours ?? [])]),
    chain.publishedOn,
    chain.parties.map(({ role, kind, named, text, words, country, side }) => [
      role,
      kind,
      named ? 1 : 0,
      text,
      words,
      country ?? 0,
      ...(side === undefined ? [] : [side]),
    ]),
    chain.tallies.map(({ fate, of, low, high, approximate, side }) => [
      fate,
      of,
      low,
      high,
      approximate ? 1 : 0,
      ...(side === undefined ? [] : [side]),
    ]),
    chain.classes,
    chain.hit,
    chain.sentences,
    chain.tellers,
    chain.general ? 1 : 0,
  ])

type PackedSpot = [string, number, number, ComparedSpot['precision'], string | 0, string | 0, number | 0]

const packSpot = ({ name, lat, lon, precision, country, admin1, geonameId }: ComparedSpot): PackedSpot => [
  name,
  lat,
  lon,
  precision,
  country ?? 0,
  admin1 ?? 0,
  geonameId ?? 0,
]

const unpackSpot = ([name, lat, lon, precision, country, admin1, geonameId]: PackedSpot): ComparedSpot => ({
  name,
  lat,
  lon,
  precision,
  ...(country === 0 ? {} : { country }),
  ...(admin1 === 0 ? {} : { admin1 }),
  ...(geonameId === 0 ? {} : { geonameId }),
})

type Packed = [
  key: string,
  article: string,
  types: string[],
  means: Means[],
  another: 0 | 1,
  battle: 0 | 1,
  spots: PackedSpot[],
  around: PackedSpot | null,
  sites: string[][],
  town: string[],
  company: string[],
  whens: [first: Day, last: Day, from?: number, to?: number][],
  publishedOn: Day | null,
  parties: [Party['role'], Party['kind'], named: 0 | 1, string, string[], country: string | 0, Party['side']?][],
  tallies: [Tally['fate'], string, number, number | null, approximate: 0 | 1, Tally['side']?][],
  classes: MeansClass[],
  hit: number[],
  sentences: number[][],
  tellers: string[],
  general: 0 | 1,
]

export function unpackCompared(json: string): ComparedChain {
  const [key, article, types, means, another, battle, spots, around, sites, town, company, ...more]: Packed =
    JSON.parse(json)
  const [whens, publishedOn, parties, tallies, classes, hit, sentences, tellers, general] = more
  return {
    key,
    article,
    types: new Set(types),
    means: new Set(means),
    another: another === 1,
    battle: battle === 1,
    general: general === 1,
    spots: spots.map(unpackSpot),
    around: around && unpackSpot(around),
    sites,
    town,
    company,
    whens: whens.map(([first, last, from, to]) => ({
      first,
      last,
      ...(from === undefined || to === undefined ? {} : { hours: [from, to] as const }),
    })),
    publishedOn,
    parties: parties.map(([role, kind, named, text, words, country, side]) => ({
      role,
      kind,
      named: named === 1,
      text,
      words,
      ...(country === 0 ? {} : { country }),
      ...(side === undefined ? {} : { side }),
    })),
    tallies: tallies.map(([fate, of, low, high, approximate, side]) => ({
      fate,
      of,
      low,
      high,
      approximate: approximate === 1,
      ...(side === undefined ? {} : { side }),
    })),
    classes,
    hit,
    sentences,
    tellers,
  }
}
