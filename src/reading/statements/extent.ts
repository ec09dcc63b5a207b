// Where a content begins and ends: before its cue, behind it, up to the next attribution.

import type { Quotation, Span, Token } from '../../types.ts'
import { type Cue, worth } from './cue.ts'
import { type SentenceView, spanOf } from './sentence.ts'
import { isOpening, isVerb } from './shape.ts'

/** Tokens from which what has no verb by its tags is taken for a clause all the same. */
const CLAUSE = 5

/** What stands before a cue that follows its content; null where nothing does. */
export function contentBefore(view: SentenceView, end: number, inside: Quotation | null): Span[] | null {
  const { tokens, quotes, span } = view
  const last = end - 1
  if (last < 0) return null
  const quotation = quotes[last] ?? (tokens[last].text === ',' ? quotes[last - 1] : null)
  if (quotation && quotation !== inside) {
    const closing = quotes.lastIndexOf(quotation, last)
    const start = Math.min(span[0], quotation.spans[0][0])
    const opening = quotes.indexOf(quotation)
    const lead = opening > 0 ? span[0] : start
    const own = quotation.spans
      .map(([from, to]): Span => [from, Math.min(to, tokens[closing].span[1])])
      .filter(([from, to]) => to > from)
    return lead < own[0][0] ? [[lead, own[0][1]], ...own.slice(1)] : own
  }
  if (!/^(?:,|—|–|-|--)$/.test(tokens[last].text)) return null
  const content = spanOf(tokens, 0, last)
  // "On Monday, he said": an adjunct of the cue, no content.
  const clause = tokens.slice(0, last).some((token) => isVerb(token)) || (last >= CLAUSE && tokens[0].pos !== 'ADP')
  return content && clause ? [content] : null
}

/** '"A," he said, "B"', "A, he said, would B": what goes on behind the cue. */
export function goesOn(view: SentenceView, at: number): Span[] {
  const { tokens } = view
  if (tokens[at]?.text !== ',') return []
  if (isOpening(view, at + 1)) return contentFrom(view, at + 1, tokens.length)
  const next = tokens[at + 1]
  if (!next || !(next.pos === 'AUX' || next.pos === 'VERB') || next.text.endsWith('ing')) return []
  return contentFrom(view, at + 1, tokens.length)
}

/** From a token to an end; a quotation that is still open there is taken to its close. */
export function contentFrom({ tokens, quotes, span }: SentenceView, from: number, to: number): Span[] {
  const own = spanOf(tokens, from, to)
  if (!own) return []
  const last = quotes[to - 1] ?? (to >= 2 ? quotes[to - 2] : null)
  if (!last) return [own]
  const spans = last.spans.filter(([, end]) => end > own[0])
  const [first, ...others] = spans
  if (!first || to < tokens.length) return [own]
  return first[1] > span[1] || others.length > 0 ? [[own[0], Math.max(own[1], first[1])], ...others] : [own]
}

/** Where the content that starts at `from` ends: before the next attribution on the same level, else with the sentence. */
export function endOf(view: SentenceView, from: number, cue: Cue, cueList: readonly Cue[], narrow: boolean): number {
  const { tokens, quotes } = view
  const home = quotes[cue.head]
  const opening = isOpening(view, from) ? quotes[from] : null
  for (let i = from + 1; i < tokens.length; i++) {
    if (home && quotes[i] !== home) return i
    if (quotes[i] && quotes[i] !== home) continue
    if (opening && quotes[i - 1] === opening && /[.!?,]["'”’»]?$/.test(`${tokens[i - 2]?.text}${tokens[i - 1].text}`))
      return i
    const { text, pos } = tokens[i]
    const next = cueList.find(({ group }) => group.from > i && group.from <= i + 1)
    if (text === ',' && next && tokens[next.head].text.endsWith('ing')) return i
    if (pos === 'CCONJ' && next && isFiniteCue(tokens, next)) return tokens[i - 1].text === ',' ? i - 1 : i
    if (
      (text === ',' || text === ';') &&
      /^(?:while|but|although|whereas|and|according|as)$/i.test(tokens[i + 1]?.text ?? '') &&
      attributesSoon(view, i + 2, cueList)
    )
      return i
    if (narrow && (text === ',' || text === ';' || /^(?:after|when|while|because|before|although)$/.test(text)))
      return i
  }
  return tokens.length
}

const isFiniteCue = (tokens: readonly Token[], { group, head }: Cue) =>
  tokens[group.from].text !== 'to' && tokens[head].text !== tokens[head].lemma && !tokens[head].text.endsWith('ing')

/** How far a clause's own cue may stand from its conjunction. */
const CLAUSE_HEAD = 9

const attributesSoon = ({ tokens }: SentenceView, from: number, cueList: readonly Cue[]): boolean =>
  /^to$/.test(tokens[from]?.text ?? '') ||
  cueList.some(
    ({ group, entries }) =>
      group.from > from &&
      group.from <= from + CLAUSE_HEAD &&
      entries.some((entry) => worth(entry) >= 0.8) &&
      !tokens.slice(from, group.from).some(({ text }) => text === ','),
  )
