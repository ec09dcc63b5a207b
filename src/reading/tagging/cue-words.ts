// A statement as the model gives it -> whether its cue is one: whether it has a word by which somebody says, thinks or wants something.

import type { Token } from '../../types.ts'
import { tokensInside } from '../spans.ts'
import type { CueIndex } from '../statements/cues.ts'
import { entryAt } from '../statements/stance.ts'
import type { Found } from './distinct.ts'
import type { Surroundings } from './surroundings.ts'

/** How sure the model must be of a verb that the lexicon does not have ("sings", "dubbed"), and of one that only has a thing for its object. */
const UNKNOWN_VERB = 0.7
const BARE_OBJECT = 0.6

export function isCue(
  { source, cue, content, sure }: Found,
  { text, sentences }: Surroundings,
  cues: CueIndex,
): boolean {
  const around = sentences.touching(cue[0]).flatMap(({ tokens }) => tokens)
  const words = tokensInside(sentences.touching(cue[0]), cue[0])
  // A colon or a dash says by the layout that somebody speaks.
  if (words.length === 0 || !/\p{L}/u.test(text.slice(...cue[0]))) return true
  if (words.some(isMood) || /\bknown as$/i.test(text.slice(...cue[0]))) return false
  const speaks = content.some((span) => SPEECH.test(text.slice(...span)))
  if (!speaks && sure < BARE_OBJECT) return false
  const from = around.indexOf(words[0])
  const to = from + words.length
  if (words.some((_, at) => entryAt(around, from + at, to, cues) !== null)) return true
  return source.length > 0 && words.some(hasMeaning) && (speaks || sure >= UNKNOWN_VERB)
}

/** "The army seems eager", "ignoring what goes on": nobody says anything. */
const isMood = ({ lemma, pos }: Token): boolean => pos === 'VERB' && /^(?:seem|ignore)$/.test(lemma)

/** More than "was", "did not" or a headline's "fiercely". */
const hasMeaning = ({ pos }: Token): boolean => /^(?:VERB|NOUN|ADJ|PROPN)$/.test(pos)

/** What only words can be: a quotation, a clause. */
const SPEECH = /["“‘”]|''|^(?:that|whether|how|what|why)\b/i
