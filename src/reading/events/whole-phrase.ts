// A stretch that the model takes for a part in violence -> the phrase that it belongs to: without loose ends, and no noun cut through.

import type { Sentence, Span, Token } from '../../types.ts'
import { type SpanIndex, tokenFrom } from '../spans.ts'

const NOUNS = /^(?:NOUN|PROPN)$/
/** What no phrase of its own begins with, or ends with. */
const LOOSE_START = /^(?:ADP|CCONJ|SCONJ|PUNCT|VERB|AUX|PART|ADV)$/
const LOOSE_END = /^(?:ADP|CCONJ|SCONJ|PUNCT|VERB|AUX|PART|DET|ADV)$/
/** Nouns that say when: "the guerrillas yesterday". */
const WHEN =
  /^(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|weeks?|months?|years?)$/i

/**
 * Null where no noun is in it: "powerful", "some of".
 * @param goesOn whether a noun belongs to the phrase that ends before it
 */
export function wholePhrase(
  [start, end]: Span,
  sentences: SpanIndex<Sentence>,
  goesOn: (noun: Token, last: Token) => boolean,
): Span | null {
  const tokens = sentences.touching([start, end])[0]?.tokens ?? []
  let from = tokenFrom(tokens, start)
  if (from === tokens.length) return [start, end]
  const last = tokenFrom(tokens, end - 1)
  let to = tokens[last]?.span[0] < end ? last : last - 1
  while (from < to && LOOSE_START.test(tokens[from].pos)) from++
  if (isOf(tokens[to])) to = endOfNoun(tokens, isArticle(tokens[to + 1]) ? to + 2 : to + 1, to, () => true)
  while (from < to && LOOSE_END.test(tokens[to].pos)) to--
  from = startOfNoun(tokens, from)
  if (isPartOfNoun(tokens[to])) to = endOfNoun(tokens, to + 1, to, goesOn)
  return tokens.slice(from, to + 1).some(({ pos }) => NOUNS.test(pos))
    ? [tokens[from].span[0], tokens[to].span[1]]
    : null
}

/** "terrorists" of "killed by Boko Haram terrorists"; in "in Mosul gunmen" the place is none of it. */
function startOfNoun(tokens: readonly Token[], from: number): number {
  if (!NOUNS.test(tokens[from].pos)) return from
  let first = from
  while (first > 0 && tokens[first - 1].pos === 'PROPN' && isNextTo(tokens[first - 1], tokens[first])) first--
  const isWhen = tokens.slice(first, from).some(({ text }) => WHEN.test(text))
  return isWhen || /^(?:in|at|near|on|from|around|inside|outside)$/i.test(tokens[first - 1]?.text ?? '') ? from : first
}

const isNextTo = ({ span: [, end] }: Token, { span: [start] }: Token): boolean => start - end === 1

const isOf = (token: Token | undefined): boolean => token?.text.toLowerCase() === 'of'
const isArticle = (token: Token | undefined): boolean => token?.pos === 'DET'
const isPartOfNoun = ({ pos }: Token): boolean => NOUNS.test(pos) || pos === 'ADJ' || pos === 'NUM'

/** The last of the nouns that follow each other from `at` on with nothing but a blank between; `otherwise` where there is none. */
function endOfNoun(
  tokens: readonly Token[],
  at: number,
  otherwise: number,
  goesOn: (noun: Token, last: Token) => boolean,
): number {
  let last = otherwise
  for (let next = at; next < tokens.length; next++) {
    const { pos, text, span } = tokens[next]
    const apart = next > at && span[0] - tokens[next - 1].span[1] !== 1
    if (!NOUNS.test(pos) || WHEN.test(text) || apart || !goesOn(tokens[next], tokens[next - 1])) break
    last = next
  }
  return last
}
