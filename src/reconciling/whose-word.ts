// The mentions of one event -> the same, each with the source that it rests on in the end. An article's own voice repeats its sources: in the
// sentence that ends with "police said", in a headline over what one source says, in "the blast" that only refers back. Whoever prints the
// same sentence as another report has it from there, and an outlet that is named as a source has it from those whom its own report names.

import { groupBy } from '../group-by.ts'
import { articleOf } from './event-chain.ts'
import { isSameMedium } from './media.ts'
import type { Mention } from './mention.ts'
import type { Origin } from './origins.ts'
import { isSameOrigin } from './same-origin.ts'
import { nameWords, overlap } from './words.ts'

/** @param isPrintedIn whether two articles are one text */
export function onWhoseWord(
  mentions: readonly Mention[],
  isPrintedIn: (one: string, other: string) => boolean,
): Mention[] {
  const sourced = groupBy(
    mentions.filter(({ origin }) => origin.kind !== 'voice'),
    articleOf,
  )
  const within = mentions.map((mention) =>
    restingOn(mention, sourceWithin(mention, sourced.get(articleOf(mention)) ?? [])),
  )
  const across = within.map((mention) => restingOn(mention, copiedFrom(mention, within, isPrintedIn)))
  return across.map((mention) => restingOn(mention, reportOf(mention, across)))
}

const restingOn = (mention: Mention, origin: Origin | null): Mention =>
  origin === null || origin === mention.origin ? mention : { ...mention, origin }

/** Whom an article's own voice repeats, of those that speak of the event in it; null where it speaks for itself. */
function sourceWithin(mention: Mention, told: readonly Mention[]): Origin | null {
  if (mention.origin.kind !== 'voice' || told.length === 0 || sawItself(mention)) return null
  const beside = told.filter(({ sentence }) => sentence[0] === mention.sentence[0])
  const [first, ...others] = beside.length > 0 ? beside : mention.headline || pointsBack(mention) ? told : []
  if (first && others.every(({ origin }) => isSameOrigin(origin, first.origin, false))) return first.origin
  const nearest = nearestTo(mention, told)
  return isComplete(mention) && overlap(mention.words, nearest.words) < SAID_AGAIN ? null : nearest.origin
}

/** "On 22 February a clinic in Dol was hit by rockets, killing six": an article that says so much by itself does not repeat who speaks of something else. */
const isComplete = ({ when, place, tallies }: Mention): boolean => when !== null && place !== null && tallies.length > 0
/** Share of its sentence's words. */
const SAID_AGAIN = 0.3

/** "Our reporter saw two craters": in its own words of that sentence. */
const sawItself = ({ origin: { firsthand = [] }, sentence: [start, end] }: Mention): boolean =>
  firsthand.some(([from]) => from > start && from < end)

/** The one whose sentence says most of the same, of equals the last before it. */
function nearestTo({ words, trigger: [at] }: Mention, told: readonly Mention[]): Mention {
  const distance = ({ trigger: [other] }: Mention) => (other < at ? at - other : 2 * (other - at))
  return told.toSorted((a, b) => overlap(words, b.words) - overlap(words, a.words) || distance(a) - distance(b))[0]
}

/** "the blast", "the arrests": nothing new but what the words around it are about. */
const pointsBack = ({ parties, tallies, when, place, site, definite }: Mention): boolean =>
  parties.length === 0 && tallies.length === 0 && (definite || (when === null && place === null && site.length === 0))

/** Share of a sentence's words that whoever copies it keeps, in articles that are one text and in others. */
const COPIED_IN_REPRINT = 0.9
const COPIED = 0.8
/** In other articles, neither sentence may have much that the other has not. */
const MIN_WORDS = 7
const MIN_SIZE_SHARE = 0.7

function isCopied({ words: one }: Mention, { words: other }: Mention, areReprints: boolean): boolean {
  if (areReprints) return overlap(one, other) >= COPIED_IN_REPRINT
  const [small, large] = [Math.min(one.length, other.length), Math.max(one.length, other.length)]
  return small >= MIN_WORDS && small >= MIN_SIZE_SHARE * large && overlap(one, other) >= COPIED
}

/** The origin that the same sentence has in another report: a named one before a hidden one, the earliest of equals. Null without a better one. */
function copiedFrom(
  mention: Mention,
  mentions: readonly Mention[],
  isPrintedIn: (one: string, other: string) => boolean,
): Origin | null {
  if (rankOf(mention.origin) === 0) return null
  const article = articleOf(mention)
  let best = mention
  for (const other of mentions) {
    if (articleOf(other) === article || compare(other, best) >= 0) continue
    if (isCopied(mention, other, isPrintedIn(articleOf(other), article))) best = other
  }
  return best === mention ? null : best.origin
}

const compare = (one: Mention, other: Mention): number =>
  rankOf(one.origin) - rankOf(other.origin) ||
  compareTexts(one.published ?? '9', other.published ?? '9') ||
  compareTexts(one.key, other.key)

const compareTexts = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** How well it is known who says it. */
const rankOf = ({ kind, medium, firsthand }: Origin): number =>
  medium ? 2 : kind === 'named' ? 0 : kind === 'unnamed' ? 1 : firsthand ? 2 : 3

/** Of news media that are named as a source, whom their own report of the event rests on. */
function reportOf({ origin, words }: Mention, mentions: readonly Mention[]): Origin | null {
  const isNamed = origin.medium === true
  if (!isNamed && (origin.kind !== 'voice' || origin.wires === undefined)) return null
  const own = mentions.filter(
    ({ outlet, origin: other }) =>
      outlet !== undefined &&
      other !== origin &&
      outlet !== origin.outlet &&
      isSameMedium(origin.words, nameWords(outlet)),
  )
  const [best] = own.toSorted((a, b) => overlap(words, b.words) - overlap(words, a.words) || compare(a, b))
  return best?.origin ?? null
}
