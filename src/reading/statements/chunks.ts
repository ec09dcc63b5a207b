// Tagged tokens -> verb groups and noun phrases, by the order of their tags.

import type { Token } from '../../types.ts'

/** Token indices, end excluded. */
export interface Chunk {
  from: number
  to: number
}

const isVerbal = ({ pos }: Token) => pos === 'VERB' || pos === 'AUX'
const isMark = ({ text }: Token) => /^["'“”‘’«»„‹›]$/.test(text)

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

const isDeterminer = ({ pos, text }: Token) => pos === 'DET' || /^(?:his|her|its|their|our|my|your)$/i.test(text)
const isNominal = ({ pos }: Token) => pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM'
const isSubjectPronoun = ({ text }: Token) => /^(?:he|she|they|i|we|it|who|you)$/i.test(text)

/** The noun phrase that ends before `end`, with what is tied to its front; null where no noun stands there. */
export function nounPhraseBefore(tokens: readonly Token[], end: number, floor = 0): Chunk | null {
  const last = tokens[end - 1]
  if (end <= floor || !last || !(INSIDE.has(last.pos) || /^[)”’"]$/.test(last.text))) return null
  if (isSubjectPronoun(last)) return { from: end - 1, to: end }
  let from = end
  while (from > floor) {
    const token = tokens[from - 1]
    const right = tokens[from]
    if (isSubjectPronoun(token)) break
    if (INSIDE.has(token.pos)) {
      // A determiner opens a phrase: what stands before it belongs to it only through a preposition.
      if (right && isDeterminer(right) && !/^(?:all|both|half)$/i.test(token.text)) break
    } else if (token.pos === 'PART' && /^['’]s?$/.test(token.text)) {
      // possessive: "Kosovo's president"
    } else if (/^['’]$/.test(token.text) && tokens[from - 2]?.text.endsWith('s')) {
      // "the soldiers' families"
    } else if (/^[-–/&.]$/.test(token.text) && right && tokens[from - 2] && right.span[0] - token.span[1] === 0) {
      // "vice-president", "AP/AFP"
    } else if (token.text === '(' || token.text === ')') {
      // "the alliance (NATO)"
    } else if (
      token.pos === 'ADP' &&
      TIES.has(token.lemma) &&
      tokens[from - 2] &&
      from - 1 > floor &&
      isNominal(tokens[from - 2])
    ) {
      // "a source in the militia"
    } else if (
      token.pos === 'CCONJ' &&
      right &&
      tokens[from - 2] &&
      from - 1 > floor &&
      isNominal(tokens[from - 2]) &&
      isNominal(right)
    ) {
      // "Polat and other locals"
    } else if (
      token.pos === 'VERB' &&
      /(?:ed|ing|wn|en)$/.test(token.text) &&
      tokens[from - 2] &&
      isNominal(tokens[from - 2]) &&
      right?.pos === 'ADP'
    ) {
      // "officials briefed on the matter"
    } else if (token.pos === 'ADV' && right?.pos === 'ADJ') {
      // "a very senior official"
    } else break
    from--
  }
  while (
    from < end &&
    (tokens[from].pos === 'ADP' ||
      tokens[from].pos === 'PUNCT' ||
      tokens[from].pos === 'CCONJ' ||
      tokens[from].pos === 'PART' ||
      tokens[from].pos === 'ADV')
  )
    from++
  if (!tokens.slice(from, end).some(isNominal)) return null
  return { from, to: end }
}

/** The noun phrase that starts at `start`; `tied` also takes the phrases that prepositions tie to it. */
export function nounPhraseAfter(tokens: readonly Token[], start: number, tied = true): Chunk | null {
  let to = start
  let nominal = false
  while (to < tokens.length) {
    const token = tokens[to]
    const next = tokens[to + 1]
    if (INSIDE.has(token.pos)) {
      if (nominal && isDeterminer(token) && tokens[to - 1].pos !== 'ADP' && tokens[to - 1].pos !== 'CCONJ') break
      if (isSubjectPronoun(token) && to > start) break
      nominal ||= isNominal(token)
      if (isSubjectPronoun(token)) {
        to++
        break
      }
    } else if (token.pos === 'PART' && /^['’]s?$/.test(token.text) && nominal) {
      // possessive
    } else if (tied && nominal && token.pos === 'ADP' && TIES.has(token.lemma) && next && INSIDE.has(next.pos)) {
      // tied
    } else if (nominal && token.pos === 'CCONJ' && next && INSIDE.has(next.pos) && !isSubjectPronoun(next)) {
      // coordinated
    } else if (token.pos === 'ADV' && next?.pos === 'ADJ') {
      // "very senior"
    } else if (/^[-–/&.]$/.test(token.text) && next && token.span[1] === next.span[0]) {
      // compound
    } else break
    to++
  }
  while (
    to > start &&
    (tokens[to - 1].pos === 'ADP' || tokens[to - 1].pos === 'CCONJ' || tokens[to - 1].pos === 'PUNCT')
  )
    to--
  return nominal && to > start ? { from: start, to } : null
}

/**
 * The subject of the verb group that starts at `verb`: the phrase before it, over an apposition or a relative clause
 * between commas. An apposition belongs to it ("Polat, a shop owner,"); a relative clause does not.
 */
export function subjectOf(tokens: readonly Token[], verb: number): Chunk | null {
  const last = tokens[verb - 1]
  if (!last) return null
  if (last.text !== ',') return nounPhraseBefore(tokens, verb)
  for (let comma = verb - 2; comma > 0; comma--) {
    if (tokens[comma].text !== ',') continue
    const head = nounPhraseBefore(tokens, comma)
    const first = tokens[comma + 1]
    if (!head || !first) continue
    if (/^(?:who|whose|which|whom|speaking|citing|quoting)$/i.test(first.text)) return head
    if (first.pos === 'VERB') return head
    if (
      first.pos === 'DET' ||
      first.pos === 'PROPN' ||
      first.pos === 'NOUN' ||
      first.pos === 'ADJ' ||
      first.pos === 'NUM'
    ) {
      const inner = nounPhraseAfter(tokens, comma + 1)
      // "In Cairo, officials said": a place before the comma is no head of what follows.
      if (inner && !tokens[head.from - 1]?.pos.startsWith('ADP')) return { from: head.from, to: verb - 1 }
    }
    return null
  }
  return null
}
