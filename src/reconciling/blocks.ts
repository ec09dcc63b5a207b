// An event chain -> the blocks that it stands in. Only chains that share a block are compared, and within a large block only neighbours
// (neighbours.ts), so cost grows with the number of chains and not with its square.

import type { ComparedChain, ComparedSpot } from './compared-chain.ts'
import type { EventChain } from './event-chain.ts'

/** The side of a cell on the map. */
const CELL_DEGREES = 0.5
/** A place this near to the border of its cell stands in the next cell too. */
const BORDER_DEGREES = 0.12
/** A chain without a time stands in the day of its publication and in this many days before. */
const DAYS_BEFORE_NEWS = 3

export function blocksOf({
  mentions,
  spots,
  around,
  parties,
  town,
  sites,
  types,
  whens,
  publishedOn,
}: EventChain): string[] {
  // The background of an article is nobody else's event, and a person said already which event this is.
  if (mentions.some(({ follows, byHand }) => follows?.what === 'background' || byHand)) return []
  const blocks = new Set<string>()
  for (const spot of spots) for (const area of areasOf(spot)) blocks.add(area)
  if (around) for (const area of areasOf(around)) blocks.add(area)
  for (const { named, words, text } of parties) if (named && text.length > 3) blocks.add(`name ${words.at(-1)}`)
  for (const words of [town, ...sites]) if (words.length > 0) blocks.add(`site ${consonantsOf(words)}`)
  // By day: two chains may name no place, or no closer one than a country.
  for (const kind of new Set([...types].map(kindOf))) {
    for (const { first, last } of whens)
      if (last - first <= 1) blocks.add(`day ${kind} ${first}`).add(`day ${kind} ${last}`)
    if (whens.length === 0 && publishedOn !== null)
      for (let before = 0; before <= DAYS_BEFORE_NEWS; before++) blocks.add(`day ${kind} ${publishedOn - before}`)
  }
  return [...blocks]
}

/** A country, a region, or the cells around a point together with its region. */
function areasOf({ lat, lon, precision, country, admin1 }: ComparedSpot): string[] {
  if (precision === 'country') return country === undefined ? [] : [`country ${country}`]
  if (precision === 'region') return admin1 === undefined ? [] : [`region ${country} ${admin1}`]
  const [rows, columns] = [cellsAround(lat), cellsAround(lon)]
  const region = country !== undefined && admin1 !== undefined ? [`region ${country} ${admin1}`] : []
  return [...rows.flatMap((row) => columns.map((column) => `cell ${row} ${column}`)), ...region]
}

const cellsAround = (degrees: number): number[] =>
  [degrees - BORDER_DEGREES, degrees + BORDER_DEGREES].map((at) => Math.floor(at / CELL_DEGREES))

/** Of the longest word, since transcriptions differ in vowels: "Shirqat" and "Al-Sharqat". */
const consonantsOf = (words: readonly string[]): string =>
  words.reduce((longest, word) => (word.length > longest.length ? word : longest)).replace(/[aeiouy]+/g, '')

/** Reports of one event may differ in category, but hardly in these. */
const kindOf = (type: string): string =>
  type === 'HAZARD' ? 'hazard' : FORCE.has(type) ? 'force' : DEEDS.has(type) ? 'deeds' : 'words'

const FORCE = new Set(['ASSAULT', 'COERCE', 'PROTEST', 'MOBILIZE', 'RETREAT'])
const DEEDS = new Set(['AID', 'COOPERATE', 'SANCTION', 'CONSULT', 'AGREE', 'SUPPORT'])

/** A chain as a block sorts it. */
export interface BlockMember<Key = string> {
  key: Key
  day: number
  /** The lowest hash of its words (a MinHash): sentences that share most words mostly share this number. */
  words: number
}

export function memberOf({ key, whens, publishedOn, sentences }: ComparedChain): BlockMember {
  let lowest = 0xffffffff
  for (const words of sentences) for (const word of words) lowest = Math.min(lowest, word >>> 0)
  return { key, day: whens[0]?.first ?? publishedOn ?? 0, words: lowest }
}
