// The words of a cue and what is said -> the stance: that of the cue's own words in the cue lexicon; of plain speech, that of the words said;
// of words that the lexicon does not have, that which the model sees.

import type { Stance, Token } from '../../types.ts'
import type { CueEntry, CueIndex } from './cues.ts'
import { stanceOfWords } from './stance-of-words.ts'

/**
 * @param from @param to the cue among the tokens of its sentence, end excluded
 * @param said the first words of what is said, marks of quotation included
 * @param seen by the model
 */
export function stanceOf(
  tokens: readonly Token[],
  from: number,
  to: number,
  said: readonly Token[],
  cues: CueIndex,
  seen: Stance = 'asserts',
): Stance {
  const entries = tokens.slice(from, to).flatMap((_, at) => entryAt(tokens, from + at, to, cues, said[0]) ?? [])
  // "rejected the claim", "declined to say": speech is what all cues have in common, and the other word tells them apart.
  const entry = entries.findLast(({ stance }) => stance !== 'asserts') ?? entries.at(-1)
  if (!entry) return seen
  const cue = tokens.slice(from, to)
  if (isWithheld(cue, said, entry)) return 'doubts'
  const complement = byComplement(entry, said, tokens[to])
  if (complement) return complement
  const words = entry.stance === 'asserts' || entry.lemma === 'argue' ? stanceOfWords(said) : 'asserts'
  return words === 'asserts' ? entry.stance : words
}

/** "did not believe", "could not say", "declined to confirm or deny": it is left open. */
function isWithheld(cue: readonly Token[], said: readonly Token[], { stance, lemma }: CueEntry): boolean {
  const negated = cue.some(({ text }) => /^(?:not|n[o’']t|never|cannot|unable)$/i.test(text))
  const confirms = [...cue, ...said.slice(0, 2)].some((token) => token.lemma === 'confirm')
  if (confirms && (negated || /^(?:decline|refuse|deny)$/.test(lemma))) return true
  return negated && (/^(?:believes|predicts)$/.test(stance) || /^(?:say|know|clear|deny)$/.test(lemma))
}

const WANTS_OF_OTHERS = /^(?:want|wish|like)$/
const ASKS = /^(?:ask|warn|warning|tell)$/
const FEARS = /^(?:warn|warning|fear|fears|afraid|worry|worried|concern|concerned)$/
const HOPES = /^(?:hope|hopeful)$/

/** What follows some words decides: "asked whether", "asked him to leave"; "warned of more raids", "warned him not to leave". */
function byComplement(
  { lemma, with: particle }: CueEntry,
  said: readonly Token[],
  next: Token | undefined,
): Stance | null {
  const words = said.filter(({ pos }) => pos !== 'PUNCT')
  const asked = infinitiveOf(words)
  const goesOn = next?.text.toLowerCase() === 'to' || words[0]?.text.toLowerCase() === 'to'
  if (ASKS.test(lemma) && !particle && !isVerbatim(said) && (asked || goesOn)) return 'demands'
  if (WANTS_OF_OTHERS.test(lemma) && asked) return 'demands'
  if (FEARS.test(lemma) && (particle === 'of' || words.some(isAhead))) return 'predicts'
  if (HOPES.test(lemma)) return goesOn ? 'intends' : 'believes'
  return null
}

/** "the rebels to leave", "him not to leave": somebody, and what that somebody is to do, before any other verb. */
function infinitiveOf(words: readonly Token[]): boolean {
  const verb = words.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ')
  return (
    verb > 1 &&
    /^(?:VERB|AUX)$/.test(words[verb].pos) &&
    words[verb - 1].text.toLowerCase() === 'to' &&
    !OPENS_CLAUSE.test(words[0].text)
  )
}

const OPENS_CLAUSE = /^(?:that|whether|if|why|how|what|who|when|where|which|about|of|for)$/i

const isAhead = ({ pos, text }: Token): boolean => pos === 'AUX' && /^(?:will|would|could|may|might|can)$/i.test(text)

const isVerbatim = ([first]: readonly Token[]): boolean => first !== undefined && /^["“‘']/.test(first.text)

/**
 * What the lexicon has of a word in a cue that ends at `to`.
 * @param first of what is said: "called on Sunday for calm" is "called for"
 */
export function entryAt(
  tokens: readonly Token[],
  at: number,
  to: number,
  cues: CueIndex,
  first?: Token,
): CueEntry | null {
  const { text, lemma, pos } = tokens[at]
  const small = text.toLowerCase()
  const after = tokens.slice(at + 1, at + 4).map((token) => token.text.toLowerCase())
  const starts = (words: readonly string[]) => words.every((word, index) => after[index] === word)
  const phrase = [...(cues.phrases.get(lemma) ?? []), ...(cues.phrases.get(small) ?? [])].find(({ words }) =>
    starts(words.slice(1)),
  )
  if (phrase) return phrase.entry
  const entries = [
    ...(cues.verbs.get(cues.forms.get(small) ?? lemma) ?? []),
    ...(pos === 'AUX' ? [] : (cues.nouns.get(lemma) ?? [])),
    ...(cues.adjectives.get(small) ?? []),
    ...(cues.adverbs.get(small) ?? []),
  ]
  const particled = entries.find(
    (entry) => entry.with && (starts(entry.with.split(' ')) || entry.with === first?.text.toLowerCase()),
  )
  if (particled) return particled
  const plain = entries.filter((entry) => !entry.with)
  const goesOn = tokens[to]?.text.toLowerCase()
  return plain.find(({ takes }) => goesOn === 'to' && takes.includes('to')) ?? plain[0] ?? null
}
