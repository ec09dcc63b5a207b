// A name as the text spells it -> the places that the gazetteer lists under any of its spellings.

import { spellings } from './fold.ts'
import type { Gazetteer, Listed } from './gazetteer.ts'

/** Each place once; where it is listed under several spellings, as its primary name if one of them is that. */
export function lookUp(surface: string, gazetteer: Gazetteer): Listed[] {
  const found = new Map<number, Listed>()
  for (const form of spellings(surface)) {
    for (const listed of gazetteer.find(form)) {
      if (!found.get(listed.place.index)?.primary) found.set(listed.place.index, listed)
    }
  }
  return [...found.values()]
}
