// The words by which a phrase for a source says what that source is, from lexicon/sources.json.

type SourceClass = 'office' | 'anybody' | 'media' | 'indefinite'

/** The entries of lexicon/sources.json. */
export interface SourcesFile {
  entries: readonly { class: SourceClass; words: string }[]
}

export interface SourceWords {
  /** Ends with a post that one holds at a time: "the mayor". */
  office: RegExp
  /** "sources", "witnesses": people of whom there are many. */
  anybody: RegExp
  /** "local media", "a newspaper" */
  media: RegExp
  /** Begins as a phrase for nobody in particular: "a mayor". */
  indefinite: RegExp
}

export function indexSourceWords({ entries }: SourcesFile): SourceWords {
  const wordsOf = (name: SourceClass) =>
    entries.flatMap((entry) => (entry.class === name ? [entry.words] : [])).join('|')
  return {
    office: new RegExp(`\\b(?:${wordsOf('office')})$`, 'i'),
    anybody: new RegExp(`\\b(?:${wordsOf('anybody')})\\b`, 'i'),
    media: new RegExp(`\\b(?:${wordsOf('media')})\\b`, 'i'),
    indefinite: new RegExp(`^(?:${wordsOf('indefinite')})\\b`, 'i'),
  }
}
