// The cue lexicon -> an index by lemma, of single words and of phrases.

import { groupBy } from '../../group-by.ts'
import type { Stance } from '../../types.ts'

type Takes = 'quote' | 'that' | 'bare' | 'wh' | 'to' | 'object-to' | 'np' | 'of' | 'for' | 'as' | 'inversion' | 'gerund'

export interface CueEntry {
  /** Of a phrase: its words, `X` for the source or a pronoun. */
  lemma: string
  pos: 'verb' | 'noun' | 'phrase' | 'adjective' | 'adverb'
  stance: Stance
  takes: readonly Takes[]
  /** False for words that attribute only with a clause: "showed that", not "showed the map". */
  speaks: boolean
  /** A particle or preposition that must follow. */
  with?: string
  /** Share of its occurrences in a corpus of news that were cues. */
  rate?: number
  /** Of a verb: its inflected forms. */
  forms?: readonly string[]
}

export interface CueIndex {
  verbs: ReadonlyMap<string, readonly CueEntry[]>
  nouns: ReadonlyMap<string, readonly CueEntry[]>
  adjectives: ReadonlyMap<string, readonly CueEntry[]>
  adverbs: ReadonlyMap<string, readonly CueEntry[]>
  /** Inflected form -> lemma, of verbs: taggers take "claims" and "reports" for nouns. */
  forms: ReadonlyMap<string, string>
  /** By first word; the longest first. */
  phrases: ReadonlyMap<string, readonly { words: readonly string[]; entry: CueEntry }[]>
}

export function indexCues(entries: readonly CueEntry[]): CueIndex {
  const of = (pos: CueEntry['pos']) =>
    groupBy(
      entries.filter((entry) => entry.pos === pos),
      ({ lemma }) => lemma,
    )
  const phrases = entries
    .filter(({ pos, lemma }) => pos === 'phrase' && !lemma.startsWith('X'))
    .map((entry) => ({ words: entry.lemma.replace("X's", 'X').split(' '), entry }))
    .sort((a, b) => b.words.length - a.words.length)
  return {
    verbs: of('verb'),
    nouns: of('noun'),
    adjectives: of('adjective'),
    adverbs: of('adverb'),
    forms: new Map(
      entries.flatMap(({ lemma, pos, forms = [] }) =>
        pos === 'verb' ? forms.map((form) => [form, lemma] as const) : [],
      ),
    ),
    phrases: groupBy(phrases, ({ words }) => words[0]),
  }
}
