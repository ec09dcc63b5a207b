// A cue among its tokens -> to whom it was said: "told Sputnik", "informed the court".

import type { Span, Token } from '../../types.ts'
import { nounPhraseAfter } from './noun-phrase.ts'

/** Verbs whose object is who was told. */
const TELLS = new Set([
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

/** Whether the last verb of a cue says that somebody was told. */
export const tells = (cue: readonly Token[]): boolean =>
  TELLS.has(cue.findLast(({ pos }) => pos === 'VERB')?.lemma ?? '')

/** @param taken what is somebody's, or said: no addressee */
export function addresseeOf(tokens: readonly Token[], from: number, to: number, taken: readonly Span[]): Span | null {
  const verb = tokens.slice(from, to).findLastIndex(({ lemma }) => TELLS.has(lemma))
  const phrase = verb < 0 ? null : nounPhraseAfter(tokens, from + verb + 1)
  const span: Span | null = phrase && [tokens[phrase.from].span[0], tokens[phrase.to - 1].span[1]]
  return span && !taken.some(([start, end]) => start < span[1] && span[0] < end) ? span : null
}
