// Tagged tokens -> verb groups and noun phrases, by the order of their tags.

import type { Token } from '../../types.ts'

/** Token indices, end excluded. */
export interface Chunk {
  from: number
  to: number
}

const isVerbal = ({ pos }: Token) => pos === 'VERB' || pos === 'AUX'
const isMark = ({ text }: Pick<Token, 'text'>) => /^["'“”‘’«»„‹›]$/.test(text)

/** "did not say", "has also called", "went on to say": from the first to the last word of it. */
export function findVerbGroups(tokens: readonly Token[]): Chunk[] {
  const groups: Chunk[] = []
  for (let i = 0; i < tokens.length; i++) {
    if (!isVerbal(tokens[i])) continue
    let to = i + 1
    while (to < tokens.length) {
      const next = linked(tokens, to)
      if (next === null) break
      to = next
    }
    let from = i
    while (
      from > 0 &&
      ((tokens[from - 1].pos === 'ADV' && !isMark(tokens[from - 1])) || tokens[from - 1].text === 'to')
    )
      from--
    groups.push({ from, to })
    i = to - 1
  }
  return groups
}

/** Where the group that has reached `at` goes on to, past the next verb; null where it ends. */
function linked(tokens: readonly Token[], at: number): number | null {
  let next = at
  while (next < tokens.length && (tokens[next].pos === 'ADV' || tokens[next].pos === 'PART') && next - at < 4) next++
  const verb = tokens[next]
  if (!verb || !isVerbal(verb)) return null
  const passed = tokens.slice(at, next)
  const before = tokens[at - 1]
  // A finite verb after a full verb opens a clause of its own: "said fled", "denied shooting".
  const chained = before.pos === 'AUX' || passed.some(({ text }) => text === 'to')
  return chained ? next + 1 : null
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

/** "officials briefed on the matter": only backwards, since forwards the verb may be the sentence's own. */
const isBriefed = (tokens: readonly Token[], at: number) =>
  tokens[at].pos === 'VERB' &&
  /(?:ed|ing|wn|en)$/.test(tokens[at].text) &&
  at > 0 &&
  isNominal(tokens[at - 1]) &&
  tokens[at + 1]?.pos === 'ADP'

/** "Stacy Baker of Columbia, South Carolina" */
const isPlaceComma = (tokens: readonly Token[], at: number) =>
  tokens[at].text === ',' &&
  tokens[at + 1]?.pos === 'PROPN' &&
  tokens[at - 1]?.pos === 'PROPN' &&
  tokens
    .slice(Math.max(0, at - 4), at)
    .some(({ text }, index, near) => /^(?:of|from|in)$/.test(text) && near[index - 1]?.pos === 'PROPN')

/** The noun phrase that ends before `end`, with what is tied to its front; null where no noun stands there. */
export function nounPhraseBefore(tokens: readonly Token[], end: number): Chunk | null {
  const last = tokens[end - 1]
  if (!last || !(INSIDE.has(last.pos) || /^[)”’"]$/.test(last.text))) return null
  if (isSubjectPronoun(last)) return { from: end - 1, to: end }
  // "documents that showed": the relative pronoun stands for the noun before it.
  if (/^(?:that|which)$/.test(last.text) && end > 1 && isNominal(tokens[end - 2]))
    return nounPhraseBefore(tokens, end - 1)
  let from = end
  while (from > 0) {
    const token = tokens[from - 1]
    // A determiner opens a phrase: what stands before it belongs to it only through a preposition.
    const opened = from < end && isDeterminer(tokens[from]) && !/^(?:all|both|half)$/i.test(token.text)
    const inside = INSIDE.has(token.pos) && !opened && !isSubjectPronoun(token)
    const joins =
      JOINS.some((join) => join(tokens, from - 1)) || isBriefed(tokens, from - 1) || isPlaceComma(tokens, from - 1)
    if (!inside && !(joins && (from < end || /^['’)]/.test(token.text)))) break
    from--
  }
  while (
    from < end &&
    (/^(?:ADP|PUNCT|CCONJ|PART|ADV)$/.test(tokens[from].pos) ||
      isMark(tokens[from]) ||
      /^(?:which|whom|whose)$/i.test(tokens[from].text))
  )
    from++
  // "the general", "the wounded": an adjective for a noun
  const nominal = tokens.slice(from, end).some(isNominal) || (from < end - 1 && isDeterminer(tokens[from]))
  return nominal ? { from, to: end } : null
}

/** The noun phrase that starts at `start`; `tied` also takes the phrases that prepositions tie to it. */
export function nounPhraseAfter(tokens: readonly Token[], start: number, tied = true): Chunk | null {
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
    const ties = token.pos === 'ADP' || token.text === 'to'
    if (!inside && !(nominal && (tied || !ties) && JOINS.some((join) => join(tokens, to)))) break
    nominal ||= isNominal(token)
  }
  while (to > start && /^(?:ADP|CCONJ|PUNCT)$/.test(tokens[to - 1].pos) && tokens[to - 1].text !== ')') to--
  return nominal && to > start ? { from: start, to } : null
}

/**
 * The subject of the verb group that starts at `verb`: the phrase before it, over an apposition or a relative clause
 * between commas. An apposition belongs to it ("Polat, a shop owner,"); a relative clause does not.
 */
export function subjectOf(tokens: readonly Token[], verb: number): Chunk | null {
  const relative = headOfRelative(tokens, verb)
  if (relative) return relative
  if (tokens[verb - 1]?.text !== ',') return nounPhraseBefore(tokens, beforeDay(tokens, verb))
  for (let comma = verb - 2; comma > 0; comma--) {
    if (tokens[comma].text !== ',') continue
    const head = nounPhraseBefore(tokens, comma)
    const first = tokens[comma + 1]
    if (!head || !first) continue
    if (/^(?:who|whose|which|whom)$/i.test(first.text) || first.pos === 'VERB') return head
    // "In Cairo, officials said": a place after a preposition is no head of what follows.
    const apposed = /^(?:DET|PROPN|NOUN|ADJ|NUM)$/.test(first.pos) && tokens[head.from - 1]?.pos !== 'ADP'
    if (apposed && nounPhraseAfter(tokens, comma + 1)) return { from: head.from, to: verb - 1 }
    break
  }
  return null
}

/** "The minister, declared ...": the phrase before a stray comma. */
export const beforeStrayComma = (tokens: readonly Token[], verb: number): Chunk | null =>
  tokens[verb - 1]?.text === ',' ? nounPhraseBefore(tokens, verb - 1) : null

/** "The army on Tuesday rejected": where the phrase ends that a day stands between it and its verb. */
function beforeDay(tokens: readonly Token[], verb: number): number {
  if (!/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday)$/i.test(tokens[verb - 1]?.text ?? ''))
    return verb
  let end = verb - 1
  if (tokens[end - 1]?.pos === 'ADP') end--
  if (/^(?:late|early|earlier|last)$/i.test(tokens[end - 1]?.text ?? '')) end--
  return end > 0 ? end : verb
}

/** "A woman who was selling milk when it began said": the phrase that opens the sentence, past the clause's own verbs. */
export function headOfRelative(tokens: readonly Token[], verb: number): Chunk | null {
  const who = tokens.findIndex(({ text }) => text === 'who')
  if (who < 1 || who >= verb - 2 || tokens[who - 1].text === ',') return null
  const head = nounPhraseBefore(tokens, who)
  const own = tokens.slice(who + 1, verb)
  const done = own.some(isVerbal) && !own.some(({ text }) => /^[,;:]$/.test(text) || isMark({ text }))
  return head?.from === 0 && done ? head : null
}
