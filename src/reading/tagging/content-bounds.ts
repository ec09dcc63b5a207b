// What the model takes for somebody's words -> the same within its sentence: to the comma before the speaker, and without stray words of
// other sentences.

import type { Sentence, Span } from '../../types.ts'
import type { Found } from './distinct.ts'
import { toSentenceStarts } from './sentence-starts.ts'
import type { Surroundings } from './surroundings.ts'

export function withinBounds(found: Found, near: Surroundings): Found {
  const [sentence] = near.sentences.touching(found.cue[0])
  if (!sentence) return found
  const attribution = [...found.source, ...found.cue]
  const own = toSentenceStarts(withoutStrays(found.content, sentence, near), attribution, near.sentences)
  return { ...found, content: upToTheComma(own, attribution, sentence, near.text) }
}

/**
 * Reported speech ends with its sentence: "Two died, police said. Shops stayed shut." Only a quotation goes on in the next one, and what a
 * colon announces.
 */
function withoutStrays(
  content: readonly Span[],
  sentence: Sentence,
  { text, quotations, sentences }: Surroundings,
): Span[] {
  const [from, to] = sentence.span
  const announced = /:\s*$/.test(text.slice(from, to))
  const blockOf = (span: Span) => sentences.touching(span)[0]?.block ?? sentence.block
  // What comes two paragraphs after the colon is announced by nothing.
  const isAnnounced = (span: Span) => announced && span[0] >= to && blockOf(span) <= sentence.block + 1
  const isQuoted = (span: Span) => quotations.touching(span).length > 0 || QUOTED.test(text.slice(...span))
  const follows = announced && content.some((span) => span[0] >= to)
  const own = content.filter(
    (span) =>
      // "She said: “...”": what stands in a paragraph before is another's words.
      !(follows && span[1] <= from && blockOf(span) !== sentence.block) &&
      ((span[0] < to && from < span[1]) || isAnnounced(span) || isQuoted(span)),
  )
  return own.length > 0 ? own : [...content]
}

/** Also by marks that no other answers: a paragraph that leaves its quotation open. */
const QUOTED = /^(?:["“”„«‘']|'')/

/** "Two died in Dol on Monday, the mayor said": all before the comma is said, where something of it is and nothing behind the cue. */
function upToTheComma(
  content: readonly Span[],
  attribution: readonly Span[],
  sentence: Sentence,
  text: string,
): Span[] {
  const [from, to] = [Math.min(...attribution.map(([at]) => at)), Math.max(...attribution.map(([, at]) => at))]
  const comma = sentence.tokens.findLast(({ span }) => span[1] <= from)
  const said = content.filter(([start, end]) => start >= sentence.span[0] && end <= sentence.span[1])
  const last = said.at(-1)
  if (comma?.text !== ',' || !last || said.some(([, end]) => end > from) || last[1] >= comma.span[0])
    return [...content]
  if (content.some(([start]) => start >= to && start < sentence.span[1])) return [...content]
  const gap = text.slice(last[1], comma.span[0])
  return MARK.test(gap) ? [...content] : content.map((span) => (span === last ? [span[0], comma.span[0]] : span))
}

/** A quotation or a colon between them begins something else. */
const MARK = /["“”«»:;]/
