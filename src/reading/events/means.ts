// The mode and the words of an event -> by what means, or in which way, it was done.

import type { EventMention, Means } from '../../types.ts'

/** The entries of lexicon/means.json. */
export interface MeansFile {
  /** Of several means that fit, the first holds. */
  order: readonly Means[]
  entries: readonly { means: Means; words: string }[]
}

export type MeansLexicon = readonly { means: Means; words: RegExp }[]

export const indexMeans = ({ order, entries }: MeansFile): MeansLexicon =>
  order.map((means) => {
    const words = entries.filter((entry) => entry.means === means).map((entry) => entry.words)
    return { means, words: new RegExp(`\\b(?:${words.join('|')})`, 'i') }
  })

/** What PLOVER's modes say of the means. */
const BY_MODE: Readonly<Record<string, Means>> = {
  explosives: 'blast',
  firearms: 'gunfire',
  aerial: 'air',
  'heavy-weapons': 'artillery',
  abduct: 'abduction',
  arrest: 'arrest',
  release: 'release',
}

/** For events that a person described: their words were not looked up. */
export const meansByMode = ({ mode }: Pick<EventMention, 'mode'>): Means | undefined =>
  mode === undefined ? undefined : BY_MODE[mode]

/** @param words of the trigger and of the instruments; "the attack" and "killed" say nothing */
export function meansOf(mode: string | undefined, words: readonly string[], lexicon: MeansLexicon): Means | undefined {
  const said = words.join(' ')
  return lexicon.find((entry) => entry.words.test(said))?.means ?? meansByMode({ mode })
}
