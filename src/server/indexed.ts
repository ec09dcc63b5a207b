// What the index of statements holds: every article and statement in small numbers.

import type { ArticleEntry } from '../record/browse.ts'
import type { Facet } from './answers.ts'

/** Different words, each by its number. */
export interface Dictionary {
  words: string[]
  numbers: Map<string, number>
}

export interface IndexedArticle extends ArticleEntry {
  outletCode: number
  /** ISO day, month or year, as far as it is known; '' where it is not. */
  day: string
  monthCode: number
  places: number[]
  said: IndexedStatement[]
  unnamed: number
}

export interface IndexedStatement {
  number: number
  article: IndexedArticle
  source: number
  kind: number
  stance: number
  manner: number
  /** Of the events that it tells of. */
  types: readonly number[]
  signals: readonly number[]
  named: boolean
  relay: string | null
}

export interface StatementIndex {
  /** Another one where the figures of sources may have changed: who said how much, in which outlet. */
  spoken: object
  articles: IndexedArticle[]
  /** By the document's id and the article's place in it. */
  byId: Map<string, IndexedArticle>
  /** All of them; those of the whole record by their numbers. */
  statements: IndexedStatement[]
  /** The same, the newest first; what has no date comes last. */
  newest: IndexedStatement[]
  /** Of `newest`, in its order. */
  columns: Columns
  outlets: Dictionary
  sources: Dictionary
  kinds: Dictionary
  stances: Dictionary
  manners: Dictionary
  types: Dictionary
  places: Dictionary
  months: Dictionary
  signals: Dictionary
}

/** Of the statement at `i` the codes from `starts[i]` up to `starts[i + 1]`; without `starts`, the one at `i`. */
export interface Column {
  dictionary: Dictionary
  codes: Int32Array
  starts: Int32Array | null
}

export type Columns = Readonly<Record<Facet, Column>>
