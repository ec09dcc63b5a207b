// An unfinished entity -> the country it acts for, if a name, a demonym or an office in the text gives one.

import type { Referent } from './discourse.ts'
import { countryIn, type NameLexicon } from './lexicon.ts'

/** "the Syrian government", "Iraqi Interior Ministry", "Kosovo's president"; not "Russian-backed rebels". */
export function actorCountry({ thing, name, type, officesOf }: Referent, lexicon: NameLexicon): string | undefined {
  if (thing?.country) return thing.country
  if (thing && officesOf.size === 1) return [...officesOf][0]
  if (type !== 'group' && type !== 'organisation' && (thing || type !== 'person')) return undefined
  // What stands behind "in" or "near" is where they are, not whose they are: "the embassy in Damascus".
  const [own] = name.split(/\s(?:in|near|from|at|outside|against)\s/)
  return countryIn(own.split(/\s+/), lexicon)
}
