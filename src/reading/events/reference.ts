// An event in its sentence -> whether it is by its words another one than the event before, or refers back to it.

import type { EventMention, Span } from '../../types.ts'
import { fateOf } from '../counts/fate.ts'

/** "a second car bomb", "in a separate attack" */
const ANOTHER =
  /\b(?:second|third|fourth|another|separate|similar|previous|earlier|different|unrelated|other)\s+(?:[\p{L}-]+\s+){0,2}$/iu
/** "a second explosion minutes later killed two": what the other one did. */
const OF_ANOTHER =
  /\b(?:another|an?\s+(?:second|third|separate|similar|different|unrelated|earlier|previous))\s+(?:[\p{L}-]+\s+)?(?:attack|blast|bomb|bombing|bomber|explosion|grenade|raid|strike|airstrike|shooting|ambush|assault|rocket|missile|drone|mine|shell)\s+(?:(?!(?:and|but|or|as|that|which|who|where|when|while|after|before|because|since|said|says)\b)[\p{L}\p{N}'’-]+\s+){0,7}$/iu
/** A sentence that turns to another one: "In a separate incident, gunmen ...", "Elsewhere, ..." */
const TURNS =
  /^\W*(?:in (?:another|an?(?: \p{L}+)? (?:separate|similar|unrelated|second)|other(?! words))\b|elsewhere\b|separately\b)/iu
/** "14 other injured", "four other people were wounded", "another five wounded": more people, and the same event. */
const MORE_PEOPLE =
  /\b(?:other|another|second|third|fourth)\s+(?:(?:(?!(?:attack|blast|bomb|bombing|explosion|grenade|mine|missile|raid|rocket|shell|strike|airstrike)s?\b)[\p{L}-]+\s+)?(?:(?:has|have|had)\s+)?(?:is|are|was|were|been|got)\s+|(?:(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?)\s+)?)$/iu
/** "A second man has died": of wounds from the same event, mostly. */
const DIES = /^die[sd]?$/i
const ONE_MORE =
  /\b(?:other|another|second|third|fourth)\s+(?:(?!(?:attack|blast|bomb|bombing|explosion|raid|shooting)s?\b)[\p{L}-]+\s+)?(?:(?:has|have|had)\s+)?$/iu
/** What became of people, in a passive or without a verb; "a second killing" is an event. */
const PARTICIPLE = /(?:ed|dead|hurt|slain)$/i
/** "the attack", "this deadly attack" */
const DEFINITE = /\b(?:the|this|that|these|those)\s+(?:[\p{L}-]+\s+)?$/iu

/** How far before the trigger, in characters, such words may begin. */
const ANOTHER_REACH = 40
const OF_ANOTHER_REACH = 100
const DEFINITE_REACH = 25

export function referenceOf(text: string, [at, end]: Span, [from]: Span): Pick<EventMention, 'another' | 'refersBack'> {
  const before = (reach: number) => text.slice(Math.max(from, at - reach), at)
  const isDefinite = DEFINITE.test(before(DEFINITE_REACH))
  const turns = !isDefinite && TURNS.test(text.slice(from, at))
  const trigger = text.slice(at, end)
  const countsPeople =
    (PARTICIPLE.test(trigger) && fateOf(trigger) !== null && MORE_PEOPLE.test(before(ANOTHER_REACH))) ||
    (DIES.test(trigger) && ONE_MORE.test(before(ANOTHER_REACH)))
  return {
    ...(turns || (ANOTHER.test(before(ANOTHER_REACH)) && !countsPeople) || OF_ANOTHER.test(before(OF_ANOTHER_REACH))
      ? { another: true }
      : {}),
    ...(isDefinite ? { refersBack: true } : {}),
  }
}
