// A word like "Friday", "June" or "Winters" and its neighbours -> whether it belongs to a person's name.

import type { Token } from '../../types.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

const CALENDAR_WORDS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december christmas ramadan easter'.split(
    ' ',
  ),
)

export const isCalendarWord = ({ text }: Pick<Token, 'text'>): boolean => CALENDAR_WORDS.has(text.toLowerCase())

/** "June Okafor", "Colonel March", "Joseph Friday"; "Friday said" once the article has named one in full. */
export function isInPersonName(
  tokens: readonly Token[],
  at: number,
  lexicon: NameLexicon,
  surnames: ReadonlySet<string>,
): boolean {
  if (!isCalendarWord(tokens[at]) || !isCapital(tokens[at])) return false
  return isSurname(tokens, at, lexicon) || isGivenName(tokens, at, lexicon) || isKnownAlone(tokens, at, surnames)
}

/** The surnames among an article's words that are days or months elsewhere. */
export function calendarSurnames(
  sentences: readonly { tokens: readonly Token[] }[],
  lexicon: NameLexicon,
): Set<string> {
  const found = new Set<string>()
  for (const { tokens } of sentences)
    tokens.forEach((token, at) => {
      if (isCalendarWord(token) && isCapital(token) && isSurname(tokens, at, lexicon)) found.add(token.text)
    })
  return found
}

const isCapital = (token: Token | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(token?.text ?? '')

const RANK =
  /^(?:captain|colonel|corporal|general|lieutenant|major|private|sergeant|constable|inspector|judge|sister|brother|father|miss|madam|lady|lord)$/i

/** "Mr", "Gen.", "Colonel"; an office may stand before a day: "the President Friday signed". */
const isFormOfAddress = (token: Token | undefined, { titles }: NameLexicon): boolean => {
  if (token === undefined || !isCapital(token)) return false
  const title = titles.get(keyOf(token.text))
  return title !== undefined && (!title.role || RANK.test(token.text))
}

/** ", a nurse", ", who", ", 34": what may stand behind a name, not behind a day. */
const hasApposition = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.text === ',' && /^(?:an?|who|whose|his|her|\d\d)$/i.test(tokens[at + 1]?.text ?? '')

const isVerb = (token: Token | undefined): boolean => /^(?:VERB|AUX)$/.test(token?.pos ?? '')

/** "Colonel Winters", "Joseph Friday, a fisherman", "Theresa May said", not "John Smith Friday told". */
function isSurname(tokens: readonly Token[], at: number, lexicon: NameLexicon): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (/^\d/.test(after?.text ?? '')) return false
  if (isFormOfAddress(before, lexicon)) return tokens[at - 2]?.text.toLowerCase() !== 'the'
  const first = before !== undefined && isCapital(before) && lexicon.firstNames.has(keyOf(before.text))
  if (!first || lexicon.known.has(keyOf(before.text)) || /^\p{Lu}/u.test(tokens[at - 2]?.text ?? '')) return false
  return isVerb(after) || /^['’]s?$/.test(after?.text ?? '') || hasApposition(tokens, at + 1)
}

const OPENS_SENTENCE = /^["'“‘«(:,;]$/

/** "June Okafor, a nurse", "his brother Saturday Adeleke said"; not "Friday Ibrahim Musa said", "Sunday Hezbollah". */
function isGivenName(tokens: readonly Token[], at: number, lexicon: NameLexicon): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]]
  if (!isCapital(after) || after.pos !== 'PROPN' || isCalendarWord(after)) return false
  const key = keyOf(after.text)
  if (
    [lexicon.known, lexicon.demonyms, lexicon.titles, lexicon.heads, lexicon.firstNames].some((words) => words.has(key))
  )
    return false
  if (before && (lexicon.personNouns.get(keyOf(before.text))?.plural === false || isFormOfAddress(before, lexicon)))
    return true
  const opens =
    before === undefined ||
    OPENS_SENTENCE.test(before.text) ||
    // "and June Okafor"; not "in May and June Okafor"
    (before.pos === 'CCONJ' && !tokens.slice(Math.max(0, at - 4), at).some(isCalendarWord))
  let to = at + 2
  while (isCapital(tokens[to]) && tokens[to].pos === 'PROPN') to++
  const isThe = tokens[to]?.text === ',' && tokens[to + 1]?.text === 'the'
  return opens && (hasApposition(tokens, to) || (isMonthOfNames(tokens[at]) && (isThe || isVerb(tokens[to]))))
}

/** Months that are first names too. */
const isMonthOfNames = ({ text }: Token): boolean => /^(?:April|May|June|August)$/.test(text)

/** "Friday said they took his boat", "fired first, Friday said", not "on Friday said". */
const isKnownAlone = (tokens: readonly Token[], at: number, surnames: ReadonlySet<string>): boolean =>
  surnames.has(tokens[at].text) &&
  (at === 0 || OPENS_SENTENCE.test(tokens[at - 1].text) || tokens[at - 1].pos === 'CCONJ') &&
  isVerb(tokens[at + 1])
