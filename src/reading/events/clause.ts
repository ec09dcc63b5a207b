// A verb among the tokens of its sentence -> the phrases that its clause gives it: subject, object, "by ...". No parse: parts of speech
// and the order of words; undefined wherever these leave a doubt.

import type { Span, Token } from '../../types.ts'

export interface Clause {
  /** "the attack": its subject is that of what was done with it. */
  noun?: true
  passive: boolean
  /** "whose brother was killed": the subject is the brother. */
  whose?: true
  subject?: Span
  object?: Span
  by?: Span
}

const BE = /^(?:be|is|are|was|were|been|being|get|gets|got)$/i
const WHEN =
  /^(?:today|yesterday|tonight|tomorrow|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mornings?|afternoons?|evenings?|nights?|midnight|dawn|weeks?|months?|years?|hours?|minutes?|days?|january|february|march|april|may|june|july|august|september|october|november|december|time|weekend)$/i
const COMMANDS = /^(?:urge|order|tell|ask|force|command|instruct|allow|want|call|warn|direct|compel)$/
const PARTICIPLE = /(?:ed|en|[tnd]|[aou]ng)$/i
const COMMITS =
  /^(?:launch|carry|stage|mount|conduct|unleash|commit|perpetrate|plan|plot|wage|make|stage|start|resume|mastermind|execute|order|lead)$/
const NOUN = /^(?:NOUN|PROPN)$/
const NOUN_OR_MODIFIER = /^(?:NOUN|PROPN|ADJ|NUM|VERB)$/
const QUOTE_OR_HYPHEN = /^[-–"“”]$/
/** "Two men killed in Karim": a headline leaves out "were". */
const CUT_PASSIVE = /^(?:in|by|near|at|during|when|as|after|from|of|alive)$/i
const MAX_PHRASE_TOKENS = 16

/** @param from @param to the word among the tokens, end excluded */
export function clauseOf(tokens: readonly Token[], from: number, to: number): Clause | null {
  const verb = tokens.findIndex((_, at) => at >= from && at < to && isVerb(tokens, at))
  // "the arrest", which taggers take for a verb
  const isNoun = /^(?:an?|the|this|their|his|her)$/i.test(tokens[from - 1]?.text ?? '') || verb < 0
  return isNoun ? ofNoun(tokens, from) : ofVerb(tokens, verb, to)
}

/** "were neutralised", which taggers take for a noun, too. */
const isVerb = (tokens: readonly Token[], at: number): boolean =>
  tokens[at].pos === 'VERB' || (/ed$/i.test(tokens[at].text) && BE.test(tokens[at - 1]?.text ?? ''))

function ofVerb(tokens: readonly Token[], verb: number, to: number): Clause {
  const { word, groupStart, isPassive, subjectOf, objectBehind, byBehind } = phrasesOf(tokens)
  const left = groupStart(verb)
  const { text } = tokens[verb]
  const isCut =
    left === verb - 1 &&
    CUT_PASSIVE.test(word(to)) &&
    PARTICIPLE.test(text) &&
    NOUN.test(tokens[left]?.pos ?? '') &&
    isTransitive(tokens[verb])
  const passive = isPassive(verb) || isCut
  const blamed = /ing$/i.test(text) && left === verb - 1 && word(left) === 'of' ? accused(tokens, left) : undefined
  const subject = blamed ?? subjectOf(verb, 0)
  const object = passive ? undefined : objectBehind(to)
  const by = passive ? byBehind(to) : undefined
  const start = subject ? tokens.findIndex(({ span }) => span[0] === subject[0]) : 0
  const whose = word(start - 1) === 'whose' ? { whose: true as const } : {}
  return { passive, ...whose, ...(subject ? { subject } : {}), ...(object ? { object } : {}), ...(by ? { by } : {}) }
}

/** "launched an attack", "claimed responsibility for the attack", "blamed rebels for the attack". */
function ofNoun(tokens: readonly Token[], noun: number): Clause | null {
  const { word, isPassive, subjectOf } = phrasesOf(tokens)
  let at = noun - 1
  while (at >= 0 && /^(?:DET|ADJ|NOUN|PROPN|NUM)$/.test(tokens[at].pos)) at--
  if (at < 0) return null
  if (/^(?:out|up)$/.test(word(at))) at--
  if (tokens[at]?.pos === 'VERB' && COMMITS.test(tokens[at].lemma) && !isPassive(at)) {
    const subject = subjectOf(at, 0)
    return subject ? { noun: true, passive: false, subject } : null
  }
  if (word(at) !== 'for') return null
  const subject = accused(tokens, at)
  return subject ? { noun: true, passive: false, subject } : null
}

/** Before "for" or "of": whom somebody holds responsible, or who claims to be. */
function accused(tokens: readonly Token[], at: number): Span | undefined {
  const { word, isPassive, subjectOf, subjectBeforeGroup, objectBehind, verbBefore } = phrasesOf(tokens)
  const before = verbBefore(at)
  if (/^(?:responsibility|credit)$/.test(word(at - 1)))
    return before >= 0 && /^(?:claim|take|accept|admit)$/.test(tokens[before].lemma) ? subjectOf(before, 0) : undefined
  if (before < 0 || !/^(?:accuse|blame|suspect|convict|condemn)$/.test(tokens[before].lemma)) return undefined
  return isPassive(before) ? subjectBeforeGroup(before) : before === at - 1 ? undefined : objectBehind(before + 1)
}

/** The phrases around the words of a sentence. */
function phrasesOf(tokens: readonly Token[]) {
  const word = (at: number): string => tokens[at]?.text.toLowerCase() ?? ''
  return { word, groupStart, isPassive, subjectOf, subjectBeforeGroup, objectBehind, byBehind, verbBefore }

  /** The token before the auxiliaries of a verb. */
  function groupStart(verb: number): number {
    let at = verb - 1
    while (at >= 0 && /^(?:AUX|ADV|PART)$/.test(tokens[at].pos) && word(at) !== 'to') at--
    return at
  }

  /** Of "killing", "to kill" and "and killed" it is the subject of the verb before. */
  function subjectOf(verb: number, depth: number): Span | undefined {
    if (depth > 3) return undefined
    const at = groupStart(verb)
    const isBare = at === verb - 1
    if (word(at) === 'to') return controllerOf(at - 1, depth)
    if (/^(?:and|or)$/.test(word(at)) || (word(at) === ',' && isBare && /ing$/i.test(tokens[verb].text))) {
      const before = verbBefore(at)
      return before < 0 || isPassive(before) ? undefined : subjectOf(before, depth + 1)
    }
    return isBare && /ing$/i.test(tokens[verb].text) ? undefined : subjectBefore(at)
  }

  /** "vowed to attack": who vowed; "urged the army to leave": the army. */
  function controllerOf(at: number, depth: number): Span | undefined {
    if (at < 0) return undefined
    if (tokens[at].pos === 'VERB') return isPassive(at) ? subjectBeforeGroup(at) : subjectOf(at, depth + 1)
    const before = verbBefore(at)
    return before >= 0 && NOUN.test(tokens[at].pos) && COMMANDS.test(tokens[before].lemma)
      ? phraseBefore(at, true)
      : undefined
  }

  function subjectBeforeGroup(verb: number): Span | undefined {
    return subjectBefore(groupStart(verb))
  }

  function isPassive(verb: number): boolean {
    const { text } = tokens[verb]
    if (!PARTICIPLE.test(text)) return false
    for (let at = verb - 1; at > groupStart(verb); at--) if (BE.test(word(at))) return true
    return false
  }

  /** The verb before in the same clause; -1 if there is none. */
  function verbBefore(end: number): number {
    for (let at = end - 1; at >= Math.max(0, end - 18); at--) {
      if (tokens[at].pos === 'VERB') return at
      if (tokens[at].pos === 'SCONJ' || /^[;:]$/.test(word(at))) return -1
    }
    return -1
  }

  function subjectBefore(end: number): Span | undefined {
    let at = end
    for (let steps = 0; steps < 4 && at >= 0; steps++) {
      // "gunmen on Monday killed", "gunmen late Monday killed"
      if (WHEN.test(word(at)) || (tokens[at].pos === 'NUM' && WHEN.test(word(at - 1)))) {
        while (at >= 0 && (WHEN.test(word(at)) || /^(?:NUM|ADJ|ADV|DET)$/.test(tokens[at].pos))) at--
        if (at >= 0 && tokens[at].pos === 'ADP') at--
        while (at >= 0 && /^(?:late|early|later|earlier)$/.test(word(at))) at--
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
      return headOfClauseOf(at) ?? phraseBefore(at)
    }
    return undefined
  }

  /** "a lawyer who had defended miners": the lawyer; undefined where what ends at the token is no object of such a clause. */
  function headOfClauseOf(end: number): Span | undefined {
    const object = phraseBefore(end)
    const start = object ? tokens.findIndex(({ span }) => span[0] === object[0]) : 0
    const verb = tokens[start]?.pos === 'VERB' ? start : start - 1
    if (tokens[verb]?.pos !== 'VERB' && !/^(?:had|has|have)$/.test(word(verb))) return undefined
    const pronoun = groupStart(verb)
    return /^(?:who|which|that)$/.test(word(pronoun)) && NOUN.test(tokens[pronoun - 1]?.pos ?? '')
      ? phraseBefore(pronoun - 1, true)
      : undefined
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
  /^(?:kill|wound|injure|hurt|shoot|stab|abduct|kidnap|arrest|detain|seize|attack|bomb|ambush|behead|burn|free|release|sentence|charge|indict|jail|execute|murder|assassinate|destroy|damage|capture|accuse|convict|suspect|blame)$/.test(
    lemma,
  )
