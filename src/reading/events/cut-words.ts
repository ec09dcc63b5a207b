// A stretch that the model takes for a party -> the same with whole words and without loose prepositions; null where it only says of what kind
// something else is: the "government" of "a government-run school".

import type { Span } from '../../types.ts'

export function withWholeWords(text: string, [start, end]: Span): Span | null {
  if (/^-\p{L}/u.test(text.slice(end, end + 2))) return null
  const ofYear = YEAR_AHEAD.exec(text.slice(start, end))
  if (ofYear && SAYS_WHEN.test(text.slice(Math.max(0, start - MAX_WORD), start)))
    return withWholeWords(text, [start + ofYear[0].length, end])
  const behind = LOOSE_END.exec(text.slice(start, end))?.[1].length ?? 0
  const ahead = LOOSE_START.exec(text.slice(start, end))?.[0].length ?? 0
  const from =
    ahead > 0 ? start + ahead : start - (CUT.exec(text.slice(Math.max(0, start - MAX_WORD), start))?.[0].length ?? 0)
  return end - behind > from ? [from, end - behind] : [start, end]
}

const MAX_WORD = 40

/** "Major-" before "General Ruiz", "Ruiz’" before "s brother", and the article ahead of it: what the stretch was cut from. */
const CUT = /(?:\b(?:an?|the) )?[\p{L}\p{N}-]+(?:-|['’](?=$))$/u

/** "Since 2015 troops have killed": the year is none of the troops. */
const YEAR_AHEAD = /^(?:19|20)\d\d\s+(?=\p{L})/u
const SAYS_WHEN = /\b(?:in|since|until|by|from|before|after|of|during)\s+$/i

/** "Up to 30 gunmen", "of troops", "alone 37 people" */
const LOOSE_START =
  /^(?:(?:up )?to|of|from|by|including|among(?: (?:them|whom|those))?|alone|only|just|and|or|but|as well as)\s+(?=\S)/i

/** "security forces under the command of", "a ministry in", "ten boys, among them a", "gunmen positioned" in a hill */
const LOOSE_END =
  /$(?<=(,? (?:among|including)(?: (?:them|those|whom))?(?: (?:the|an?))?|\s(?:located|positioned|stationed|deployed|entrenched|holed up|heading|loyal|affiliated|linked|belonging)|(?:\s+under the (?:command|control|leadership))?(?:\s+(?:of|in|at|from|by|on|with|for|to|near|the|an?))+))/i
