// A place or facility that the gazetteer does not list -> the listed place that the words after it name:
// "the village of Bir Makhfi in Raqqa province", "Hope Hospital, Mosul".

import type { ArticleText, Entity } from '../../types.ts'
import type { PlaceName } from './recognise.ts'

export interface Tie {
  name: PlaceName
  /** "in", "near": as the text has it, "in" for a comma. */
  words: string
}

/** Between the two names; small words may stand before the second: "in the northern". */
const TIE =
  /^(?:, | \(|(?:,)? (?<words>in|near|at|outside|on the outskirts of|on the edge of) )(?:the )?(?:(?:city|town|village|province|governorate|district) of |(?:north|south|east|west)(?:east|west)?(?:ern)? |central |nearby )?$/i

/** How far, in characters, the second name may stand. */
const REACH = 50

export function belowFloor({ text }: ArticleText, names: readonly PlaceName[]): (entity: Entity) => Tie | null {
  const starts = names.map(({ span }) => span[0])
  const next = (from: number): PlaceName | undefined => {
    let [low, high] = [0, starts.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (starts[middle] < from) low = middle + 1
      else high = middle
    }
    return names[low]
  }
  return ({ type, mentions }) => {
    if (type !== 'place' && type !== 'facility') return null
    for (const { span, kind } of mentions) {
      if (kind === 'pronoun') continue
      const name = next(span[1])
      if (!name || name.span[0] - span[1] > REACH) continue
      const match = TIE.exec(text.slice(span[1], name.span[0]).replace(/\s/g, ' '))
      if (match) return { name, words: match.groups?.words ?? 'in' }
    }
    return null
  }
}
