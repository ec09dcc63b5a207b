// The words by which a phrase for a source says what that source is, from lexicon/sources.json.

type SourceClass =
  | 'office'
  | 'official'
  | 'anybody'
  | 'another'
  | 'media'
  | 'press'
  | 'footage'
  | 'monitor'
  | 'nobody'
  | 'indefinite'

/** The entries of lexicon/sources.json. */
export interface SourcesFile {
  entries: readonly { class: SourceClass; words: string }[]
}

export interface SourceWords {
  /** Ends with a post that one holds at a time: "the mayor". */
  office: RegExp
  /** Ends with people of a body, which stands before: "a police official". */
  official: RegExp
  /** "sources", "witnesses": people of whom there are many. */
  anybody: RegExp
  /** "another resident" */
  another: RegExp
  /** "local media", "a newspaper" */
  media: RegExp
  /** Ends with news media, or is rumours: "state media", "unconfirmed reports". */
  press: RegExp
  /** Ends with pictures: "shaky video footage". */
  footage: RegExp
  /** Ends with one who watches others: "a war monitor". */
  monitor: RegExp
  /** Is a pronoun that may stand for nothing: "it". */
  nobody: RegExp
  /** Begins as a phrase for nobody in particular: "a mayor". */
  indefinite: RegExp
}

export function indexSourceWords({ entries }: SourcesFile): SourceWords {
  const wordsOf = (name: SourceClass) =>
    entries.flatMap((entry) => (entry.class === name ? [entry.words] : [])).join('|')
  const ending = (name: SourceClass) => new RegExp(`(?:^|\\s)(?:${wordsOf(name)})$`, 'i')
  return {
    office: new RegExp(`\\b(?:${wordsOf('office')})$`, 'i'),
    official: ending('official'),
    anybody: new RegExp(`\\b(?:${wordsOf('anybody')})\\b`, 'i'),
    another: new RegExp(`\\b(?:${wordsOf('another')})\\b`, 'i'),
    media: new RegExp(`\\b(?:${wordsOf('media')})\\b`, 'i'),
    press: ending('press'),
    footage: ending('footage'),
    monitor: ending('monitor'),
    nobody: new RegExp(`^(?:${wordsOf('nobody')})$`, 'i'),
    indefinite: new RegExp(`^(?:${wordsOf('indefinite')})\\b`, 'i'),
  }
}
