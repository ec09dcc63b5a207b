// A word for people -> whether it makes them fighters or civilians, and whose people they are, by lexicon/sides.json.

import type { Camp, Side } from '../types.ts'

/** The entries of lexicon/sides.json. */
export interface SidesFile {
  /** Of several camps that fit, the first holds. */
  camps: readonly Camp[]
  entries: readonly { words: string; side?: Side; camp?: Camp }[]
}

export interface Sides {
  /** Undefined where the words name neither, or both. */
  sideOf(words: string): Side | undefined
  /** Undefined where the words leave it open: "gunmen". */
  campOf(words: string): Camp | undefined
}

export function indexSides({ camps, entries }: SidesFile): Sides {
  const wordsOf = (fits: (entry: SidesFile['entries'][number]) => boolean) => {
    const words = entries.filter(fits).map((entry) => entry.words)
    return new RegExp(`\\b(?:${words.join('|')})\\b`, 'i')
  }
  const fighters = wordsOf(({ side }) => side === 'fighters')
  const civilians = wordsOf(({ side }) => side === 'civilians')
  const ofCamps = camps.map((name) => ({ name, words: wordsOf(({ camp }) => camp === name) }))
  return {
    sideOf(words) {
      const [fight, live] = [fighters.test(words), civilians.test(words)]
      return fight === live ? undefined : fight ? 'fighters' : 'civilians'
    },
    campOf: (words) => ofCamps.find((camp) => camp.words.test(words))?.name,
  }
}
