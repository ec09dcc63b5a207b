// A statement as the model gives it -> its draft: bounds that respect sentences and quotations, its stance, to whom it was said.

import type { Sentence, Span, Token } from '../../types.ts'
import { type SpanIndex, tokenFrom, tokensInside } from '../spans.ts'
import { addresseeOf, tells } from '../statements/addressee.ts'
import type { CueIndex } from '../statements/cues.ts'
import { type Hearer, hearerAfter } from '../statements/hearer.ts'
import { stanceOf } from '../statements/stance.ts'
import type { Found } from './distinct.ts'
import type { StatementDraft } from './drafts.ts'
import { toSentenceStarts } from './sentence-starts.ts'
import type { Surroundings } from './surroundings.ts'
import { withWholeQuotations } from './whole-quotations.ts'
import { wholeSource, withoutSource } from './whole-source.ts'

export function toDraft(found: Found, { text, sentences, quotations }: Surroundings, cues: CueIndex): StatementDraft {
  const trimmed = (spans: readonly Span[]) => spans.map((span) => trim(text, span))
  const cue = trimmed(found.cue)
  const [sentence] = sentences.touching(cue[0])
  const [start, end] = cue[0]
  const tokens = sentence?.tokens ?? []
  const source = trimmed(found.source.map((span) => withoutRelative(text, wholeSource(span, tokens, cue))))
  const attribution = [...source, ...cue]
  const from = tokenFrom(tokens, start)
  let to = tokenFrom(tokens, end)
  if (to < tokens.length && tokens[to].span[0] < end) to++
  const hearer = tells(tokens.slice(from, to)) ? hearerAfter(tokens, to) : null
  const apart = trimmed(withoutSource(found.content, source))
  const said = hearer ? withoutHearer(apart, hearer, tokens) : apart
  const bounded = toSentenceStarts(said, attribution, sentences)
  const content = withWholeQuotations(bounded, attribution, quotations.touching)
  if (from === tokens.length) return { source, cue, content, stance: 'asserts' }
  const addressee = hearer?.span ?? addresseeOf(tokens, from, to, [...source, ...content])
  const stance = stanceOf(tokens, from, to, firstWordsOf(content, sentences), cues, found.stance)
  return { source, cue, content, stance, ...(addressee ? { addressee } : {}) }
}

/** "AFP the rebels had left" is what AFP was told, without AFP. */
const withoutHearer = (content: readonly Span[], { span, said }: Hearer, tokens: readonly Token[]): Span[] =>
  content.map(([start, end]): Span => {
    const first = tokens[said].span[0]
    return start >= span[0] && start < first && first < end ? [first, end] : [start, end]
  })

/** How many words of what is said show what it is. */
const FIRST_WORDS = 24

const firstWordsOf = ([first]: readonly Span[], sentences: SpanIndex<Sentence>): Token[] =>
  first ? tokensInside(sentences.touching(first).slice(0, 1), first).slice(0, FIRST_WORDS) : []

/** "a deputy who" of "said a deputy who did not want to be named" */
const withoutRelative = (text: string, [start, end]: Span): Span => [
  start,
  start + text.slice(start, end).replace(/(?<=\S)\s+(?:who|which|that)$/i, '').length,
]

/** Without the commas, stops and dashes at its ends, unless it is nothing else. */
function trim(text: string, [start, end]: Span): Span {
  const words = text.slice(start, end).replace(/(?<![\s,.;:—–-])[\s,.;:—–-]+$/, '')
  const open = words.length - words.replace(/^[\s,.;:—–-]+/, '').length
  return words.length === open ? [start, end] : [start + open, start + words.length]
}
