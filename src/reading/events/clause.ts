// A verb among the tokens of its sentence -> the phrases that its clause gives it: subject, object, "by ...". No parse: parts of speech
// and the order of words; undefined wherever these leave a doubt.

import type { Span, Token } from '../../types.ts'

export interface Clause {
  passive: boolean
  subject?: Span
  object?: Span
  by?: Span
}

const BE = /^(?:be|is|are|was|were|been|being|get|gets|got)$/i
const WHEN =
  /^(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|midnight|dawn|weeks?|months?|years?|hours?|minutes?|days?|january|february|march|april|may|june|july|august|september|october|november|december|time|weekend)$/i
const NOUN = /^(?:NOUN|PROPN)$/
const NOUN_OR_MODIFIER = /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/
const QUOTE_OR_HYPHEN = /^[-–"“”]$/
/** "Two men killed in Karim": a headline leaves out "were". */
const CUT_PASSIVE = /^(?:in|by|near|at|during|when|as|after|on)$/i
const MAX_PHRASE_TOKENS = 16

/** @param from @param to the verb among the tokens, end excluded */
export function clauseOf(tokens: readonly Token[], from: number, to: number): Clause | null {
  const verb = tokens.findIndex(({ pos }, at) => at >= from && at < to && pos === 'VERB')
  if (verb < 0) return null
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? ''
  let left = verb - 1
  while (left >= 0 && /^(?:AUX|ADV|PART)$/.test(tokens[left].pos) && word(left) !== 'to') left--
  const group = tokens.slice(left + 1, verb)
  const isParticiple = /(?:ed|en|t|n|g|d)$/i.test(tokens[verb].text) && !/ing$/i.test(tokens[verb].text)
  const isCut = group.length === 0 && CUT_PASSIVE.test(word(to)) && isParticiple && NOUN.test(tokens[left]?.pos ?? '')
  const passive =
    (isParticiple && group.some(({ text }) => BE.test(text))) ||
    (isCut && word(to) !== 'on' && isTransitive(tokens[verb]))
  const subject = /ing$/i.test(tokens[verb].text) && group.length === 0 ? undefined : subjectBefore(left)
  const object = passive ? undefined : objectBehind(to)
  const by = passive ? byBehind(to) : undefined
  return { passive, ...(subject ? { subject } : {}), ...(object ? { object } : {}), ...(by ? { by } : {}) }

  function subjectBefore(end: number): Span | undefined {
    let at = end
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      // "gunmen on Monday killed", "gunmen late Monday killed"
      if (WHEN.test(word(at)) || (tokens[at].pos === 'NUM' && WHEN.test(word(at - 1)))) {
        while (at >= 0 && (WHEN.test(word(at)) || /^(?:NUM|ADJ|ADV|DET)$/.test(tokens[at].pos))) at--
        if (at >= 0 && tokens[at].pos === 'ADP') at--
        else if (NOUN.test(tokens[at]?.pos ?? '')) continue
        continue
      }
      if (/^(?:who|which|that)$/.test(word(at))) {
        return phraseBefore(at - (word(at - 1) === ',' ? 2 : 1), true)
      }
      if (word(at) === ',') {
        const opened = openingComma(at)
        if (opened < 0) return undefined
        at = opened - 1
        continue
      }
      return phraseBefore(at)
    }
    return undefined
  }

  /** ", who ... ," and ", a ... ,": where a remark between commas begins; -1 if it is none. */
  function openingComma(end: number): number {
    for (let at = end - 1; at > Math.max(0, end - 25); at--)
      if (word(at) === ',')
        return /^(?:who|which|whose|an?|the|one|his|her|their|aged|\d+)$/.test(word(at + 1)) ? at : -1
    return -1
  }

  /** The noun phrase that ends at a token: "two members of a patrol". */
  function phraseBefore(end: number, nearest = false): Span | undefined {
    if (end < 0) return undefined
    if (tokens[end].pos === 'PRON') return /^(?:he|she|they|we|i|you)$/.test(word(end)) ? tokens[end].span : undefined
    if (!NOUN.test(tokens[end].pos) && tokens[end].pos !== 'NUM' && !/^(?:others?|wounded|dead)$/.test(word(end)))
      return undefined
    let start = end
    while (start > 0 && end - start < MAX_PHRASE_TOKENS) {
      const { pos } = tokens[start - 1]
      const before = word(start - 1)
      if (pos === 'DET' || /^(?:his|her|their|its|our|my|whose)$/.test(before)) {
        if (before !== 'whose') start--
        if (!(word(start - 1) === 'of' && NOUN.test(tokens[start - 2]?.pos ?? ''))) break
        start -= 1
        continue
      }
      if (QUOTE_OR_HYPHEN.test(before) && start > 1 && NOUN_OR_MODIFIER.test(tokens[start - 2].pos)) {
        start--
        continue
      }
      if (/^(?:ADJ|NOUN|PROPN|NUM|PART)$/.test(pos) && before !== 'to') {
        // "in Kabul two men": the number begins a phrase.
        if (tokens[start].pos === 'NUM' && NOUN.test(pos)) break
        start--
        continue
      }
      if (before === 'of' && /^(?:NOUN|PROPN|NUM|ADJ)$/.test(tokens[start - 2]?.pos ?? '')) {
        start--
        continue
      }
      if (/^(?:and|or)$/.test(before) && NOUN.test(tokens[start - 2]?.pos ?? '') && isPhraseStart(start)) {
        start--
        continue
      }
      if (
        /^(?:at|least|about|some|more|than|nearly|over|around|up|almost)$/.test(before) &&
        tokens[start].pos === 'NUM'
      ) {
        start--
        while (start > 0 && /^(?:at|least|about|some|more|than|up|to)$/.test(word(start - 1))) start--
        break
      }
      break
    }
    while (
      start < end &&
      /^(?:ADP|CCONJ|PART|PUNCT)$/.test(tokens[start].pos) &&
      !/^(?:at|over|about|around|up)$/.test(word(start))
    )
      start++
    // "residents in the town were killed": the town was not.
    if (!nearest && tokens[start - 1]?.pos === 'ADP' && word(start - 1) !== 'of') {
      const outer = start - 2
      return outer >= 0 && NOUN.test(tokens[outer].pos) && !WHEN.test(word(outer)) ? phraseBefore(outer) : undefined
    }
    return WHEN.test(word(end)) ? undefined : [tokens[start].span[0], tokens[end].span[1]]
  }

  function isPhraseStart(at: number): boolean {
    return /^(?:DET|NUM|PROPN|ADJ|NOUN)$/.test(tokens[at].pos)
  }

  /** The noun phrase that begins at a token. */
  function phraseFrom(start: number): Span | undefined {
    if (start >= tokens.length) return undefined
    if (
      tokens[start].pos === 'PRON' &&
      /^(?:him|her|them|us|me)$/.test(word(start)) &&
      !NOUN.test(tokens[start + 1]?.pos ?? '')
    )
      return tokens[start].span
    let end = start - 1
    let at = start
    while (at < tokens.length && at - start < MAX_PHRASE_TOKENS) {
      const { pos, text } = tokens[at]
      if (WHEN.test(text)) break
      if (NOUN.test(pos)) end = at
      else if (
        pos === 'NUM' &&
        end < start &&
        /^(?:PUNCT|ADP|SCONJ|CCONJ|VERB)?$/.test(tokens[at + 1]?.pos ?? '') &&
        !QUOTE_OR_HYPHEN.test(word(at + 1))
      )
        end = at
      else if (/^(?:and|or)$/.test(word(at)) || word(at) === 'of') {
        if (end !== at - 1 || !/^(?:DET|NUM|ADJ|NOUN|PROPN)$/.test(tokens[at + 1]?.pos ?? '')) break
      } else if (QUOTE_OR_HYPHEN.test(text)) {
        if (!NOUN_OR_MODIFIER.test(tokens[at + 1]?.pos ?? '')) break
      } else if (
        !/^(?:DET|ADJ|NUM|PART)$/.test(pos) &&
        !/^(?:his|her|their|its|our|at|least|more|than|about)$/.test(word(at))
      )
        break
      else if (pos === 'PART' && word(at) === 'to') break
      at++
    }
    return end < start ? undefined : [tokens[start].span[0], tokens[end].span[1]]
  }

  function objectBehind(start: number): Span | undefined {
    return phraseFrom(/^(?:up|down|off|out)$/.test(word(start)) ? start + 1 : start)
  }

  function byBehind(start: number): Span | undefined {
    for (let at = start; at < Math.min(tokens.length, start + 10); at++) {
      if (word(at) === 'by') return phraseFrom(at + 1)
      if (/^(?:VERB|AUX|PUNCT|SCONJ|CCONJ)$/.test(tokens[at].pos)) return undefined
    }
    return undefined
  }
}

/** Of headlines: "two men killed in". */
const isTransitive = ({ lemma }: Token): boolean =>
  /^(?:kill|wound|injure|hurt|shoot|stab|abduct|kidnap|arrest|detain|seize|attack|bomb|ambush|behead|burn|free|release|sentence|charge|indict|jail|execute|murder|assassinate|destroy|damage)$/.test(
    lemma,
  )
