// Tellings -> which of them are worth comparing: those that share a block (a stretch of land, a name, an article's neighbourhood of words),
// and within a great block only neighbours in time and in wording. Cost grows with the number of tellings, not with its square.

import { hash } from './hash.ts'
import type { Spot } from './mentions.ts'
import type { Profile } from './profile.ts'

/** Degrees of a cell's side. */
const CELL = 0.5
/** Places this near to a cell's border, in degrees, stand in the next one too. */
const BORDER = 0.12
/** Neighbours on either side that are compared within a block. */
const WINDOW = 40

export function blocksOf(telling: Profile): string[] {
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

/** Pairs of one block, the lower key first. Small blocks give all. */
export function* pairsIn(block: readonly Profile[]): Generator<[Profile, Profile]> {
  if (block.length < 2) return
  const orders = block.length <= WINDOW + 1 ? [BY_KEY] : [BY_DAY, BY_WORDS]
  for (const compare of orders) {
    const sorted = block.toSorted((a, b) => compare(a, b) || BY_KEY(a, b))
    for (let at = 0; at < sorted.length; at++)
      for (let next = at + 1; next <= Math.min(at + WINDOW, sorted.length - 1); next++) {
        const [one, other] = [sorted[at], sorted[next]]
        yield one.key < other.key ? [one, other] : [other, one]
      }
  }
}

type Order = (one: Profile, other: Profile) => number

const BY_KEY: Order = (one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0)

const dayOf = ({ whens, publishedOn }: Profile): number => whens[0]?.first ?? publishedOn ?? 0

const BY_DAY: Order = (one, other) => dayOf(one) - dayOf(other)

/** Texts that share most words mostly share the first of them by the alphabet of their hashes. */
const BY_WORDS: Order = (one, other) => signatureOf(one) - signatureOf(other)

const signatures = new WeakMap<Profile, number>()

function signatureOf(profile: Profile): number {
  const known = signatures.get(profile)
  if (known !== undefined) return known
  let least = 0xffffffff
  for (const words of profile.sentences) for (const word of words) least = Math.min(least, hash(word))
  signatures.set(profile, least)
  return least
}
