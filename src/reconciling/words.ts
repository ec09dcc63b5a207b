// Text -> what comparison looks at: names without their accents and titles, words without their endings and without small words.

import { hashWord } from './fnv.ts'

/** "Alhousseyni Ag Intagrist's" -> ["alhousseyni", "ag", "intagrist"]: lower case, no accents, no articles, no possessive. */
export function nameWords(name: string): string[] {
  return plain(name)
    .replace(/['’]s\b/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !EMPTY.has(word))
}

/** "the Cameroonian army's spokesman" -> ["cameroonian", "army", "spokesman"]: as a name, but titles stay, and a minister is his ministry. */
export const phraseWords = (phrase: string): string[] =>
  plain(phrase)
    .replace(/ ?['’‘]s?(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !ARTICLES.has(word))
    .map((word) => (word === 'minister' ? 'ministry' : word))

const ARTICLES = new Set('the a an of for in at with from to its his her their'.split(' '))

/** "42 miles west of Mora" -> the words of Mora */
export const placeWords = (name: string): string[] =>
  nameWords(name.replace(/^.*\b(?:near|of|outside|around|from)\s/i, ''))

/** The words that tell texts apart, each as its number, ascending: what comparison keeps of a sentence. */
export const wordNumbers = (text: string): number[] =>
  [...new Set(Array.from(tellingWords(text), numberOf))].sort((a, b) => a - b)

/** Its hash as a signed number of 32 bits, which takes half the memory of an unsigned one. */
export const numberOf = (word: string): number => hashWord(word) | 0

/** Words that tell texts apart, each once. */
export function tellingWords(text: string): Set<string> {
  return new Set(
    plain(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 2 && !SMALL.has(word))
      .map(stem),
  )
}

/** All words of each part of a sentence between its commas, in their order. */
export const clauseWords = (sentence: string): string[][] =>
  sentence.split(/[,;:.()]/).map((clause) => clause.toLowerCase().split(/[^\p{L}\p{N}]+/u))

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()

/** Rough: "killed", "killing", "kills" and "kill" are one word; what is no English ending does no harm. */
function stem(word: string): string {
  const cut = word.replace(/(?:ings?|ed|es|s|ly)$/, '')
  const kept = cut.length >= 4 ? cut : word
  return kept.length > 4 ? kept.replace(/e$/, '').replace(/(.)\1$/, '$1') : kept
}

const EMPTY = new Set(
  'the a an of and for de la el al mr mrs ms dr gen col lt capt sgt maj general colonel captain major president minister'.split(
    ' ',
  ),
)

const SMALL = new Set(
  `the and that this these those with from for were was are been has have had will would could should may might who whom whose which what
  when where while their his her its our your they them she him you not but nor than then there here into onto upon over under after
  before about above below between during against also said says say told tell tells saying added according reported report reports
  statement spokesman spokeswoman spokesperson official officials source sources agency news one two three four five six seven eight
  nine ten some many most more other others another any all both each few several such same very just only out off down
  monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
  november december today yesterday tomorrow week month year day days morning evening night afternoon people person least`.split(
    /\s+/,
  ),
)

/** Whether two words may be one, misspelt: long, and one letter apart at most. */
function nearlySame(one: string, other: string): boolean {
  if (one === other) return true
  if (Math.min(one.length, other.length) < 6 || Math.abs(one.length - other.length) > 1) return false
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  const [a, b] = [one.slice(at), other.slice(at)]
  return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1)
}

/** Whether one name's words are all among the other's: "Kurti" and "Albin Kurti", "Alban Kurti". */
export function sameName(one: readonly string[], other: readonly string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  return short.length > 0 && short.every((word) => long.some((candidate) => nearlySame(word, candidate)))
}

/** Share of the shorter list that is in the longer, from 0 to 1. Both ascend. */
export function overlap(one: readonly number[], other: readonly number[]): number {
  const fewest = Math.min(one.length, other.length)
  if (fewest === 0) return 0
  let shared = 0
  for (let at = 0, there = 0; at < one.length && there < other.length; ) {
    const [mine, theirs] = [one[at], other[there]]
    if (mine === theirs) shared++
    if (mine <= theirs) at++
    if (theirs <= mine) there++
  }
  return shared / fewest
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['people', 'people'],
  ['children', 'child'],
  ['men', 'man'],
  ['women', 'woman'],
  ['lives', 'life'],
  ['bodies', 'body'],
  ['police', 'police'],
])

/** Of a word in lower case: "soldiers" -> "soldier", "policemen" -> "policeman". */
export const singular = (word: string): string =>
  IRREGULAR.get(word) ??
  (word.endsWith('men')
    ? `${word.slice(0, -2)}an`
    : word.endsWith('s')
      ? word.replace(/ies$/, 'y').replace(/([^s])s$/, '$1')
      : word)
