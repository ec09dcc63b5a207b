// Phrases for named periods -> expressions: "the late 1970s", "the 19th century", "spring 2014".

import { whichOf } from './dates.ts'
import { type Around, type Groups, type Rule, rule } from './expression.ts'
import { GAP, ORDINAL, ordinalNumber, PHASE, phaseOf, SEASON, seasonOf, YEAR } from './vocabulary.ts'

const PHASED = `(?:(?<phase>${PHASE})(?:${GAP}|-))?`
const CENTURY = `(?:${GAP}|-)centur(?:y|ies)`

const DECADES: Readonly<Record<string, number>> = {
  twenties: 1920,
  thirties: 1930,
  forties: 1940,
  fifties: 1950,
  sixties: 1960,
  seventies: 1970,
  eighties: 1980,
  nineties: 1990,
}

/** What reports date things by, with the days historians give. */
const WARS: readonly (readonly [name: string, first: string, last: string])[] = [
  ['(?:World War (?:II|Two|2)|Second World War|WW ?(?:II|2))', '1939-09-01', '1945-09-02'],
  ['(?:World War (?:I|One|1)|First World War|WW ?(?:I|1))', '1914-07-28', '1918-11-11'],
]

function decade({ phase, first = '', century }: Groups) {
  const year = Number(first)
  // "the 1600s" are a hundred years, "the 1910s" and "the 2000s" ten.
  const hundred = year % 100 === 0 && year < 2000
  return {
    kind: 'years',
    unit: hundred ? 'century' : 'decade',
    first: century === undefined ? year : Number(century) * 100 + year,
    phase: phaseOf(phase),
  } as const
}

/** "to spring a trap", "to fall" are verbs. */
const SEASON_LEADS =
  /\b(?:in|during|by|since|until|before|after|from|for|between|spring and|it (?:is|was)|it['’]s)(?: the)?(?: (?:late|early))? (?:the )?$/i
const AND_SEASON = new RegExp(`^ (?:and|or|to) (?:the )?(?:${PHASE} )?${SEASON}\\b`, 'i')

/** "summer storms", "winter barley": what goes on from a season itself is one of these words, or a verb. */
const GOES_ON =
  /^ (?:and|or|but|nor|to|in|on|at|of|by|for|from|with|without|as|than|if|so|then|too|also|again|only|not|when|where|while|that|which|who|because|before|after|until|till|since|during|through|between|into|under|over|about|up|out|is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|does|did|the|an?|this|these|those|it|he|she|they|we|you|his|her|their|its|our|my|your|there|here|abroad|away|alone|together|\p{Ll}+ly|all|some|many|most|both|each|every|\p{Ll}+n['’]t|\p{Ll}{3,}ed|came|comes|began|begins|ended|ends|brings?|brought|arrives?|arrived|approache[sd]|passed|passes|saw|sees)\b/u

function season({ which, phase, season: name = '', year }: Groups, around: Around) {
  const { after } = around
  const opens = /(?:^|[.!?:”"] ?|\b(?:in|during|by|the|of|and) )$/i.test(around.before)
  const stated = which !== undefined || phase !== undefined || year !== undefined
  // "Winter Olympics", "the Prague Spring" are names; "spring" and "fall" are verbs too.
  if (!stated && ((/^\p{Lu}/u.test(name) && !opens) || /^ \p{Lu}/u.test(after))) return null
  if (!stated && /^(?:spring|fall)$/i.test(name) && !SEASON_LEADS.test(around.before) && !AND_SEASON.test(after))
    return null
  const plain = which === undefined && year === undefined
  if (plain && ((/^ \p{Ll}/u.test(after) && !GOES_ON.test(after)) || /\bIndian $/.test(around.before))) return null
  if (/^(?:['’]s)? ?(?:camps?|schools?|roll|onions?|water|home|house|of \p{Ll})/iu.test(after) && !stated) return null
  return {
    kind: 'season',
    definite: /^the\b/i.test(around.matched) || /\bthe $/i.test(around.before),
    season: seasonOf(name),
    year: yearOf(year),
    which: whichOf(which),
    phase: phaseOf(phase),
  } as const
}

const yearOf = (text: string | undefined) => (text === undefined ? undefined : Number(text))

export const PERIODS: readonly Rule[] = [
  // "the early 1980s", "the 1930's"
  rule(`(?:the${GAP})?${PHASED}(?<first>(?:1\\d|20)\\d0)(?<mark>['’])?s`, (groups, { matched }) =>
    // "Vision 2030's goals" is of one year.
    groups.mark !== undefined && !/^the/i.test(matched) && groups.phase === undefined ? null : decade(groups),
  ),
  // "the 1960s and 70s", "in the '40s and 50s"
  rule(
    "(?<=\\d0['’]?s,? (?:and|or|to|through|until) (?:the )?(?:early |mid-?|late )?)['’]?(?<first>[1-9]0)['’]?s",
    ({ first }) => decade({ first, century: '19' }),
  ),
  // "in the 80s", "the roaring 20s", "late 90s"; not "temperatures in the 80s", "in her 80s", "the high 70s"
  rule(
    `(?:(?:the${GAP})?${PHASED}|the${GAP}(?!high|low|upper|lower|first|last|top)\\p{Ll}{4,12}${GAP})(?<first>[2-9]0)s`,
    ({ phase, first }, { before, matched, after }) =>
      /temperatures?|\b(?:his|her|their|my|your|our|highs?|lows?) /i.test(before) ||
      /^ ?(?:degrees|°|Fahr)/.test(after) ||
      (/^\d/.test(matched) && /\b(?:in|to|the) $/.test(before))
        ? null
        : decade({ phase, first, century: '19' }),
  ),
  // "the first quarter of 2015", "Q3 2015"
  rule(
    `(?:(?:the${GAP})?(?<word>first|second|third|fourth|last)${GAP}quarter${GAP}of${GAP}|Q(?<number>[1-4])${GAP})(?<year>${YEAR})`,
    ({ word, number, year }) => ({
      kind: 'quarter',
      year: Number(year),
      quarter: number === undefined ? (/^l/i.test(word ?? '') ? 4 : ordinalNumber(word ?? '')) : Number(number),
    }),
  ),
  // "World War II"
  ...WARS.map(([name, first, last]) => rule(`(?:the${GAP})?${name}`, () => ({ kind: 'war', first, last }))),
  // "the '60s"
  rule(`(?:the${GAP})?${PHASED}['’](?<first>[2-9]0)['’]?s`, ({ phase, first }) =>
    decade({ phase, first, century: '19' }),
  ),
  // "the late sixties", "nineteen-eighties"
  rule(`the${GAP}${PHASED}(?:nineteen[ -])?(?<name>${Object.keys(DECADES).join('|')})`, ({ phase, name = '' }) =>
    decade({ phase, first: String(DECADES[name.toLowerCase()]) }),
  ),
  // "the late 20th century", "from the 15th to the 19th century"
  rule(
    `(?:the${GAP})?${PHASED}(?<number>${ORDINAL})(?:${CENTURY}|(?=(?:${GAP}(?:to|and|or|through)${GAP}(?:the${GAP})?|[-–])${ORDINAL}${CENTURY}))(?:${GAP}(?<era>BCE?|B\\.C\\.))?`,
    ({ phase, number = '', era }) => ({
      kind: 'years',
      unit: 'century',
      first: era === undefined ? (ordinalNumber(number) - 1) * 100 : -ordinalNumber(number) * 100,
      phase: phaseOf(phase),
    }),
  ),
  // "the winter of 1776-77", "last summer", "spring 2014", "in the spring"
  rule(
    `(?:the${GAP})?(?:(?<which>last|this|this past|this coming|next)${GAP})?${PHASED}(?<season>${SEASON})(?:time)?(?:,?${GAP}(?:of${GAP})?(?<year>${YEAR})(?:[ ]?[-–/][ ]?\\d{2,4})?)?`,
    season,
  ),
]
