// A name and its surroundings -> the kind of thing it names, by votes.

import type { EntityType, Span, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

/** What the gazetteer and the words around say of a name that it lists: 0 to 1. */
export interface PlaceVote {
  span: Span
  likely: number
}

/** What the model takes a stretch for that it reads as a name. */
export interface NameVote {
  span: Span
  type: 'person' | 'organisation' | 'place' | 'weapon'
  /** 0 to 1. */
  sure: number
}

interface Vote {
  type: EntityType
  /** 0 to 1; below 0 against the type. */
  weight: number
}

const PLACE_NOUN =
  /^(?:town|city|village|hamlet|suburb|province|provinces|region|regions|district|districts|governorate|state|county|island|valley|mountains?|river|neighbou?rhood|outskirts|capital|border|prefecture|oblast|department|municipality|commune|territory|port|camp|crossing|airport|north|south|east|west)$/

/** "Lake Ohrid", "Port Azul" */
const PLACE_HEAD = /^(?:Lake|Mount|Mt|Port|Fort|Cape|Gulf|River|Isle|Camp|Point|Bay)$/
/** "Northern Mali"; of three words and more it may be a body: "Western Balkans Monitor" */
const PART_OF_PLACE = /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|New)$/

/** What the model's vote weighs beside a lexicon's, which weighs up to 2, and a guess from the words around, below 1. */
const MODEL = 0.8

/** @param placeLikely how likely the name is a place's, 0 to 1; undefined where no gazetteer lists it */
export function typeOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  surface: string,
  titled: boolean,
  lexicon: NameLexicon,
  placeLikely?: number,
  marked?: NameVote,
): EntityType | null {
  const votes: (Vote | null)[] = [
    voteOfWords(tokens, from, to, surface, titled, lexicon),
    placeLikely === undefined ? null : { type: 'place', weight: 2 * placeLikely - 1 },
    marked === undefined ? null : { type: marked.type, weight: MODEL * marked.sure },
  ]
  const sums = new Map<EntityType, number>()
  for (const vote of votes) if (vote) sums.set(vote.type, (sums.get(vote.type) ?? 0) + vote.weight)
  const [best] = [...sums].sort(([, a], [, b]) => b - a)
  return best && best[1] > 0 ? best[0] : null
}

/** The lexicons and the neighbouring words: the first rule that fits, surest first. */
function voteOfWords(
  tokens: readonly Token[],
  from: number,
  to: number,
  surface: string,
  titled: boolean,
  lexicon: NameLexicon,
): Vote | null {
  const words = surface.split(/\s+/)
  const known = lexicon.known.get(keyOf(surface))
  if (known && !known.ambiguous) return { type: known.type, weight: 2 }
  const head = lexicon.heads.get(
    keyOf(words[words.findIndex((word) => /^(?:of|for|to|on|against)$/.test(word)) - 1] ?? words[words.length - 1]),
  )
  if (head && (words.length > 1 || !titled)) return { type: head.type, weight: 0.7 }
  if (titled) return { type: 'person', weight: 0.9 }
  if (words.length > 1 && lexicon.firstNames.has(keyOf(words[0]))) return { type: 'person', weight: 0.8 }
  if (known) return { type: known.type, weight: 0.7 }
  if (words.length === 1 && lexicon.demonyms.has(keyOf(words[0]))) return { type: 'group', weight: 0.9 }
  if (words.length > 1 && PLACE_HEAD.test(words[0])) return { type: 'place', weight: 0.7 }
  if (words.length === 2 && PART_OF_PLACE.test(words[0])) return { type: 'place', weight: 0.6 }
  const before = tokens[from - 1]?.text.toLowerCase() ?? ''
  const [two, after] = [tokens[from - 2]?.text.toLowerCase() ?? '', tokens[to]?.text.toLowerCase() ?? '']
  if (PLACE_NOUN.test(after) || (/^(?:of|called)$/.test(before) && PLACE_NOUN.test(two)))
    return { type: 'place', weight: 0.9 }
  if (/^(?:in|near|at|outside|around|into|toward|towards|across)$/.test(before) && words.length <= 3)
    return { type: 'place', weight: 0.6 }
  if (before === 'the' || /^\p{Lu}{2,}$/u.test(words.join(''))) return { type: 'organisation', weight: 0.4 }
  if (
    /^(?:who|whose|,)$/.test(tokens[to]?.text ?? '') &&
    /^(?:who|whose|\d\d)$/.test(tokens[to + 1]?.text ?? tokens[to]?.text ?? '')
  )
    return { type: 'person', weight: 0.8 }
  return words.length === 2 || words.length === 3 ? { type: 'person', weight: 0.3 } : null
}
