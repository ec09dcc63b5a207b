// A place in a sentence -> whether its clause looks back or ahead, by the nearest verb.

import type { Token } from '../../types.ts'
import { tokenFrom } from '../spans.ts'

export type Tense = 'past' | 'present' | 'future'

const FUTURE =
  /^(?:will|shall|['’]ll|wo|would|scheduled|expected|due|planned|slated|upcoming|forthcoming|set|plans?|planning|going)$/
const PAST = /^(?:was|were|had|did|been|['’]ve)$/
/** In the present with a date they tell of what is laid down: "the talks begin on Monday". */
const SCHEDULES = /^(?:begin|start|open|meet|end|expire|resume|close|leave|arrive|face|take)$/
/** "failed to appear on Friday" happened, or did not, on Friday. */
const PASSED =
  /^(?:fail|manage|force|begin|continue|use|allow|see|able|refuse|have|appear|seem|start|try|come|go|help)$/
/** In the present, with a time, they tell of what is arranged. */
const ARRANGED = /^(?:going|arriving|leaving|visiting|returning|meeting|hosting|travell?ing|flying|heading)$/
/** Behind these an infinitive says what something was done for. */
const PURPOSE = /^(?:in|out|up|over|back|together|there|here|hours?|days?|minutes?|overnight|streets?)$/i
const MODAL = /^(?:will|would|could|may|might|should)$/i
const AM = /^(?:am|is|are|['’]m|['’]re)$/i
const REACH = 25

/** @param at offset of the expression of time */
export function tenseAt(tokens: readonly Token[], at: number): Tense | null {
  const here = tokenFrom(tokens, at)
  // "The court on Friday ordered", "since December"
  if (isPastVerb(tokens[here + 1]) || /^since$/i.test(tokens[here - 1]?.text ?? '')) return 'past'
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

const isPastVerb = (token: Token | undefined): boolean =>
  token?.pos === 'VERB' && token.text.toLowerCase() !== token.lemma && !/(?:ing|s)$/.test(token.text)

function tenseOf(tokens: readonly Token[], i: number): Tense | null {
  const { text, lemma, pos } = tokens[i]
  const word = text.toLowerCase()
  if (
    FUTURE.test(word) &&
    (word !== 'set' || /^(?:to|for)$/i.test(tokens[i + 1]?.text ?? '')) &&
    (word !== 'going' || isTo(tokens[i + 1]))
  )
    return word === 'due' && tokens[i + 1]?.text !== 'to' && pos === 'ADP' ? null : 'future'
  if (PAST.test(word)) return isTo(tokens[i + 1]) && /^(?:was|were)$/.test(word) ? 'future' : 'past'
  if (/^(?:has|have)$/.test(word)) return tenseOfHaving(tokens, i)
  if (/^(?:is|are)$/.test(word)) return isTo(tokens[i + 1]) ? 'future' : 'present'
  const before = tokens[i - 1]
  // "We look forward to the talks on Friday"
  if (word === 'forward') return before?.lemma === 'look' ? 'future' : null
  // "from March to May"
  if (pos !== 'VERB' || /^(?:March|May)$/.test(text)) return null
  // "is visiting the capital on Friday"
  if (word.endsWith('ing')) return ARRANGED.test(word) && before && AM.test(before.text) ? 'future' : null
  // "the lower end of the street" is no verb.
  if (word === lemma && before && /^(?:DET|ADJ)$/.test(before.pos)) return null
  if (word !== lemma && !word.endsWith('s')) {
    const auxiliaries = tokens.slice(Math.max(0, i - 2), i).map((token) => token.text.toLowerCase())
    if (auxiliaries.at(-1) === 'be') return null
    // "is held", "is still used"
    return auxiliaries.some((auxiliary) => auxiliary === 'is' || auxiliary === 'are') ? 'present' : 'past'
  }
  const few = tokens.slice(Math.max(0, i - 3), i)
  if (few.some((token) => /^(?:will|would|shall|['’]ll|wo)$/i.test(token.text))) return 'future'
  if (few.some((token) => /^(?:did|had|was|were)$/i.test(token.text))) return 'past'
  // "having anything to do with Monday's raid"
  if (lemma === 'do' && tokens[i + 1]?.text.toLowerCase() === 'with') return null
  const to = few.findLastIndex(isTo)
  if (to >= 0) {
    const governor = few[to - 1] ?? tokens[i - (few.length - to) - 1]
    // "moved in to evict them on Sunday", "battled for hours to put out a fire on Tuesday": what it was for goes by the verb before.
    if (governor && PURPOSE.test(governor.text)) return null
    // "agreed to meet on Friday" looks ahead; "was forced to leave on Friday" goes by the verb before.
    return governor && PASSED.test(governor.lemma) ? null : 'future'
  }
  return SCHEDULES.test(lemma) ? 'future' : 'present'
}

/** "has long been held"; "has to meet", "could have consequences"; "has three doors". */
function tenseOfHaving(tokens: readonly Token[], i: number): Tense {
  const next = tokens.slice(i + 1, i + 4)
  if (isTo(next[0])) return 'future'
  if (next.some(({ text, pos }) => /^(?:VERB|AUX)$/.test(pos) && !/ing$/.test(text))) return 'past'
  return tokens.slice(Math.max(0, i - 2), i).some(({ text }) => MODAL.test(text)) ? 'future' : 'present'
}

const isTo = (token: Token | undefined): boolean => token !== undefined && token.text.toLowerCase() === 'to'
