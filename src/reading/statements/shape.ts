// What stands at a place of a sentence: an end, a quotation, a clause, a phrase.

import type { Token } from '../../types.ts'
import type { SentenceView } from './sentence.ts'

export const isOpening = (view: SentenceView, at: number) =>
  view.quotes[at] !== null && view.quotes[at] !== undefined && view.quotes[at] !== (view.quotes[at - 1] ?? null)

export const isVerb = (token: Token | undefined) =>
  token?.pos === 'VERB' || token?.pos === 'AUX' || token?.text === 'to'

export const isMark = ({ text }: Token) => /^["'“”‘’«»,]$/.test(text)

type Next = 'end' | 'comma' | 'colon' | 'quote' | 'that' | 'wh' | 'to' | 'gerund' | 'preposition' | 'phrase'

export function shapeAt(view: SentenceView, at: number): Next {
  const token = view.tokens[at]
  if (!token || /^[.!?…;)]+$/.test(token.text)) return 'end'
  if (isOpening(view, at)) return 'quote'
  if (/^[”’"»]$/.test(token.text)) return 'end'
  if (token.text === ',' || /^[—–-]+$/.test(token.text)) return 'comma'
  if (token.text === ':') return 'colon'
  if (/^that$/i.test(token.text)) return 'that'
  if (/^(?:what|how|why|whether|if|who|whom|where|when)$/i.test(token.text)) return 'wh'
  if (token.text === 'to' && isVerb(view.tokens[at + 1])) return 'to'
  if (token.pos === 'VERB' && token.text.endsWith('ing')) return 'gerund'
  if (token.pos === 'ADP' || token.text === 'to') return 'preposition'
  if (
    token.pos === 'ADV' ||
    /^(?:today|yesterday|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)day|earlier|later|last|this)$/i.test(
      token.text,
    )
  ) {
    const clause = clauseAfter(view, at)
    if (clause !== null || token.pos !== 'ADV') return 'preposition'
    const next = view.tokens[at + 1]
    if (!next || /^[.,]$/.test(next.text)) return 'preposition'
  }
  return 'phrase'
}

/** Words that an adjunct between a cue and its clause may have. */
const ADJUNCT = 14

/** Past an adjunct without a verb: the "that", the comma and quotation, or the quotation that opens the content. */
export function clauseAfter(view: SentenceView, at: number): number | null {
  for (let i = at; i < Math.min(view.tokens.length, at + ADJUNCT); i++) {
    const token = view.tokens[i]
    if (/^that$/i.test(token.text) && i > at) return i
    if (isOpening(view, i) && (i === at || /^[,:]$/.test(view.tokens[i - 1].text) || view.tokens[i - 1].pos !== 'DET'))
      return i
    if (isVerb(token) || /^[.;]$/.test(token.text)) return null
  }
  return null
}
