// The words of a cue -> its stance, by the cue lexicon: the last word that the lexicon has decides.

import type { Stance, Token } from '../../types.ts'
import type { CueEntry, CueIndex } from './cues.ts'

/** @param from @param to the cue among the tokens of its sentence, end excluded */
export function stanceOf(tokens: readonly Token[], from: number, to: number, cues: CueIndex): Stance {
  for (let at = to - 1; at >= from; at--) {
    const entry = entryAt(tokens, at, to, cues)
    if (entry) return entry.stance
  }
  return 'asserts'
}

export function entryAt(tokens: readonly Token[], at: number, to: number, cues: CueIndex): CueEntry | null {
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
  const particled = entries.find((entry) => entry.with && starts(entry.with.split(' ')))
  if (particled) return particled
  const plain = entries.filter((entry) => !entry.with)
  const goesOn = tokens[to]?.text.toLowerCase()
  return plain.find(({ takes }) => goesOn === 'to' && takes.includes('to')) ?? plain[0] ?? null
}
