// The first words of what somebody said -> what they do: a demand, a promise, a forecast, a denial, or a plain assertion.

import type { Stance, Token } from '../../types.ts'

export function stanceOfWords(said: readonly Token[]): Stance {
  const verbatim = said[0] !== undefined && /^["“‘']/.test(said[0].text)
  const words = said.filter(({ pos }) => pos !== 'PUNCT')
  if (/^that$/i.test(words[0]?.text ?? '')) words.shift()
  const text = words.map((word) => word.text.toLowerCase()).join(' ')
  if (DENIAL.test(text)) return 'denies'
  if (DEMAND.test(text) || (verbatim && isImperative(words))) return 'demands'
  if (POSSIBLE.test(text)) return 'believes'
  const verb = words.findIndex(
    ({ pos }, at) => (pos === 'AUX' || pos === 'VERB') && !/^to$/i.test(words[at - 1]?.text ?? ''),
  )
  if (verb < 1) return 'asserts'
  return byModal(words, verb, verbatim)
}

/** "it had nothing to do with the raid", "he was not responsible", "the report is not true" */
const DENIAL =
  /^(?:\S+ ){1,8}?(?:(?:has|had|have) nothing to do with|(?:(?:has|had|have) no|not have any|n['’]t have any) (?:involvement|role|part|hand|plans?|intention|knowledge)|(?:is|was|were|are|am) not (?:involved|responsible|behind|to blame|true|accurate|correct))\b/

/** "We demand that", "I call upon those who fight", "it is vital that" */
const DEMAND =
  /^(?:i|we) (?:also |therefore |strongly |again )?(?:demand|urge|call (?:up)?on|call for|ask|appeal|insist on)\b|^it (?:is|was) (?:important|essential|vital|crucial) (?:to|that)\b/

/** "it is possible that", "it was highly likely" */
const POSSIBLE = /^it (?:is|was|'s|’s) (?:\S+ly )?(?:possible|likely|probable)\b/

/** "Leave the town": a verb in its plain form opens a quotation; "Don't shoot". Not in "vowed to: “refute it”". */
function isImperative([first, second]: readonly Token[]): boolean {
  if (!first || !/^\p{Lu}/u.test(first.text)) return false
  const word = first.text.toLowerCase()
  if (/^(?:let|do)$/.test(word) && second !== undefined) return /^(?:us|them|him|her|not|n['’]t)$/i.test(second.text)
  return (
    first.pos === 'VERB' &&
    first.lemma === word &&
    second?.lemma !== 'to' &&
    !/^(?:thank|look|see|god|bless|welcome)$/.test(first.lemma)
  )
}

const SPEAKER = /^(?:i|we|he|she|they|it)$/i

/** The modal of the main clause: what others must do, what the speaker is going to do, what is going to happen. */
function byModal(words: readonly Token[], verb: number, verbatim: boolean): Stance {
  const modal = words[verb].text.toLowerCase()
  const next = words.slice(verb + 1).find(({ pos, text }) => pos !== 'ADV' && !/^n[o’']t$/i.test(text))
  // "they must have fled": a guess.
  if (!next || next.text.toLowerCase() === 'have') return 'asserts'
  if (/^(?:must|should|ought)$/.test(modal)) return 'demands'
  const ahead = /^(?:will|shall|['’]ll|wo)$/.test(modal) || (modal === 'would' && !verbatim)
  if (!ahead) return 'asserts'
  // "he would be tried": it happens to him.
  return verb === 1 && SPEAKER.test(words[0].text) && next.lemma !== 'be' ? 'intends' : 'predicts'
}
