// The phrase for a source without a name -> by what noun the article may speak of the same people again, and the body that they are of.

import type { Body } from '../../types.ts'
import type { NameLexicon } from '../entities/lexicon.ts'
import { bodyIn } from './body.ts'
import { headOf } from './second-hand.ts'
import type { SourceWords } from './source-words.ts'

interface Lexicon {
  sources: SourceWords
  names: NameLexicon
}

/** "Several local residents" -> "resident"; undefined for "another resident", who is told from those before, and for "a nurse and a teacher". */
export function nounOf(phrase: string, { sources, names }: Lexicon): string | undefined {
  const head = headOf(phrase)
  if (sources.another.test(head) || JOINT.test(phrase)) return undefined
  const words = head
    .split(/\s+/)
    .map((word) => word.toLowerCase())
    .filter((word) => !VAGUE.has(word))
  const last = words.pop()
  if (last === undefined) return undefined
  return [...words, names.personNouns.get(last)?.singular ?? last.replace(/s$/, '')].join(' ')
}

/** "a senior police official", "an official at the interior ministry" -> the police, the ministry; null for "local officials". */
export function bodyOfOfficial(phrase: string, { sources, names }: Lexicon): Body | null {
  const head = headOf(phrase)
  if (!sources.official.test(head) || sources.another.test(head) || JOINT.test(phrase)) return null
  const own = head
    .split(/\s+/)
    .filter((word) => !VAGUE.has(word.toLowerCase()))
    .slice(0, -1)
    .join(' ')
  const whole =
    own === ''
      ? /^\s(?:of|for|in|at|from|with|close to) (?:the )?(.+)$/is.exec(phrase.trim().slice(head.length))?.[1]
      : own
  const last = whole?.split(/\s+/).at(-1)?.toLowerCase()
  if (whole === undefined || last === undefined) return null
  return STATE.has(names.heads.get(last)?.sector ?? '') ? bodyIn(whole, names) : null
}

/** PLOVER sectors of the bodies of a state. */
const STATE: ReadonlySet<string> = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'SPY'])

/** The text speaks of several. */
const JOINT = /\b(?:and|or)\b/i

/** Words that say nothing of who they are. */
const VAGUE = new Set(
  `the a an one some several many two three four five six dozens of most few these those this that senior top local high-ranking unnamed anonymous
  unidentified former independent fellow angry young old elderly well-informed informed nearby`.split(/\s+/),
)
