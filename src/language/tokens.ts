// Text -> its words and marks, by rules that look at the next few characters alone, so that the same text always gives the same tokens.

import type { Span } from '../types.ts'

/** With its full stop a token in any spelling: "Mr.", "MR.", "Gen.". None of them is a word without it. */
const ABBREVIATIONS = [
  ...['mr', 'mrs', 'ms', 'messrs', 'dr', 'prof', 'st', 'ste', 'rev', 'hon', 'jr', 'sr', 'ph\\.d'],
  ...['gen', 'lt', 'col', 'maj', 'capt', 'cmdr', 'adm', 'sgt', 'cpl', 'pvt', 'brig', 'supt', 'insp', 'det'],
  ...['gov', 'sen', 'sens', 'rep', 'reps', 'amb', 'inc', 'ltd', 'corp', 'bros', 'dept', 'govt', 'univ', 'assoc'],
  ...['jan', 'feb', 'aug', 'sept', 'oct', 'nov', 'dec', 'ave', 'blvd', 'rd', 'mt', 'ft', 'vs', 'etc', 'approx'],
]
/** Those that are words as well, or names: only with a capital, "Mass." and not "mass.". */
const CAPITALISED = [
  ...['Co', 'Mar', 'Apr', 'Jun', 'Jul', 'Pres', 'Fig', 'Art', 'Ala', 'Ariz', 'Ark', 'Calif', 'Colo', 'Conn', 'Del'],
  ...['Fla', 'Ga', 'Ill', 'Ind', 'Kan', 'Ky', 'La', 'Md', 'Mass', 'Mich', 'Minn', 'Miss', 'Mo', 'Mont', 'Neb', 'Nev'],
  ...['Okla', 'Ore', 'Pa', 'Tenn', 'Tex', 'Va', 'Vt', 'Wash', 'Wis', 'Wyo', 'W\\.Va', 'Pct'],
]
/** With its hyphen part of the word that follows: "anti-war", "ex-minister". Other compounds are three tokens. */
const PREFIXES =
  'anti|pro|non|pre|post|re|co|ex|de|un|inter|intra|sub|semi|multi|mid|neo|pan|tri|bi|counter|cross|mini|micro|mega|super|ultra|over|pseudo|quasi|trans|vice|e'

/** Soft hyphens and joiners are part of the word that they stand in. */
const LETTER = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200c\\u200d]'
const START = `(?<!${LETTER})`
const END = `(?!${LETTER})`
const APOSTROPHE = "['’]"
/** In small letters and in capitals: "n’t" and "N’T". */
const anyCase = (pattern: string): string =>
  `(?:${pattern.replace(/(?<!\\)[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)})`
/** Verbs and the possessive lean on the word before: "she’s", "they’ve", "Ana’s". */
const CLITIC = `${APOSTROPHE}${anyCase('s|re|ve|ll|d|m')}${END}`
const NOT = `${anyCase('n')}${APOSTROPHE}${anyCase('t')}${END}`

/**
 * What a token may be; the first that fits is taken. Each looks a bounded way ahead or takes what it has looked at, so that
 * time is in proportion to the length of the text whatever stands in it.
 */
const RULES = [
  // "can" of "cannot"
  `${anyCase('can')}(?=${anyCase('not')}${END})`,
  // Most words; the rules below would say the same.
  '\\p{L}{1,100}(?=[ ,])',
  // "https://example.com/a?b=c", but not the full stop behind it
  `(?:https?:\\/\\/|www\\.)[^\\s<>"“”]{0,2000}[^\\s<>"“”.,;:!?)\\]'’]`,
  // "ana.ruiz@example.com", "@example", "#Dren"
  '[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,8}',
  `${START}[@#][\\p{L}_][\\p{L}\\p{N}_]{0,100}`,
  // "’s" and "'re" behind a word; "’90s" and "'em" in front of one; "n’t"
  `(?<=${LETTER}|\\.)${CLITIC}`,
  `${START}${APOSTROPHE}(?:\\d0s|em|til|cause)${END}`,
  NOT,
  // "Gen.", "W.Va."; "U.S.", "p.m.", "J."; "U.S" where the last stop is left out
  `${START}(?:${anyCase(ABBREVIATIONS.join('|'))}|${CAPITALISED.map((one) => `${one}|${one.toUpperCase()}`).join('|')})\\.`,
  `${START}(?:\\p{L}\\.){2,20}(?:s${END})?`,
  `${START}(?:\\p{L}\\.){1,20}\\p{L}${END}`,
  `${START}\\p{Lu}\\.`,
  // "No. 5" and "Dren v. Sorel", but not "he said no."
  `${START}${anyCase('nos?')}\\.(?=[ \\u00a0]?\\d)`,
  `${START}v\\.(?=[ \\u00a0]\\p{Lu})`,
  // "1,000", "3.5", "8:30", "2010-11", "9/11"; "1990s", "13th", "5pm"
  `\\p{Nd}{1,400}(?:[.,:/-]\\p{Nd}{1,400}){0,20}(?:${anyCase('s|st|nd|rd|th|am|pm')}${END})?`,
  // "COVID-19", "M-16"; "anti-war", but not "anti-" in "anti-people-smuggling"
  `\\p{L}{1,40}-\\p{Nd}{1,40}\\p{L}?${END}`,
  `(?<!${LETTER}|-)${anyCase(PREFIXES)}-(?=\\p{L}{2})${LETTER}{1,100}(?!-)${END}`,
  // "do" of "don't"; "O'Connor", "o’clock", "Qur’an"
  `${LETTER}{1,40}?(?=${NOT})`,
  `\\p{L}${LETTER}{0,40}(?!${CLITIC})${APOSTROPHE}\\p{L}${LETTER}{0,40}(?=${APOSTROPHE}|${END})`,
  `${LETTER}{1,100}`,
  // "...", "--", "____"
  '\\.{2,100}|-{2,100}|_{1,100}',
  // "!", "“", "%", "😀"
  '[^]',
]
const TOKEN = new RegExp(RULES.map((rule) => `(?:${rule})`).join('|'), 'uy')
const SPACE = /[\s\u0085]*/y
const MORE = new RegExp(`${LETTER}{1,100}`, 'uy')

/** @returns spans into `text`, in order; white space is no token */
export function splitTokens(text: string): Span[] {
  const spans: Span[] = []
  for (let at = endOf(SPACE, text, 0); at < text.length; at = endOf(SPACE, text, at)) {
    let end = endOf(TOKEN, text, at)
    // What is left of a very long word
    if (end - at >= 100) for (let more = endOf(MORE, text, end); more > end; more = endOf(MORE, text, end)) end = more
    spans.push([at, end])
    at = end
  }
  return spans
}

/** Where a sticky pattern that begins at a place ends; the place itself where it does not fit. */
function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
