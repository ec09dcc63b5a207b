// Tellings -> which of them are worth comparing: those that share a block (a stretch of land, a name, an article's neighbourhood of words),
// and within a great block only neighbours in time and in wording. Cost grows with the number of tellings, not with its square.

import { hashWord } from './article-shingles.ts'
import type { EventChain } from './event-chain.ts'
import type { Spot } from './mentions.ts'

/** Degrees of a cell's side. */
const CELL = 0.5
/** Places this near to a cell's border, in degrees, stand in the next one too. */
const BORDER = 0.12
/** Neighbours on either side that are compared within a block. */
const WINDOW = 40

export function blocksOf(telling: EventChain): string[] {
  const keys = new Set<string>()
  const spots = telling.spots.length > 0 ? telling.spots : telling.around ? [telling.around] : []
  for (const spot of spots) for (const key of landOf(spot)) keys.add(key)
  for (const { named, words, text } of telling.parties) if (named && text.length > 3) keys.add(`name ${words.at(-1)}`)
  if (telling.around) for (const key of landOf(telling.around)) keys.add(key)
  for (const words of [telling.town, ...telling.sites]) if (words.length > 0) keys.add(`site ${skeletonOf(words)}`)
  // What names no place, or only a country, is met by its day.
  for (const kind of kindsOf(telling.types)) {
    for (const { first, last } of telling.whens)
      if (last - first <= 1) keys.add(`day ${kind} ${first}`).add(`day ${kind} ${last}`)
    if (telling.whens.length === 0 && telling.publishedOn !== null)
      for (const back of [0, 1, 2, 3]) keys.add(`day ${kind} ${telling.publishedOn - back}`)
  }
  return [...keys]
}

/** "Shirqat" and "Al-Sharqat": vowels are what transcriptions differ in. */
const skeletonOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest)).replace(/[aeiouy]+/g, '')

/** Force, the rest of what is done, and what is said: reports of one event do not part over these. */
const kindsOf = (types: ReadonlySet<string>): Set<string> =>
  new Set([...types].map((type) => (FORCE.has(type) ? 'force' : DEEDS.has(type) ? 'deeds' : 'words')))

const FORCE = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE', 'RETREAT'])
const DEEDS = new Set(['AID', 'COOPERATE', 'SANCTION', 'CONSULT', 'AGREE', 'SUPPORT'])

function landOf({ lat, lon, precision, country, admin1 }: Spot): string[] {
  if (precision === 'country') return country === undefined ? [] : [`country ${country}`]
  if (precision === 'region') return admin1 === undefined ? [] : [`region ${country} ${admin1}`]
  const rows = [lat - BORDER, lat + BORDER].map((at) => Math.floor(at / CELL))
  const columns = [lon - BORDER, lon + BORDER].map((at) => Math.floor(at / CELL))
  const region = country !== undefined && admin1 !== undefined ? [`region ${country} ${admin1}`] : []
  return [...rows.flatMap((row) => columns.map((column) => `cell ${row} ${column}`)), ...region]
}

/** A telling as its blocks put it in order. */
export interface BlockMember {
  key: string
  day: number
  /** Texts that share most words mostly share the first of them by the alphabet of their hashes. */
  words: number
}

export function memberOf({ key, whens, publishedOn, sentences }: EventChain): BlockMember {
  let least = 0xffffffff
  for (const words of sentences) for (const word of words) least = Math.min(least, hashWord(word))
  return { key, day: whens[0]?.first ?? publishedOn ?? 0, words: least }
}

/** Which members of one block are neighbours, in time or in wording. All are where they are few. */
export interface Neighbours {
  has(key: string): boolean
  areNeighbours(one: string, other: string): boolean
  /** Each pair once, the lower key first. */
  pairs(): Generator<[string, string]>
}

export function neighboursIn(members: readonly BlockMember[]): Neighbours {
  const orders = [BY_DAY, BY_WORDS].map((compare) =>
    members.toSorted((a, b) => compare(a, b) || (a.key < b.key ? -1 : 1)).map(({ key }) => key),
  )
  const [inTime, inWords] = orders.map((keys) => new Map(keys.map((key, place) => [key, place])))
  const near = (places: ReadonlyMap<string, number>, one: string, other: string): boolean =>
    Math.abs((places.get(one) ?? -Infinity) - (places.get(other) ?? Infinity)) <= WINDOW
  return {
    has: (key) => inTime.has(key),
    areNeighbours: (one, other) => near(inTime, one, other) || near(inWords, one, other),
    *pairs() {
      for (const [order, keys] of orders.entries())
        for (const [at, one] of keys.entries())
          for (const other of keys.slice(at + 1, at + 1 + WINDOW))
            if (order === 0 || !near(inTime, one, other)) yield one < other ? [one, other] : [other, one]
    },
  }
}

type Order = (one: BlockMember, other: BlockMember) => number

const BY_DAY: Order = (one, other) => one.day - other.day
const BY_WORDS: Order = (one, other) => one.words - other.words
