// A name and what stands around it -> what kind of thing it names.

import type { EntityType, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

const PLACE_NOUN =
  /^(?:town|city|village|hamlet|suburb|province|provinces|region|regions|district|districts|governorate|state|county|island|valley|mountains?|river|neighbou?rhood|outskirts|capital|border|prefecture|oblast|department|municipality|commune|territory|port|camp|crossing|airport|north|south|east|west)$/

/** "the town of Karkamis", "Anbar province" */
/** "Lake Ohrid", "Port Azul" */
const PLACE_HEAD = /^(?:Lake|Mount|Mt|Port|Fort|Cape|Gulf|River|Isle|Camp|Point|Bay)$/
/** "Northern Mali"; of three words and more it may be a body: "Western Balkans Monitor" */
const PART_OF_PLACE = /^(?:North|South|East|West|Northern|Southern|Eastern|Western|Central|Upper|Lower|New)$/

export function typeOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  surface: string,
  titled: boolean,
  lexicon: NameLexicon,
): EntityType | null {
  const words = surface.split(/\s+/)
  const known = lexicon.known.get(keyOf(surface))
  if (known && !known.ambiguous) return known.type
  const head = lexicon.heads.get(
    keyOf(words[words.findIndex((word) => word === 'of' || word === 'for') - 1] ?? words[words.length - 1]),
  )
  if (head && (words.length > 1 || !titled)) return head.type
  if (titled) return 'person'
  if (words.length > 1 && lexicon.firstNames.has(keyOf(words[0]))) return 'person'
  if (known) return known.type
  if (words.length === 1 && lexicon.demonyms.has(keyOf(words[0]))) return 'group'
  if (words.length > 1 && PLACE_HEAD.test(words[0])) return 'place'
  if (words.length === 2 && PART_OF_PLACE.test(words[0])) return 'place'
  const before = tokens[from - 1]?.text.toLowerCase() ?? ''
  const [two, after] = [tokens[from - 2]?.text.toLowerCase() ?? '', tokens[to]?.text.toLowerCase() ?? '']
  if (PLACE_NOUN.test(after) || (/^(?:of|called)$/.test(before) && PLACE_NOUN.test(two))) return 'place'
  if (/^(?:in|near|at|outside|around|into|toward|towards|across)$/.test(before) && words.length <= 3) return 'place'
  if (before === 'the' || /^\p{Lu}{2,}$/u.test(words.join(''))) return 'organisation'
  if (
    /^(?:who|whose|,)$/.test(tokens[to]?.text ?? '') &&
    /^(?:who|whose|\d\d)$/.test(tokens[to + 1]?.text ?? tokens[to]?.text ?? '')
  )
    return 'person'
  return words.length === 2 || words.length === 3 ? 'person' : null
}
