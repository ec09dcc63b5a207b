// The mentions of one event -> the same, each with the source that it rests on. An article's own voice often repeats a source: in the
// sentence that ends with "police said", in a headline over what one source says, in "the blast" that only refers back, in a reprint
// that has lost the words "residents said".

import { articleOf } from './event-chain.ts'
import type { Mention } from './mention.ts'
import { isSameOrigin } from './same-origin.ts'
import { overlap } from './words.ts'

/** @param isPrintedIn whether two articles are one text */
export function onWhoseWord(
  mentions: readonly Mention[],
  isPrintedIn: (one: string, other: string) => boolean,
): Mention[] {
  const attributed = new Map<string, Mention[]>()
  for (const mention of mentions)
    if (mention.origin.kind !== 'voice')
      attributed.set(articleOf(mention), [...(attributed.get(articleOf(mention)) ?? []), mention])
  return mentions.map((mention): Mention => {
    if (mention.origin.kind !== 'voice') return mention
    const told = attributed.get(articleOf(mention)) ?? []
    const beside = told.filter(({ sentence }) => sentence[0] === mention.sentence[0])
    const [first, ...others] = beside.length > 0 ? beside : mention.headline || pointsBack(mention) ? told : []
    if (first && others.every(({ origin }) => isSameOrigin(origin, first.origin, false)))
      return { ...mention, origin: first.origin }
    const repeated = mention.headline ? closestTo(mention, told) : undefined
    if (repeated) return { ...mention, origin: repeated.origin }
    const original = [...attributed]
      .filter(([article]) => isPrintedIn(article, articleOf(mention)))
      .flatMap(([, those]) => those)
      .find(({ words }) => overlap(words, mention.words) >= COPIED)
    return original ? { ...mention, origin: original.origin } : mention
  })
}

/** Of several sources the one whose sentence a headline puts in short. */
function closestTo({ words }: Mention, told: readonly Mention[]): Mention | undefined {
  const [best] = told.toSorted(
    (a, b) => overlap(words, b.words) - overlap(words, a.words) || a.trigger[0] - b.trigger[0],
  )
  return best && overlap(words, best.words) >= SHORTENED ? best : undefined
}

const SHORTENED = 0.5
/** Share of a sentence's words that its reprint keeps. */
const COPIED = 0.9

/** "the blast", "the arrests": nothing new but what the words around it are about. */
const pointsBack = ({ parties, tallies, when, place, site, definite }: Mention): boolean =>
  parties.length === 0 && tallies.length === 0 && (definite || (when === null && place === null && site.length === 0))
