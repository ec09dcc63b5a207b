// A cue -> what is said: behind it, before it, or around it, by what stands next to it.

import type { Span } from '../../types.ts'
import { withApposition } from './by-phrase.ts'
import { type Chunk, nounPhraseAfter } from './chunks.ts'
import { type Cue, takes } from './cue.ts'
import type { Takes } from './cues.ts'
import { contentBefore, contentFrom, endOf, goesOn } from './extent.ts'
import { type SentenceView, spanOf } from './sentence.ts'
import { clauseAfter, isMark, isOpening, isVerb, shapeAt } from './shape.ts'

export type Shape = Takes | 'after'

export interface Content {
  shape: Shape
  spans: Span[]
  addressee?: Span
  /** Inverted: the source stands behind the cue. */
  source?: Chunk
}

/** Verbs whose object is who was told. */
export const TELLS = new Set([
  'tell',
  'inform',
  'remind',
  'assure',
  'notify',
  'brief',
  'advise',
  'warn',
  'ask',
  'promise',
  'convince',
  'teach',
])

export function contentOf(
  view: SentenceView,
  cue: Cue,
  subject: Chunk | null,
  cueList: readonly Cue[],
): Content | null {
  const { tokens, quotes } = view
  const inside = quotes[cue.head]
  let at = cue.group.to
  const upTo = (from: number, narrow = false): Span[] => {
    let end = endOf(view, from, cue, cueList, narrow)
    // The mark that closes what this stands in is not its own.
    while (inside && end > from && isMark(tokens[end - 1])) end--
    return contentFrom(view, from, end)
  }
  const before = () => contentBefore(view, subject?.from ?? cue.group.from, inside)
  const here = shapeAt(view, at)
  if (here === 'end' || here === 'comma') {
    if (here === 'comma' && isOpening(view, at + 1) && !before()) return { shape: 'quote', spans: upTo(at + 1) }
    const left = before()
    return left ? { shape: 'after', spans: [...left, ...goesOn(view, at)] } : null
  }
  if (here === 'colon') return { shape: 'quote', spans: at + 1 < tokens.length ? upTo(at + 1) : [] }
  // "was adamant that:", "intended to:": the quotation stands in the next paragraph.
  if (tokens[at + 1]?.text === ':' && (here === 'that' || tokens[at].text === 'to'))
    return { shape: here === 'that' ? 'that' : 'to', spans: upTo(at + 2) }
  if (here === 'to') return { shape: 'to', spans: upTo(at) }
  if (here === 'gerund' && takes(cue, 'bare') && !takes(cue, 'gerund')) return { shape: 'bare', spans: upTo(at) }
  if (here === 'quote' || here === 'that' || here === 'wh' || here === 'gerund')
    return { shape: here, spans: upTo(at, here === 'gerund') }
  if (here === 'preposition') {
    const shape = tokens[at].lemma
    if ((shape === 'of' || shape === 'for' || shape === 'as') && takes(cue, shape))
      return { shape, spans: upTo(at, true) }
    // An adjunct first: "said in a statement that", "told reporters on Monday that".
    const clause = clauseAfter(view, at)
    if (clause !== null) return { shape: isOpening(view, clause) ? 'quote' : 'that', spans: upTo(clause) }
    const left = before()
    if (left) return { shape: 'after', spans: left }
    return null
  }
  // A noun phrase: an inverted source, an addressee, the subject of a bare clause, or the content itself.
  const phrase = nounPhraseAfter(tokens, at, false)
  if (!phrase) return null
  const wide = nounPhraseAfter(tokens, at) ?? phrase
  const left = takes(cue, 'inversion') && !subject && !tokens[cue.head].text.endsWith('ing') ? before() : null
  if (left) return { shape: 'inversion', spans: left, source: withApposition(view, wide) }
  const next = shapeAt(view, wide.to)
  const span = spanOf(tokens, wide.from, wide.to)
  const tells = TELLS.has(tokens[cue.head].lemma)
  if (tells && span) {
    const clause = next === 'that' || next === 'quote' || next === 'wh' ? wide.to : clauseAfter(view, wide.to)
    if (clause !== null) return { shape: 'that', spans: upTo(clause), addressee: span }
    if (next === 'to') return { shape: 'object-to', spans: upTo(wide.to), addressee: span }
    const said = before()
    if (said) return { shape: 'after', spans: said, addressee: span }
    at = phrase.to
    const bare = nounPhraseAfter(tokens, at, false)
    if (bare && isVerb(tokens[bare.to])) return { shape: 'bare', spans: upTo(at), addressee: span }
  }
  const linked = tokens[wide.to]?.lemma ?? ''
  const tie = tokens[phrase.to]?.lemma ?? ''
  for (const shape of ['of', 'for', 'as'] as const) {
    if ((linked === shape || tie === shape) && takes(cue, shape)) return { shape, spans: upTo(cue.group.to) }
  }
  if (next === 'to' && takes(cue, 'object-to')) return { shape: 'object-to', spans: upTo(cue.group.to) }
  if (isVerb(tokens[wide.to]) || isVerb(tokens[phrase.to])) {
    if (takes(cue, 'bare')) return { shape: 'bare', spans: upTo(cue.group.to) }
  }
  if (next === 'that' && takes(cue, 'that') && !takes(cue, 'np')) return { shape: 'that', spans: upTo(wide.to) }
  if (takes(cue, 'np')) return { shape: 'np', spans: upTo(cue.group.to, next !== 'that') }
  const bareLater = takes(cue, 'bare') && view.groups.some(({ from }) => from > cue.group.to)
  return bareLater ? { shape: 'bare', spans: upTo(cue.group.to) } : null
}
