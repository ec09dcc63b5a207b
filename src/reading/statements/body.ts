// The phrases for a source -> the body that it is or speaks for, as other reports may call it too: its name without nationality and without
// those who speak for it, the country that it is of, and the place that it belongs to.

import type { Body } from '../../types.ts'
import { keyOf, type NameLexicon } from '../entities/lexicon.ts'

/** "the Cameroonian army's spokesman" -> army of CM; "the Gao police chief" -> police of Gao. Null where it names no body. */
export function bodyIn(phrase: string, lexicon: NameLexicon): Body | null {
  const known = lexicon.known.get(keyOf(phrase))
  if (known && known.type !== 'place' && !known.ambiguous)
    return bodyOf(kindOf(known.name, lexicon) ?? known.name, known.country)
  const whole = withoutSpeaker(phrase.replace(/\s+/g, ' ').trim())
  const [own, where] = splitPlace(whole)
  const { rest, country } = withoutNation(wordsOf(own), lexicon)
  if (rest.length === 0) return country === undefined ? null : bodyOf('government', country)
  const head = headFrom(rest, lexicon)
  // Without a word for a kind of body it is a name, of which each word counts: "Niger Movement for Justice".
  if (head === null) return bodyOf(spelt(wordsOf(own)), country)
  const before = rest.slice(0, head).filter((word) => /^\p{Lu}/u.test(word))
  const place = before.length > 0 && head > 0 && isGeneric(rest.slice(head)) ? before.join(' ') : where
  const name = spelt(place === where ? rest : rest.filter((word) => !before.includes(word)))
  return bodyOf(name, country ?? countryOf(place, lexicon), isCountryName(place, lexicon) ? undefined : place)
}

/** "Sudanese Armed Forces" is "armed forces", of the Sudan; a name with words of its own is no kind. */
function kindOf(name: string, lexicon: NameLexicon): string | null {
  const { rest, country } = withoutNation(wordsOf(name), lexicon)
  const kind = rest.join(' ').replace(/ of(?: the)?$/i, '')
  return country !== undefined && lexicon.heads.has(keyOf(kind)) ? kind : null
}

const bodyOf = (name: string, country?: string, place?: string): Body => ({
  name: name.toLowerCase(),
  ...(country === undefined ? {} : { country }),
  ...(place === undefined ? {} : { place }),
})

const SPEAKER = 'spokes(?:man|woman|person|men|women|people)|speakers?|press (?:office|service)|media office'
const OFFICER = 'chief|commander|commissioner|director|head|chairman|chairwoman|leader|boss'
/** "a spokesman for the army", "the head of the provincial health office", "a communiqué of the ministry" */
const AHEAD = new RegExp(
  `^.*?\\b(?:${SPEAKER}|${OFFICER}|communiqu[eé]|statement|press release)s?(?!\\p{L})[^,]*? (?:of|for|by|from|at|with) (?:the |its |a )?`,
  'iu',
)
/** "the army spokesman", "the provincial police chief", "the police commissioner" */
const BEHIND = new RegExp(`(?:['’]s?)?\\s+(?:${SPEAKER}|${OFFICER}|officials?|statement|communiqu[eé])$`, 'iu')

const ARTICLE = /^(?:the|a|an|its|his|her|their)(?: |$)/i
/** "the interior minister", "the mayor": who holds it speaks for a body; a priest or an owner does not. */
const SPEAKS = new RegExp(
  `\\b(?:${SPEAKER}|${OFFICER}|minister|mayor|governor|prosecutor|president|chancellor|secretary|envoy|ambassador)\\b`,
  'iu',
)

/** The body for which somebody in this office speaks; null if the office is none that speaks for a body. */
export const bodyOfOffice = (office: string, lexicon: NameLexicon): Body | null =>
  SPEAKS.test(office) ? bodyIn(office, lexicon) : null

/** Ministers and mayors are their ministries and offices. */
function withoutSpeaker(phrase: string): string {
  const body = phrase.replace(AHEAD, '').replace(/,.*$/s, '').replace(BEHIND, '').replace(ARTICLE, '')
  return body
    .replace(/^minist(?:ry|er) (?:of|for) (?:the )?(\S+)/i, '$1 ministry')
    .replace(/\bminister$/i, 'ministry')
    .replace(/\b(mayor|governor|prosecutor|president)(?:['’]s)? office$/i, '$1')
}

/** "the police in Larnaca", "the hospital of Dol": what stands behind is where. */
function splitPlace(phrase: string): [own: string, place: string | undefined] {
  const match =
    /^(.+?) (?:in|of|at) (?:the )?(?:(?:town|city|district|province|village) of )?(\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*)$/u.exec(
      phrase,
    )
  // "Organisation of African Unity": a name goes on.
  return match && /^\p{Ll}/u.test(match[1].split(' ').at(-1) ?? '') ? [match[1], match[2]] : [phrase, undefined]
}

const wordsOf = (phrase: string): string[] =>
  phrase
    .replace(/['’]s?(?= |$)/gu, '')
    .split(/[^\p{L}\p{N}'’.-]+/u)
    .filter(Boolean)

const NATION_WORDS = 3

function withoutNation(words: readonly string[], lexicon: NameLexicon): { rest: string[]; country?: string } {
  for (let size = NATION_WORDS; size > 0; size--)
    for (let at = 0; at + size <= words.length; at++) {
      const phrase = words.slice(at, at + size).join(' ')
      const country = /^\p{Lu}/u.test(phrase) ? countryOf(phrase, lexicon) : undefined
      if (country !== undefined) return { rest: words.filter((_, i) => i < at || i >= at + size), country }
    }
  return { rest: [...words] }
}

function countryOf(phrase: string | undefined, { demonyms, known }: NameLexicon): string | undefined {
  if (phrase === undefined) return undefined
  const found = known.get(keyOf(phrase))
  return demonyms.get(keyOf(phrase)) ?? (found?.type === 'place' ? found.country : undefined)
}

const isCountryName = (phrase: string | undefined, { countries, known }: NameLexicon): boolean => {
  const found = phrase === undefined ? undefined : known.get(keyOf(phrase))
  return found?.country !== undefined && countries.get(found.country)?.name === found.name
}

/** Where the longest word or words begin that say what kind of body it is: "police", "health office"; null without any. */
function headFrom(words: readonly string[], { heads }: NameLexicon): number | null {
  for (let from = 0; from < words.length; from++)
    if (heads.has(keyOf(words.slice(from).join(' '))) || LOCAL.test(words.slice(from).join(' '))) return from
  return null
}

/** Words for bodies and offices of which towns have their own. */
const LOCAL =
  /^(?:(?:district|local|municipal|provincial|regional|state|city|town|county|general|central|university) )*(?:police(?: department| force)?|hospital|clinic|morgue|mortuary|mayor|governor|municipality|council|prosecutors?|court|fire (?:department|service|brigade)|health (?:office|department|directorate)|authorit(?:y|ies)|administration|security directorate|prefect(?:ure)?|sheriff|university)$/i

const isGeneric = (words: readonly string[]): boolean => LOCAL.test(words.join(' '))

/** One spelling of each word. */
const spelt = (words: readonly string[]): string =>
  words
    .join(' ')
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/\bdefense\b/g, 'defence')
    .replace(/\bcenter\b/g, 'centre')
    .replace(/\borganiz/g, 'organis')
    .replace(/\bdepartments?\b/g, 'department')
    .replace(/^the /, '')
