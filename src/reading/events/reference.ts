// An event in its sentence -> whether it is by its words another one than the event before, or refers back to it.

import type { EventMention, Span } from '../../types.ts'

/** "a second car bomb", "in a separate attack" */
const ANOTHER =
  /\b(?:second|third|fourth|another|separate|similar|previous|earlier|different|unrelated|other)\s+(?:[\p{L}-]+\s+){0,2}$/iu
/** "the attack", "this deadly attack" */
const DEFINITE = /\b(?:the|this|that|these|those)\s+(?:[\p{L}-]+\s+)?$/iu

/** How far before the trigger, in characters, such words may begin. */
const ANOTHER_REACH = 40
const DEFINITE_REACH = 25

export function referenceOf(text: string, [at]: Span, [from]: Span): Pick<EventMention, 'another' | 'refersBack'> {
  const before = (reach: number) => text.slice(Math.max(from, at - reach), at)
  return {
    ...(ANOTHER.test(before(ANOTHER_REACH)) ? { another: true } : {}),
    ...(DEFINITE.test(before(DEFINITE_REACH)) ? { refersBack: true } : {}),
  }
}
