// The words after a number -> what it counts: the head of the noun phrase, and where the phrase ends.

import type { Token } from '../../types.ts'

export interface Counted {
  /** "women", "Albanians"; null where no noun follows: "killing 12". */
  of: string | null
  /** Index of the first token behind the phrase. */
  next: number
  /** The words between number and head: "wounded", "armed". */
  modifiers: readonly Token[]
  /** "9 of the 31 hostages": the nine. */
  ofWhole?: true
}

const MAX_WORDS = 8

/** In a phrase these only lead on to what is counted: "12 of the other children", "40 more". */
const LEADS =
  /^(?:of|the|a|an|other|others|more|additional|further|such|these|those|his|her|its|their|our|my|your|about|,)$/i

/** Words that say what became of people and are no nouns for them: "12 dead", "30 wounded". */
export const STATES =
  /^(?:dead|wounded|injured|missing|displaced|killed|hurt|detained|arrested|kidnapped|abducted|homeless|captured|martyred|drowned|executed|slain|hostage|captive|prisoner)$/i

const PARTICIPLE = /(?:ed|en|ing)$/i

/** @param from index of the first token behind the number */
export function countedBy(tokens: readonly Token[], from: number): Counted {
  let at = from
  while (at < tokens.length && LEADS.test(tokens[at].text)) {
    // "12 others were hurt", "12, the ministry said", "at least 12 more"
    if (tokens[at].text === ',' || /^others$/i.test(tokens[at].text)) break
    if (/^(?:more|further|such)$/i.test(tokens[at].text) && !isInside(tokens[at + 1])) break
    if (/^of$/i.test(tokens[at].text) && /^(?:them|whom|which|us|those|these)$/i.test(tokens[at + 1]?.text ?? ''))
      // "four of them children"
      return isNoun(tokens[at + 2]) && !STATES.test(tokens[at + 2].text)
        ? { of: tokens[at + 2].text.toLowerCase(), next: at + 3, modifiers: [] }
        : { of: null, next: at, modifiers: [] }
    at++
  }
  // "9 of the 31 hostages", "six of its nine workers": of the same as those they are of.
  if (tokens[at]?.pos === 'NUM' && tokens.slice(from, at).some(({ text }) => /^of$/i.test(text)))
    return { ...countedBy(tokens, at + 1), modifiers: [], ofWhole: true }
  if (/^others$/i.test(tokens[at]?.text ?? '')) return { of: 'people', next: at + 1, modifiers: [] }
  const first = at
  let head: number | null = null
  for (; at < tokens.length && at - first < MAX_WORDS; at++) {
    const token = tokens[at]
    // "one hostage died", but "took 12 soldiers hostage"
    const held = at === first && /^(?:hostage|captive|prisoner)$/i.test(token.text)
    if (isNoun(token) && (held || !(STATES.test(token.text) && !isNoun(tokens[at + 1])))) head = at
    else if (!isInside(token)) {
      // "five Daesh (ISIL) training camps", "12 men's bodies"
      const closes = token.text === '(' ? closing(tokens, at) : null
      if (closes !== null && isNoun(tokens[closes + 1])) at = closes
      else if (/^['’]s?$|^[-–&]$/.test(token.text) && head !== null && isNoun(tokens[at + 1])) continue
      else break
    } else if (head !== null && !(isNoun(tokens[at + 1]) || (token.pos === 'ADJ' && isInside(tokens[at + 1])))) break
    else if (token.pos === 'VERB' && !isInside(tokens[at + 1])) break
  }
  if (head === null) return { of: null, next: first, modifiers: [] }
  const noun = tokens[head]
  return {
    of: named(noun),
    next: head + 1,
    modifiers: tokens.slice(first, head),
  }
}

const isNoun = (token: Token | undefined): boolean =>
  token !== undefined && (token.pos === 'NOUN' || token.pos === 'PROPN') && /\p{L}{2}/u.test(token.text)

const isInside = (token: Token | undefined): boolean =>
  token !== undefined && (isNoun(token) || token.pos === 'ADJ' || (token.pos === 'VERB' && PARTICIPLE.test(token.text)))

function closing(tokens: readonly Token[], open: number): number | null {
  const at = tokens.slice(open, open + MAX_WORDS).findIndex(({ text }) => text === ')')
  return at < 0 ? null : open + at
}

/** Names keep their capitals, and so do short forms; a report printed in capitals throughout does not. */
function named({ text, pos }: Token): string {
  const printed = /^\p{Lu}{5,}$/u.test(text)
  return !printed && (pos === 'PROPN' || /^\p{Lu}\p{Lu}/u.test(text)) ? text : text.toLowerCase()
}
