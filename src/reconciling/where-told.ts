// The mentions of one event -> those whose own sentences say where it happened.

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

const isPlaced = (mention: Mention): mention is PlacedMention =>
  mention.place !== null && mention.placeBasis !== 'dateline'
