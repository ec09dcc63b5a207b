// The words around a name -> the kind of place that the text calls it.

import type { Candidate } from './candidates.ts'
import type { Called } from './prior.ts'

const KINDS: readonly (readonly [RegExp, Exclude<Called, null>])[] = [
  [
    /^(?:provinces?|governorate|states?|region|oblast|prefecture|county|department|emirate|republic|territory)$/i,
    'division',
  ],
  [/^(?:districts?|sub-?district|municipality|neighbou?rhood|quarter|suburb|borough|parish)$/i, 'district'],
  [/^(?:city|town|village|hamlet|downtown|capital|port|resident|residents|mayor)$/i, 'settlement'],
]

/** "Raqqa province", "the city of Raqqa", "downtown Raqqa"; null where the text calls it nothing. */
export function calledIn({ sentence: { tokens }, from, to }: Candidate): Called {
  const [before, two, after] = [tokens[from - 1]?.text ?? '', tokens[from - 2]?.text ?? '', tokens[to]?.text ?? '']
  const word = before === 'of' ? two : before
  return kindOf(after) ?? kindOf(word)
}

const kindOf = (word: string): Called => KINDS.find(([pattern]) => pattern.test(word))?.[1] ?? null
