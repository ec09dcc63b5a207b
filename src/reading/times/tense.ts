// A place in a sentence -> whether its clause looks back or ahead, by the nearest verb.

import type { Token } from '../../types.ts'
import { tokenFrom } from '../spans.ts'

export type Tense = 'past' | 'present' | 'future'

const FUTURE =
  /^(?:will|shall|['’]ll|wo|would|scheduled|expected|due|planned|slated|upcoming|forthcoming|set|plans?|planning|going)$/
const PAST = /^(?:was|were|had|did|been|has|have|['’]ve)$/
/** In the present with a date they tell of what is laid down: "the talks begin on Monday". */
const SCHEDULES = /^(?:begin|start|open|meet|end|expire|resume|close|leave|arrive|face|take)$/
/** "failed to appear on Friday" happened, or did not, on Friday. */
const PASSED =
  /^(?:fail|manage|force|begin|continue|use|allow|see|able|refuse|have|appear|seem|start|try|come|go|help)$/
const REACH = 25

/** @param at offset of the expression of time */
export function tenseAt(tokens: readonly Token[], at: number): Tense | null {
  const here = tokenFrom(tokens, at)
  for (let i = here - 1; i >= Math.max(0, here - REACH); i--) {
    const tense = tenseOf(tokens, i)
    if (tense) return tense
  }
  for (let i = here; i < Math.min(tokens.length, here + REACH); i++) {
    const tense = tenseOf(tokens, i)
    if (tense) return tense
  }
  return null
}

function tenseOf(tokens: readonly Token[], i: number): Tense | null {
  const { text, lemma, pos } = tokens[i]
  const word = text.toLowerCase()
  if (FUTURE.test(word) && (word !== 'set' || isTo(tokens[i + 1])) && (word !== 'going' || isTo(tokens[i + 1])))
    return word === 'due' && tokens[i + 1]?.text !== 'to' && pos === 'ADP' ? null : 'future'
  if (PAST.test(word)) return isTo(tokens[i + 1]) && /^(?:was|were)$/.test(word) ? 'future' : 'past'
  if (/^(?:is|are)$/.test(word)) return isTo(tokens[i + 1]) ? 'future' : 'present'
  if (pos !== 'VERB') return null
  if (word.endsWith('ing')) return null
  if (word !== lemma && !word.endsWith('s')) return tokens[i - 1]?.text.toLowerCase() === 'be' ? null : 'past'
  const before = tokens.slice(Math.max(0, i - 3), i)
  if (before.some((token) => /^(?:will|would|shall|['’]ll|wo)$/i.test(token.text))) return 'future'
  if (before.some((token) => /^(?:did|had|was|were)$/i.test(token.text))) return 'past'
  const to = before.findLastIndex(isTo)
  if (to >= 0) {
    const governor = before[to - 1] ?? tokens[i - (before.length - to) - 1]
    // "agreed to meet on Friday" looks ahead; "was forced to leave on Friday" goes by the verb before.
    return governor && PASSED.test(governor.lemma) ? null : 'future'
  }
  return SCHEDULES.test(lemma) ? 'future' : 'present'
}

const isTo = (token: Token | undefined): boolean => token !== undefined && token.text.toLowerCase() === 'to'
