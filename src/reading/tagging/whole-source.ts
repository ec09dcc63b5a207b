// A stretch that the model takes for a source -> the whole phrase: "who were there" begins with "four people", and "not authorised to speak to"
// ends with "the press".

import type { Span, Token } from '../../types.ts'
import { nounPhraseAfter } from '../statements/noun-phrase.ts'

/** Of the phrase that a clause with "who" belongs to, in tokens. */
const MAX_PHRASE = 12

/** @param cue which it may not reach over */
export function wholeSource(span: Span, tokens: readonly Token[], cue: readonly Span[]): Span {
  const first = tokens.findIndex((token) => token.span[0] >= span[0])
  const last = tokens.findLastIndex((token) => token.span[1] <= span[1])
  if (first < 0 || last < first) return span
  // "who" alone is the subject of a clause, and a source by itself.
  const isClause = last > first && /^(?:who|which)$/i.test(tokens[first].text)
  const start = isClause ? beginning(tokens, first) : first
  const end = isOpen(tokens[last]) ? (nounPhraseAfter(tokens, last + 1)?.to ?? last + 1) : last + 1
  const whole: Span = [
    start < first ? tokens[start].span[0] : span[0],
    end > last + 1 ? tokens[end - 1].span[1] : span[1],
  ]
  return cue.some(([from, to]) => from < whole[1] && to > whole[0]) ? span : whole
}

/** Where the noun phrase begins that ends before a token: "four" of "four people who". */
function beginning(tokens: readonly Token[], at: number): number {
  for (let from = Math.max(0, at - MAX_PHRASE); from < at; from++)
    if (nounPhraseAfter(tokens, from)?.to === at) return from
  return at
}

/** "speak to", "the head of the", "afraid for his" */
const isOpen = ({ pos, text }: Token): boolean => /^(?:ADP|DET)$/.test(pos) || /^(?:to|his|her|its|their)$/i.test(text)

/** "The attack happened at noon, four" of which the source took "four". */
export const withoutSource = (content: readonly Span[], source: readonly Span[]): Span[] =>
  content.flatMap(([start, end]): Span[] => {
    const taken = source.find(([from, to]) => from < end && to > start)
    if (!taken) return [[start, end]]
    return [[start, taken[0]] as Span, [taken[1], end] as Span].filter(([from, to]) => from < to)
  })
