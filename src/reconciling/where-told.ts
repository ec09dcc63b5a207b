// The mentions of one event -> those whose own sentences say where it happened.

import { firstTold } from './first-told.ts'
import { isDying, type Mention, type Spot } from './mention.ts'
import { comparePlaces } from './where.ts'

export type PlacedMention = Mention & { place: Spot }

/** A dateline says where the reporter was; and where people died, apart from where all others say that it happened, is where the wounded were taken. */
export function placedMentions(mentions: readonly Mention[]): PlacedMention[] {
  const placed = mentions.filter(isPlaced)
  const happened = placed.filter((mention) => !isDying(mention))
  const isElsewhere = ({ place }: PlacedMention) =>
    happened.length > 0 && happened.every((other) => comparePlaces(place, other.place) === 'apart')
  return placed.filter((mention) => !isDying(mention) || !isElsewhere(mention))
}

/** So many sentences below the first that tells of an event its place may be told. */
const PLACE_SENTENCES = 3

/** Those near where an article begins to tell of it; if none of these says where, those further down, unless they tell of places that lie apart. */
export function placingMentions(mentions: readonly Mention[]): PlacedMention[] {
  const top = placedMentions(firstTold(mentions, PLACE_SENTENCES))
  if (top.length > 0) return top
  const all = placedMentions(mentions)
  return all.some(({ place }) => all.some((other) => comparePlaces(place, other.place) === 'apart')) ? [] : all
}

const isPlaced = (mention: Mention): mention is PlacedMention =>
  mention.place !== null && mention.placeBasis !== 'dateline'
