// A word among the tokens of its sentence -> whether what governs it (auxiliaries, negation, a verb that takes it) lets it have happened:
// "will attack", "denied that rebels had attacked", "the risk of an attack". No parse: parts of speech and the order of words.

import type { EventMention, Token } from '../../types.ts'
import * as takes from './status-words.ts'

type Status = EventMention['status']

/** "fact": the words around say that it is none of the other things; null: they say nothing. */
export type Governed = Status | 'fact' | null

const CALLS: ReadonlySet<string> = new Set(['call', 'describe', 'denounce', 'condemn', 'label', 'brand', 'dismiss'])
const CALLED_UNTRUE =
  / (?:an? (?:\w+ )?(?:lie|hoax|fabrication|invention)|lies|(?:as )?(?:\w+ly )?(?:untrue|false|baseless|unfounded|groundless|fabricated|propaganda|nonsense))\b/
/** Behind "was": what is said of a claim. */
const UNTRUE =
  /^(?:\w+ly )?(?:untrue|false|baseless|unfounded|groundless|fabricated|invented|lies|an? (?:lie|hoax|fabrication|invention))\b/
const NOT = /^(?:not|cannot|n't|n’t|never|neither|nor)$/i
const DAY_TO_COME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next)$/
const QUOTE = /^["“”‘’']$/
const IN_GROUP = /^(?:AUX|ADV|PART)$/
const IN_PHRASE = /^(?:DET|ADJ|NOUN|PROPN|NUM|PRON|SYM)$/
const ASKS = /^(?:ask|know|known|determine|see|say|clear|unclear|wonder|tell|check|establish|even)$/
/** Taggers take some adverbs for adjectives: "cannot recklessly attack". */
const isInGroup = ({ pos, text }: Token): boolean => IN_GROUP.test(pos) || (pos === 'ADJ' && /ly$/i.test(text))
/** How many tokens back a governing word may stand. */
const REACH_TOKENS = 25

export function governed(tokens: readonly Token[], from: number, to: number): Governed {
  const words = tokens.map(({ text }) => text.toLowerCase())
  const verb = tokens.slice(from, to).findIndex(({ pos }) => pos === 'VERB')
  let before = from - 1
  while (tokens[before]?.pos === 'ADJ') before--
  // "the arrest", "an immediate investigation", which taggers take for verbs
  const isNoun = /^(?:an?|the|this|their|his|her)$/.test(words[before]) || (verb > 0 && tokens[from].pos === 'NOUN')
  const isVerb = verb >= 0 && !isNoun
  return isVerb ? ofVerb(from + verb, 0) : ofNoun(from, to)

  function ofVerb(verb: number, depth: number): Governed {
    if (depth > 4) return null
    let at = verb - 1
    while (at >= 0 && (isInGroup(tokens[at]) || QUOTE.test(words[at])) && words[at] !== 'to') at--
    const group = words.slice(at + 1, verb)
    if (words[verb + 1] === 'no') return 'denied'
    const own = ofGroup(group, verb)
    // "fears that they would attack", "do not think that they will"
    if (own === 'planned') return outerOf(ofClause(at, verb, depth)) ?? own
    if (own) return own
    if (isNobody(at)) return 'denied'
    if (words[at] === 'without') return 'denied'
    if (words[at] === 'to' && !words[verb].endsWith('ing')) return ofInfinitive(at, depth)
    if (tokens[at]?.lemma === 'help' && group.length === 0) return ofVerb(at, depth + 1)
    if (tokens[verb].text.endsWith('ing') && group.length === 0) return ofGerund(at, depth)
    return ofClause(at, verb, depth)
  }

  /** The auxiliaries of a verb: "may have been", "did not", "would". */
  function ofGroup(group: readonly string[], verb: number): Governed {
    const has = (pattern: RegExp) => group.some((word) => pattern.test(word))
    const isNot = has(NOT) && !has(/^only$/)
    if (has(/^(?:must|should|ought)$/)) return isNot ? 'hypothetical' : 'demanded'
    if (isNot) return 'denied'
    if (has(/^(?:will|shall|wo|’ll|'ll)$/)) return supposedAt(verb) ? 'hypothetical' : 'planned'
    if (has(/^(?:would|’d)$/)) return has(/^have$/) || isConditional(verb) ? 'hypothetical' : 'planned'
    if (has(/^(?:may|might|could|perhaps|possibly|probably)$/)) return isConditional(verb) ? 'hypothetical' : 'possible'
    return null
  }

  function ofInfinitive(to: number, depth: number): Governed {
    let at = to - 1
    while (
      at >= 0 &&
      /^(?:ADV|PUNCT)$/.test(tokens[at].pos) &&
      !/^(?:yet|about|not)$/.test(words[at]) &&
      words[at] !== ','
    )
      at--
    if (at < 0) return 'planned'
    if (NOT.test(words[at])) return 'denied'
    const lemma = tokens[at].lemma
    if (/^(?:is|are|was|were|be|'s|’s)$/.test(words[at])) return 'planned'
    if (takes.FAILS_TO.has(lemma)) return 'denied'
    if (takes.DEMANDS_TO.has(lemma)) return isNegated(at) ? 'denied' : 'demanded'
    if (takes.MUST_TO.has(lemma)) return 'demanded'
    if (takes.MAY_TO.has(lemma)) return 'possible'
    if (takes.PLANS_TO.has(lemma)) return isNegated(at) || words[at - 1] === 'no' ? 'denied' : 'planned'
    if (takes.TRAVELS_TO.has(lemma)) return 'planned'
    if (takes.DOES_TO.has(lemma) && tokens[at].pos === 'VERB') return ofVerb(at, depth + 1) ?? 'fact'
    if (tokens[at].pos === 'VERB' || tokens[at].pos === 'AUX') return null
    return ofInfinitiveBehindObject(at, depth)
  }

  /** "urged both sides to stop", "called on the army to leave"; else it is what something was done for. */
  function ofInfinitiveBehindObject(noun: number, depth: number): Governed {
    if (words[noun - 1] === 'any') return 'hypothetical'
    for (let at = noun; at >= Math.max(0, noun - 20); at--) {
      const { lemma, pos } = tokens[at]
      if (pos === 'VERB' || (pos === 'NOUN' && at < noun && takes.DEMANDS_TO.has(lemma))) {
        if (takes.DEMANDS_TO.has(lemma)) return isNegated(at) ? 'denied' : 'demanded'
        if (lemma === 'want') return 'demanded'
        if (takes.DOES_TO.has(lemma)) return ofVerb(at, depth + 1)
        if (takes.PLANS_TO.has(lemma) && isNegated(at)) return 'denied'
        // "urged them to hold a session to condemn it": what a demanded deed is for is demanded too.
        return words[at - 1] === 'to' ? (ofVerb(at, depth + 1) ?? 'planned') : 'planned'
      }
      if (takes.BREAKS.has(words[at])) return null
    }
    // A headline: "Troops to leave the valley".
    return noun < 12 ? 'planned' : null
  }

  /** "denied shooting", "suspected of having shot", "to stop rebels from shooting". */
  function ofGerund(before: number, depth: number): Governed {
    if (before < 0) return null
    const { lemma, pos } = tokens[before]
    if (takes.DENIES_THAT.has(lemma)) return 'denied'
    if (pos === 'ADP' || pos === 'SCONJ') {
      const by = before > 0 ? tokens[before - 1] : undefined
      if (by && takes.CLAIMS.has(by.lemma) && isRejected(before - 1)) return 'denied'
      if (by && /^(?:of|from|for|to|on|in|about)$/.test(words[before])) {
        if (by.lemma === 'suspect' || by.lemma === 'suspicion') return 'possible'
        if (takes.PLAN_NOUNS.has(by.lemma) && by.lemma !== 'deadline') return 'planned'
        if (takes.RISK_NOUNS.has(by.lemma)) return 'possible'
        if (by.lemma === 'accuse' || by.lemma === 'blame') return 'fact'
      }
      if (words[before] === 'from' && preventsNear(before)) return 'possible'
      return null
    }
    if (takes.PLANS.has(lemma) && pos === 'VERB') return outerOf(ofVerb(before, depth + 1)) ?? 'planned'
    if (/^(?:begin|start|continue|stop|keep)$/.test(lemma) && pos === 'VERB') return ofVerb(before, depth + 1)
    return null
  }

  function preventsNear(at: number): boolean {
    return tokens.slice(Math.max(0, at - 8), at).some(({ lemma }) => takes.PREVENTS.has(lemma) || lemma === 'stop')
  }

  /** Leftwards from the subject to the word that opens the clause, and what governs that. */
  function ofClause(start: number, verb: number, depth: number): Governed {
    let isApart = false
    for (let at = start; at >= Math.max(0, start - REACH_TOKENS); at--) {
      const word = words[at]
      if (word === 'if' || word === 'unless') return asksAt(at - 1) ? 'possible' : 'hypothetical'
      if (word === 'whether') return 'possible'
      if (word === 'had' && at === 0) return 'hypothetical'
      if (takes.BREAKS.has(word) && tokens[at].pos !== 'ADP') return 'fact'
      if (word === 'who' || word === 'which' || word === 'whose') return 'fact'
      if (word === 'that') return tokens[at].pos === 'PRON' ? 'fact' : ofThat(at - 1, depth)
      if (word === ',') isApart = true
      if (tokens[at].pos !== 'VERB') continue
      const relative = relativeBefore(at)
      if (relative >= 0) {
        at = relative
        continue
      }
      if (/^(?:and|or)$/.test(words[start] ?? '')) {
        // "must give it a chance and pledged": not under "must".
        if (isBase(at) && !isBase(verb)) continue
        return ofVerb(at, depth + 1)
      }
      if (tokens[at].text.endsWith('ing') && tokens[at - 1]?.pos !== 'AUX') continue
      return isApart ? null : ofThat(at, depth)
    }
    // The main clause of its sentence.
    return start < REACH_TOKENS ? 'fact' : null
  }

  function isBase(at: number): boolean {
    return words[at] === tokens[at].lemma
  }

  /** "a judge who had resigned was shot": where the clause begins that the verb belongs to; -1 if it is in none. */
  function relativeBefore(verb: number): number {
    for (let at = verb - 1; at >= Math.max(0, verb - 8); at--) {
      if (/^(?:who|which)$/.test(words[at]) || (words[at] === 'that' && tokens[at].pos === 'PRON')) return at
      if (tokens[at].pos === 'VERB' || words[at] === ',')
        return words[at] === ',' && /^(?:who|which)$/.test(words[at + 1]) ? at : -1
    }
    return -1
  }

  /** The verb or noun that a clause depends on: "denied on Monday that", "no evidence that". */
  function ofThat(end: number, depth: number): Governed {
    for (let at = end; at >= Math.max(0, end - 6); at--) {
      const { lemma, pos } = tokens[at]
      if (takes.DENIES_THAT.has(lemma)) return isNegated(at) ? null : 'denied'
      if (takes.CLAIMS.has(lemma) && isRejected(at)) return 'denied'
      if (takes.CLAIMS.has(lemma) && isUnverified(at)) return 'possible'
      if (takes.HOLDS_THAT.has(lemma) && (isNegated(at) || words[at - 1] === 'no')) return 'denied'
      if (takes.DOUBTS_THAT.has(lemma)) return 'possible'
      if (takes.DEMANDS_THAT.has(lemma) && at === end) return 'demanded'
      if (pos === 'VERB') return depth > 2 ? null : 'fact'
    }
    return null
  }

  function ofNoun(from: number, to: number): Governed {
    const next = tokens[to]
    if (next?.pos === 'NOUN' && takes.PLAN_NOUNS.has(next.lemma)) return 'planned'
    if (next?.pos === 'NOUN' && takes.RISK_NOUNS.has(next.lemma)) return 'possible'
    if (/^(?:plotted|planned|foiled|thwarted)$/.test(next?.text ?? '')) return 'planned'
    if (next?.text === 'for' && DAY_TO_COME.test(words[to + 1] ?? '')) return 'planned'
    let start = from - 1
    while (start >= 0 && isInPhrase(start)) start--
    // "the aim of the offensive is to": not the offensive is.
    const asSubject = tokens[start]?.pos === 'ADP' ? null : ofPredicate(to, start)
    for (let at = from - 1; at > start; at--) {
      const { lemma } = tokens[at]
      if (words[at] === 'no') return 'denied'
      if (words[at] === 'any' && asSubject === 'planned') return 'hypothetical'
      if (takes.POSSIBLE.has(words[at]) || takes.POSSIBLE.has(lemma)) return 'possible'
      if (takes.PLANNED.has(words[at])) return 'planned'
    }
    if (asSubject) return asSubject
    if (start < 0) return null
    if (/^(?:if|unless|whether)$/.test(words[start])) return words[start] === 'whether' ? 'possible' : 'hypothetical'
    if (/^(?:out|off|up)$/.test(words[start]) && tokens[start - 1]?.pos === 'VERB') return ofObject(start - 1)
    // "there will be talks", "it was not an attack"
    if (tokens[start].pos === 'AUX' || tokens[start].pos === 'ADV' || NOT.test(words[start]))
      return ofGroup(groupAt(start), start)
    if (tokens[start].pos === 'ADP') return ofPreposition(start)
    if (tokens[start].lemma === 'be') return ofVerb(start, 1)
    if (tokens[start].pos !== 'VERB') return null
    // "urged them to stop fighting"; but "to end the war": there is one.
    const isDoing = start === from - 1 && words[from].endsWith('ing')
    if (isDoing && /^(?:stop|end|cease|halt)$/.test(tokens[start].lemma)) return ofVerb(start, 1)
    return ofObject(start)
  }

  function isInPhrase(at: number): boolean {
    const isModifier = takes.PLANNED.has(words[at]) || takes.POSSIBLE.has(words[at])
    // "military or civilian deaths"
    const joins = /^(?:and|or)$/.test(words[at]) && /^(?:ADJ|NOUN)$/.test(tokens[at - 1]?.pos ?? '')
    return IN_PHRASE.test(tokens[at].pos) || isModifier || joins || /^(?:'s|’s|“|"|-)$/.test(words[at])
  }

  /** The auxiliaries and adverbs that end at a token. */
  function groupAt(end: number): string[] {
    let at = end
    while (at > 0 && IN_GROUP.test(tokens[at - 1].pos)) at--
    return words.slice(at, end + 1)
  }

  /** "no one was", "none of the men were", "not a single lorry with food was" */
  function isNobody(end: number): boolean {
    let at = end
    while (at >= 0 && (IN_PHRASE.test(tokens[at].pos) || words[at] === 'of' || words[at] === 'with')) {
      if (/^(?:no|nobody|none|nothing)$/.test(words[at])) return true
      if (words[at - 1] === 'not' && /^(?:an?|one)$/.test(words[at])) return true
      at--
    }
    return false
  }

  function outerOf(status: Governed): Governed {
    return status === 'fact' || status === 'planned' ? null : status
  }

  /** What the sentence goes on to say of it: "must be launched", "are to be held", "never took place". */
  function ofPredicate(to: number, start: number): Governed {
    for (let at = to; at < Math.min(tokens.length, to + 9); at++) {
      const { pos } = tokens[at]
      if (pos === 'AUX' || pos === 'VERB') {
        if (pos === 'VERB' && at > to && tokens[at - 1].pos !== 'ADV') return null
        let end = at
        while (end < tokens.length && IN_GROUP.test(tokens[end].pos)) end++
        return ofPredicateGroup(groupAt(end - 1), end, words[start + 1])
      }
      if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'SCONJ' || pos === 'PRON' || words[at] === 'to') return null
    }
    return null
  }

  function ofPredicateGroup(group: readonly string[], verb: number, determiner: string): Governed {
    const happens = /^(?:take|took|taken|happen|happened|occur|occurred|begin|begun|be)$/.test(words[verb] ?? '')
    if (group.some((word) => NOT.test(word))) return happens ? 'denied' : null
    const text = group.join(' ')
    if (/\b(?:must|should)\b/.test(text)) return 'demanded'
    if (/\bwill\b|\b(?:is|are|was|were) to\b/.test(text)) return 'planned'
    if (/\bwould\b/.test(text))
      return /^(?:an?|any)$/.test(determiner) || isConditional(verb) ? 'hypothetical' : 'planned'
    if (/\b(?:may|might|could)\b/.test(text)) return 'possible'
    if (group.length > 0 && /^(?:planned|scheduled|expected|due|imminent)$/.test(words[verb] ?? '')) return 'planned'
    if (group.length > 0 && /^(?:possible|likely|feared|suspected)$/.test(words[verb] ?? '')) return 'possible'
    return null
  }

  function ofPreposition(at: number): Governed {
    if (words[at] === 'without') return 'denied'
    const { lemma } = tokens[at - 1] ?? { lemma: '' }
    if (words[at] === 'in' && /^(?:involvement|part|role|hand)$/.test(lemma)) return isDenied(at - 1) ? 'denied' : null
    if (/^(?:of|about|on|that)$/.test(words[at]) && takes.CLAIMS.has(lemma) && isRejected(at - 1)) return 'denied'
    if (!/^(?:for|of|to|on|against)$/.test(words[at])) return null
    const isDone = words[at] === 'for' || words[at] === 'of'
    if (isDone && takes.PLAN_NOUNS.has(lemma)) return words[at - 2] === 'no' ? 'denied' : 'planned'
    if (words[at] === 'for' && takes.DEMAND_NOUNS.has(lemma)) return isNegated(at - 1) ? 'hypothetical' : 'demanded'
    if (isDone && takes.RISK_NOUNS.has(lemma)) return 'possible'
    if (words[at] === 'of' && /^(?:case|event)$/.test(lemma)) return 'hypothetical'
    return null
  }

  function ofObject(verb: number): Governed {
    const { lemma } = tokens[verb]
    if (lemma === 'deny') return isNegated(verb) ? null : 'denied'
    if (takes.PREVENTS.has(lemma)) return 'possible'
    if (takes.DOES.has(lemma)) {
      const by = ofVerb(verb, 1)
      return by === 'fact' ? null : by
    }
    if (takes.PLANS.has(lemma)) return isNegated(verb) ? 'denied' : 'planned'
    if (takes.DEMANDS.has(lemma)) return isNegated(verb) ? 'denied' : 'demanded'
    if (takes.FEARS.has(lemma)) return 'possible'
    return null
  }

  /** "denied reports of", "rejected the claim that", "the claim that ... was untrue" */
  function isRejected(noun: number): boolean {
    let at = noun - 1
    while (at >= 0 && IN_PHRASE.test(tokens[at].pos)) at--
    if (/^(?:the|these|those|such|any)$/.test(words[at + 1] ?? '') && isCalledFalse(noun)) return true
    // "called the report that ... a lie"
    if (at >= 0 && CALLS.has(tokens[at].lemma) && CALLED_UNTRUE.test(words.slice(noun).join(' '))) return !isNegated(at)
    return at >= 0 && takes.REJECTS.has(tokens[at].lemma) && !isNegated(at)
  }

  /** "reports that soldiers fired were false": the subject of its sentence or clause. */
  function isCalledFalse(noun: number): boolean {
    const is = words.findIndex(
      (word, at) =>
        at > noun && /^(?:is|are|was|were)$/.test(word) && UNTRUE.test(words.slice(at + 1, at + 4).join(' ')),
    )
    return is > noun && !words.slice(noun, is).some((word) => /^[;:]$/.test(word))
  }

  /** "had no information to corroborate claims", "was unable to verify the report", "could not confirm reports" */
  function isUnverified(noun: number): boolean {
    let at = noun - 1
    while (at >= 0 && IN_PHRASE.test(tokens[at].pos)) at--
    if (at < 1 || !takes.VERIFIES.has(tokens[at].lemma)) return false
    if (words[at - 1] !== 'to') return isNegated(at)
    const lacks = words.slice(Math.max(0, at - 5), at - 1)
    return lacks.some((word) => /^(?:no|not|n't|n’t|unable|impossible|hard|difficult|fail(?:s|ed)?)$/.test(word))
  }

  /** "has no part in", "did not have any part in", "denied any role in" */
  function isDenied(noun: number): boolean {
    let at = noun - 1
    while (at >= 0 && IN_PHRASE.test(tokens[at].pos)) {
      if (words[at] === 'no') return true
      at--
    }
    return at >= 0 && tokens[at].pos === 'VERB' && takes.REJECTS.has(tokens[at].lemma) !== isNegated(at)
  }

  function isNegated(verb: number): boolean {
    for (let at = verb - 1; at >= 0 && isInGroup(tokens[at]); at--) if (NOT.test(words[at])) return true
    return false
  }

  /** "asked if", "it is not known if" */
  function asksAt(at: number): boolean {
    return at >= 0 && ASKS.test(tokens[at].lemma)
  }

  /** Whether "if" or "unless" opens the clause of a verb. */
  function supposedAt(verb: number): boolean {
    for (let at = verb - 1; at >= Math.max(0, verb - 10); at--) {
      if (words[at] === 'if' || words[at] === 'unless') return true
      if (words[at] === ',' || tokens[at].pos === 'VERB') return false
    }
    return false
  }

  /** "would" beside "if", "any", "were": nobody said that he would. */
  function isConditional(verb: number): boolean {
    if (words[0] === 'any' || words.includes('if') || words.includes('unless')) return true
    return words.slice(Math.max(0, verb - 10), verb).includes('any')
  }
}
