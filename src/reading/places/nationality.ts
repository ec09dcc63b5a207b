// The sentences of an article -> what their nationality words say of where its places lie: "the Lebanese city of Tripoli", "Pakistani
// police said".

import { foldName } from '../../gazetteer/fold.ts'
import type { Gazetteer, Place } from '../../gazetteer/gazetteer.ts'
import type { ArticleText, Sentence, Token } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'
import { isCountry } from './geography.ts'

export interface Nationality {
  country: Place
  /** Null for "the Lebanese city of" right before the name; else what "Lebanese police" in its sentence weighs. */
  weight: number | null
}

const KIND =
  /^(?:city|town|village|hamlet|port|province|state|region|district|county|governorate|republic|island|capital|resort|territory|suburb|camp|municipality|cities|towns|villages|provinces)$/i

/** Who act at home. */
const AT_HOME =
  /^(?:police|policemen|security|interior|health|court|prosecutors?|hospital|medics|doctors|coast|civil|local|state)$/i
/** Who also act and speak abroad. */
const ABROAD_TOO = /^(?:officials?|authorities|government|ministry|military|army|troops)$/i
/** States whose officials speak, and whose armies fight, abroad as often as at home. */
const SENT_ABROAD: ReadonlySet<string> = new Set('US GB FR RU IL TR SA IR ET KE RW UG EG IN'.split(' '))
/** In units of a tenfold population. */
const SURE = 2.5
const LIKELY = 1.5

export function nationalitiesIn(
  { sentences }: Pick<ArticleText, 'sentences'>,
  { gazetteer, names }: { gazetteer: Gazetteer; names: NameLexicon },
): {
  /** What the words before a name, and its sentence, say of its country. */
  before(sentence: Sentence, from: number): Nationality[]
  /** How often each country's people are named in the article, but for those that are in every other article. */
  counts: ReadonlyMap<Place, number>
} {
  const countries = new Map<string, Place | null>()
  const countryOf = (code: string): Place | null => {
    const known = countries.get(code)
    if (known !== undefined) return known
    const name = names.countries.get(code)?.name ?? ''
    const found = gazetteer.find(foldName(name)).find(({ place }) => place.country === code && isCountry(place))
    countries.set(code, found?.place ?? null)
    return found?.place ?? null
  }
  const nationOf = (token: Token | undefined): Place | null => {
    if (!token || !/^\p{Lu}/u.test(token.text)) return null
    const code = names.demonyms.get(keyOf(token.text))
    return code === undefined || names.known.get(keyOf(token.text))?.type === 'place' ? null : countryOf(code)
  }
  const counts = new Map<Place, number>()
  const bySentence = new Map<Sentence, Nationality[]>()
  for (const sentence of sentences) {
    const home: Nationality[] = []
    for (const [at, token] of sentence.tokens.entries()) {
      const country = nationOf(token)
      if (!country) continue
      if (!SENT_ABROAD.has(country.country)) counts.set(country, (counts.get(country) ?? 0) + 1)
      const next = sentence.tokens[at + 1]?.text ?? ''
      if (AT_HOME.test(next)) home.push({ country, weight: SURE })
      else if (ABROAD_TOO.test(next) && !SENT_ABROAD.has(country.country)) home.push({ country, weight: LIKELY })
    }
    if (home.length > 0) bySentence.set(sentence, home)
  }
  return {
    counts,
    before(sentence, from) {
      const stated = statedBefore(sentence.tokens, from, nationOf)
      const near = bySentence.get(sentence) ?? []
      return stated ? [{ country: stated, weight: null }, ...near] : near
    },
  }
}

/** "the northern Lebanese city of Tripoli", "the Iraqi capital Baghdad" */
function statedBefore(
  tokens: readonly Token[],
  from: number,
  nationOf: (token: Token | undefined) => Place | null,
): Place | null {
  let at = from - 1
  if (/^the$/i.test(tokens[at]?.text ?? '')) at--
  if (/^of$/i.test(tokens[at]?.text ?? '')) at--
  if (!KIND.test(tokens[at]?.text ?? '')) return null
  // "the Lebanese port city of"
  for (let back = at - 1; back >= Math.max(0, at - 3); back--) {
    const nation = nationOf(tokens[back])
    if (nation) return nation
    if (!/^[\p{Ll}-]+$/u.test(tokens[back].text)) return null
  }
  return null
}
