// A sentence as the finder sees it: its tokens, its verb groups, and which tokens stand in which quotation.

import type { Quotation, Sentence, Span, Token } from '../../types.ts'
import type { SpanIndex } from '../spans.ts'
import { type Chunk, findVerbGroups } from './chunks.ts'
import type { CueIndex } from './cues.ts'

export interface SentenceView {
  span: Span
  tokens: readonly Token[]
  groups: readonly Chunk[]
  /** Of each token, the quotation that it stands in, marks included; null outside. */
  quotes: readonly (Quotation | null)[]
}

export function viewSentence(
  { span, tokens: tagged }: Sentence,
  quotationsAt: SpanIndex<Quotation>['touching'],
  { forms }: Pick<CueIndex, 'forms'>,
): SentenceView {
  const tokens = tagged.map((token, index) => asVerb(token, tagged[index - 1], tagged[index + 1], forms))
  const near = quotationsAt(span)
  const quotes = tokens.map(
    (token) =>
      near.find(({ spans }) => spans.some(([start, end]) => start <= token.span[0] && token.span[1] <= end)) ?? null,
  )
  return { span, tokens, groups: findVerbGroups(tokens), quotes }
}

/** "The army claims that", "the ministry reports it": between a noun and a clause, a form of a cue verb is that verb. */
function asVerb(token: Token, before: Token | undefined, after: Token | undefined, forms: CueIndex['forms']): Token {
  const lemma = token.pos === 'NOUN' || token.pos === 'ADJ' ? forms.get(token.text) : undefined
  if (!lemma || !before || !after) return token
  const subject = /^(?:NOUN|PROPN|PRON)$/.test(before.pos)
  const clause = /^(?:that|it|he|she|they|he’s|[“"‘«])$/i.test(after.text)
  return subject && clause ? { ...token, pos: 'VERB', lemma } : token
}

/** The same sentence as if it ended before the token `to`. */
export const cutView = (view: SentenceView, to: number): SentenceView => ({
  span: view.span,
  tokens: view.tokens.slice(0, to),
  groups: view.groups.filter((group) => group.to <= to),
  quotes: view.quotes.slice(0, to),
})

/** From the first token's start to the last one's end; null where there is none, or punctuation alone. */
export function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  let [first, last] = [from, to - 1]
  const loose = ({ text }: Token) => /^[,.;:—–-]+$/.test(text)
  while (first <= last && loose(tokens[first])) first++
  while (last >= first && loose(tokens[last])) last--
  return first <= last ? [tokens[first].span[0], tokens[last].span[1]] : null
}
