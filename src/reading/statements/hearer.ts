// The words behind "told" -> whom they name as told, and where what is said begins: "told AFP on condition of anonymity that ...".

import type { Span, Token } from '../../types.ts'

export interface Hearer {
  span: Span
  /** Index of the first token of what is said. */
  said: number
}

/** Words that close a name of news media: "AFP news agency", "Iraqia television". */
const KIND = /^(?:news|agency|newspaper|daily|television|tv|radio|magazine|channel|network|station|service)$/i
/** Bodies and people that are told, without a name: "told the inquiry that". */
const BODY =
  /^(?:inquiry|court|jury|judges?|tribunal|hearing|panel|committee|commission|parliament|council|congress|senate|inquest|investigators?|prosecutors?|detectives?|officers?|police|newspaper|paper|agency|channel|press|crowd|congregation|lawmakers|deputies|mourners|supporters|troops|reporters|journalists)$/i
const OBJECT = /^(?:him|her|them|us|me|reporters|journalists)$/i
/** How far "that" may stand behind the hearer, with no verb between. */
const CIRCUMSTANCES = 8

/** @param at the first token behind the cue */
export function hearerAfter(tokens: readonly Token[], at: number): Hearer | null {
  let to = at
  if (tokens[to]?.pos === 'DET') to++
  const name = to
  while (tokens[to]?.pos === 'PROPN') to++
  if (to === name && to > at && BODY.test(tokens[to]?.text ?? '')) to++
  else if (to === name) {
    if (to > at || !OBJECT.test(tokens[to]?.text ?? '')) return null
    to++
  } else while (KIND.test(tokens[to]?.text ?? '')) to++
  const span: Span = [tokens[at].span[0], tokens[to - 1].span[1]]
  const verb = tokens.findIndex(({ pos }, index) => index >= to && (pos === 'VERB' || pos === 'AUX'))
  if (verb < 0) return null
  const that = tokens.findIndex(({ text }, index) => index >= to && text.toLowerCase() === 'that')
  if (that >= 0 && that - to <= CIRCUMSTANCES && that < verb) return { span, said: that }
  return OPENS.test(tokens[to]?.pos ?? '') ? { span, said: to } : null
}

/** A clause begins with its subject: "told AFP the rebels had left", not "told Benko’s brother". */
const OPENS = /^(?:DET|PRON|NUM|ADJ|SCONJ)$/
