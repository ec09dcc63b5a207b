// An article and the words that the model marks in it -> wording that takes a side, and why. The model learnt from US news; words of reports
// on conflict come from a list. What stands in quotation marks is the speaker's wording, and a capital begins a name.

import type { Article, ArticleText, Word } from '../../types.ts'
import { indexSpans } from '../spans.ts'
import type { Drafts } from '../tagging/drafts.ts'

/** lexicon/loaded.json */
export interface LoadedFile {
  /** Kind -> why its words take a side. */
  kinds: Readonly<Record<string, string>>
  entries: readonly { kind: string; words: string }[]
}

export type LoadedLexicon = readonly { words: RegExp; why: string }[]

export const indexLoaded = ({ kinds, entries }: LoadedFile): LoadedLexicon =>
  Object.entries(kinds).map(([kind, why]) => {
    const words = entries.filter((entry) => entry.kind === kind).map((entry) => entry.words)
    return { words: new RegExp(`(?<![\\p{L}\\p{N}-])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'gu'), why }
  })

const LEARNT = 'Annotators of US news have marked words like this as taking a side (BABE).'

type Loaded = NonNullable<Article['loaded']>

/** @param drafts what the model marks; violence takes no side for being named ("bombarded") */
export function findLoaded(
  { text, sentences, quotations }: ArticleText<Word>,
  { loaded, events }: Pick<Drafts, 'loaded' | 'events'>,
  lexicon: LoadedLexicon,
): Loaded {
  const quoted = indexSpans(quotations.flatMap(({ spans }) => spans.map((span) => [span, true] as const)))
  const found = sentences.flatMap(({ span: [from, to] }) => {
    // "Brutal fighting ...": the first word has its capital from its place.
    const words = text.slice(from, from + 1).toLowerCase() + text.slice(from + 1, to)
    return lexicon.flatMap(({ words: pattern, why }) =>
      [...words.matchAll(pattern)].map((match): Loaded[number] => ({
        span: [from + match.index, from + match.index + match[0].length],
        why,
      })),
    )
  })
  const violence = events.flatMap(({ type, trigger }) => (type === 'ASSAULT' ? [trigger] : []))
  const own = indexSpans([...found.map(({ span }) => span), ...violence].map((span) => [span, true] as const))
  return [...found, ...loaded.filter((span) => own.touching(span).length === 0).map((span) => ({ span, why: LEARNT }))]
    .filter(({ span }) => quoted.holding(span).length === 0)
    .sort((one, other) => one.span[0] - other.span[0])
}
