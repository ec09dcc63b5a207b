// The small words inside names -> whether they tie what follows to the name: "Committee to Protect Journalists", "Khalid bin Walid".

import type { Token } from '../../types.ts'
import { isCalendarWord } from './calendar-names.ts'
import { keyOf, type NameLexicon } from './lexicon.ts'

export const LINKS = /^(?:of|for|to|on|against|bin|ibn|al|el|de|del|la|da|dos|van|von|der|den|di|du|le|&|and)$/i

const PERSON_LINKS = /^(?:bin|ibn|al|el|de|del|la|da|dos|van|von|der|den|di|du|le)$/i

/** "Committee to Protect Journalists", "Front against Hunger"; not "Army to Withdraw". */
const CAMPAIGN =
  /^(?:alliance|association|campaign|center|centre|coalition|commission|committee|council|front|group|initiative|league|movement|network|organi[sz]ation|society|union)$/i

/** "Commission on Human Rights", "Office on Drugs and Crime"; not "Army on". */
const HAS_SUBJECT = /^(?:commission|committee|conference|council|office|panel|department|institute)$/i

/** "Ministry of Health and Sport", "Office on Drugs and Crime". */
const HAS_SUBJECTS =
  /^(?:agency|board|bureau|cent(?:er|re)|commission|committee|council|department|directorate|institute|ministry|office|organi[sz]ation|secretariat)$/i

/** "Center for Balkan Studies" and "Ministry of Defence" go on; "Turkey and Iraq", "President of Iraq" do not. */
export function isLinked(tokens: readonly Token[], start: number, at: number, lexicon: NameLexicon): boolean {
  const link = tokens[at].text.toLowerCase()
  if (PERSON_LINKS.test(link)) return tokens[at].text === link || link === 'al' || link === 'el'
  const before = tokens.slice(start, at)
  const last = tokens[at - 1].text
  switch (link) {
    case 'of':
      return isStateForm(last) || hasHead(before, lexicon)
    case 'for':
      return hasHead(before, lexicon)
    case 'to':
    case 'against':
      return CAMPAIGN.test(last)
    case 'on':
      return HAS_SUBJECT.test(last) && isSubject(tokens[at + 1], lexicon)
    case 'and':
      return isSecondSubject(tokens, start, at, lexicon)
    default:
      return false
  }
}

const isStateForm = (word: string): boolean => /^(?:Republic|Kingdom|State|Federation|Union|Emirate)$/.test(word)

const hasHead = (tokens: readonly Token[], { heads }: NameLexicon): boolean =>
  tokens.some(({ text }) => heads.has(keyOf(text)))

/** A field of work, not a day, a place or a name of its own. */
const isSubject = (token: Token, { known, demonyms, firstNames }: NameLexicon): boolean =>
  !isCalendarWord(token) && ![known, demonyms, firstNames].some((words) => words.has(keyOf(token.text)))

/** "Ministry of Health and Sport said", not "Ministry of Defence and Interior Ministry", "Ministry of Health and Hezbollah". */
function isSecondSubject(tokens: readonly Token[], start: number, at: number, lexicon: NameLexicon): boolean {
  const tie = tokens.slice(start, at).findIndex(({ text }) => /^(?:of|for|on)$/.test(text))
  if (tie < 1 || !HAS_SUBJECTS.test(tokens[start + tie - 1].text)) return false
  let to = at + 1
  while (/^\p{Lu}/u.test(tokens[to]?.text ?? '')) to++
  const rest = tokens.slice(at + 1, to)
  return rest.length > 0 && rest.every((token) => isSubject(token, lexicon)) && !hasHead(rest, lexicon)
}

/** "Lord's Resistance Army", "Uganda People's Defence Force", not "Russia's Defence Ministry" or "Assad's Army". */
export function isPossessiveInBody(
  tokens: readonly Token[],
  start: number,
  at: number,
  { heads }: NameLexicon,
): boolean {
  if (!/^['’]s?$/.test(tokens[at].text) || !OWNERS.test(tokens[at - 1].text)) return false
  let to = at + 1
  while (/^\p{Lu}/u.test(tokens[to]?.text ?? '')) to++
  return to - start >= 3 && tokens.slice(at + 1, to).some(({ text }) => heads.has(keyOf(text)))
}

/** For whom bodies say that they are there. */
const OWNERS =
  /^(?:Lord|God|People|Peoples|Nation|Women|Men|Mothers?|Children|Youths?|Students?|Workers?|Farmers?|Peasants?|Teachers?|Lawyers?|Doctors?|Nurses?|Journalists?|Writers?|Veterans?|Soldiers?|Prisoners?|Fishermen|Miners?|Employers?|Citizens?|Villagers?)$/
