// Tagged tokens -> the noun phrase that stands at a place, by the order of its tags.

import type { Token } from '../../types.ts'

/** Token indices, end excluded. */
export interface Phrase {
  from: number
  to: number
}

const INSIDE = new Set(['NOUN', 'PROPN', 'ADJ', 'NUM', 'DET', 'PRON', 'SYM', 'X'])
/** Prepositions that tie a noun to the one before: "commander of", "a source in", "people close to". */
const TIES = new Set([
  'of',
  'in',
  'from',
  'for',
  'at',
  'with',
  'on',
  'to',
  'against',
  'within',
  'near',
  'between',
  'under',
  'by',
  'among',
  'inside',
])

/** "told the agency on Monday": a day is tied to the verb, not to the noun. */
const DAY =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}|\d{4})$/i

/** "a source close to the ministry", "people familiar with the talks" */
const CLOSE = /^(?:close|familiar|privy|loyal|linked|near|next|sympathetic)$/i

const isDeterminer = ({ pos, text }: Token) => pos === 'DET' || /^(?:his|her|its|their|our|my|your)$/i.test(text)
const isNominal = ({ pos, text }: Token) => /^(?:NOUN|PROPN|PRON|NUM)$/.test(pos) && text !== 'there'
const isSubjectPronoun = ({ text }: Token) => /^(?:he|she|they|i|we|it|who|you)$/i.test(text)

/** What may stand inside a noun phrase besides nouns and their modifiers, each with its example; `at` is the word's index. */
const JOINS: readonly ((tokens: readonly Token[], at: number) => boolean)[] = [
  // "Kosovo's president", "the soldiers' families"
  (tokens, at) =>
    /^['’]s?$/.test(tokens[at].text) && at > 0 && (tokens[at].pos === 'PART' || tokens[at - 1].text.endsWith('s')),
  // "Kosovo ‘s president": the mark turned the wrong way by an editor's machine
  (tokens, at) =>
    tokens[at].text === '‘' && tokens[at + 1]?.text === 's' && tokens[at + 1].span[0] === tokens[at].span[1],
  // "vice-president", "AP/AFP"
  (tokens, at) => /^[-–/&.]$/.test(tokens[at].text) && at > 0 && tokens[at + 1]?.span[0] === tokens[at].span[1],
  // "state-run television"
  (tokens, at) =>
    tokens[at].pos === 'VERB' &&
    at > 1 &&
    /^[-–]$/.test(tokens[at - 1].text) &&
    tokens[at - 1].span[1] === tokens[at].span[0],
  // "the alliance (NATO)"
  (tokens, at) => /^[()]$/.test(tokens[at].text),
  // "commander of", "a source in the militia", "people close to"
  (tokens, at) =>
    (tokens[at].pos === 'ADP' || tokens[at].text === 'to') &&
    TIES.has(tokens[at].lemma) &&
    at > 0 &&
    tokens[at + 1] !== undefined &&
    !DAY.test(tokens[at + 1].text) &&
    (isNominal(tokens[at - 1])
      ? tokens[at].text !== 'to' || tokens[at].pos === 'ADP'
      : CLOSE.test(tokens[at - 1].text)),
  // "Polat and other locals", but not "..., and they"
  (tokens, at) =>
    tokens[at].pos === 'CCONJ' &&
    at > 0 &&
    isNominal(tokens[at - 1]) &&
    INSIDE.has(tokens[at + 1]?.pos) &&
    !isSubjectPronoun(tokens[at + 1]),
  // "a very senior official"
  (tokens, at) => tokens[at].pos === 'ADV' && tokens[at + 1]?.pos === 'ADJ',
]

/** The noun phrase that starts at `start`, with what prepositions tie to it. */
export function nounPhraseAfter(tokens: readonly Token[], start: number): Phrase | null {
  let to = start
  let nominal = false
  for (; to < tokens.length; to++) {
    const token = tokens[to]
    if (isSubjectPronoun(token)) {
      if (to === start) return { from: start, to: start + 1 }
      break
    }
    const opens = nominal && isDeterminer(token) && tokens[to - 1].pos !== 'ADP' && tokens[to - 1].pos !== 'CCONJ'
    const inside = INSIDE.has(token.pos) && !opens
    if (!inside && !(nominal && JOINS.some((join) => join(tokens, to)))) break
    nominal ||= isNominal(token)
  }
  while (to > start && /^(?:ADP|CCONJ|PUNCT)$/.test(tokens[to - 1].pos) && tokens[to - 1].text !== ')') to--
  return nominal && to > start ? { from: start, to } : null
}
