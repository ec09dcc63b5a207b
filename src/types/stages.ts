// What the stages hand each other on the way to a reading.

import type { Article, Block, BlockKind, Page, SentenceSpan, Span, Warning } from './reading.ts'

/** Bytes at the door, with what the one who brought them knows. */
export interface Received {
  bytes: Uint8Array
  origin: string
  /** The caller's id for it. */
  id?: string
  /** What the caller says it is: trusted only where the bytes say nothing. */
  mediaType?: string
  /** What the caller insists it is, against all sniffing. */
  as?: 'text' | 'html'
  retrievedAt?: string
  given?: Metadata
  /** What people file it under. */
  collection?: string
  /** Of a row of a table: which of its columns is what. */
  columns?: Columns
  http?: HttpReceipt
}

export type ColumnField = 'text' | 'title' | 'author' | 'date' | 'outlet' | 'url' | 'language' | 'relay' | 'id'

/** Which column of a table is what. `dates` says which number of "03/04/2026" is the day, where dates are written so. */
export type Columns = Partial<Record<ColumnField, string>> & { dates?: 'dmy' | 'mdy' }

/** How a server gave it. */
export interface HttpReceipt {
  /** The address that it came from in the end. */
  url: string
  status: number
  /** As they came, in order; cookies are left out. */
  headers: [name: string, value: string][]
  /** The addresses that led there, the one that was asked for first. */
  redirects?: string[]
}

/** What is known of an article besides its text. */
export interface Metadata {
  title?: string
  outlet?: string
  bylines?: string[]
  relayedBy?: string[]
  url?: string
  published?: Article['published']
  language?: string
}

/** A mention of an event, by its place in the record: ids of document and event, the article's number from 1. */
export interface EventName {
  document: string
  article: number
  event: string
}

/** What people say of mentions of events: those of a group are one event, those of different groups are not. */
export type Grouping = readonly (readonly EventName[])[]

/** An account that a person added by hand, in a document of its own. */
export interface AccountByHand {
  document: string
  /** Its mention of the event; null if it was taken back, or its words are not found. */
  event: EventName | null
  /** Mentions of the incident that it was added to: it goes with the first that is found. */
  to: readonly EventName[]
}

/** Text with what its format knows of it; no layout yet. */
export interface Document {
  id: string
  sha256: string
  origin: string
  mediaType: string
  text: string
  retrievedAt?: string
  metadata: Metadata
  pages?: Page[]
  /** Of a live blog: each an article of its own, in order and apart. */
  posts?: Post[]
  /** What markup says of the text, in order and apart; empty where the format has none, as in plain text. */
  passages: Passage[]
  warnings: Warning[]
}

/** What a post says of itself goes before what the page says of the whole. */
export interface Post {
  span: Span
  metadata: Metadata
}

/** A run of text that markup keeps together; `kind` is null where markup does not tell. */
export interface Passage {
  span: Span
  kind: BlockKind | null
}

/** An article as the page lays it out, before its sentences are read. */
export interface Layout {
  span: Span
  title?: Span
  dateline?: Article['dateline']
  outlet?: string
  bylines?: string[]
  published?: Article['published']
  blocks: Block[]
  /** Where it says more of itself than the document does of the whole. */
  own?: Metadata
}

/** A word or mark of the text. */
export interface Word {
  span: Span
  text: string
}

/** A word with what the model says of it. */
export interface Token extends Word {
  /** Lower case. */
  lemma: string
  /** Universal part of speech: NOUN, PROPN, VERB, ... */
  pos: string
}

export interface Sentence<Kind extends Word = Token> extends SentenceSpan {
  tokens: Kind[]
}

/** A stretch in quotation marks, the marks included; over several paragraphs it has a span in each. */
export interface Quotation {
  spans: Span[]
  /** False where the closing mark is missing. */
  closed: boolean
}

/** An article with its language read: what the reading stages work on; before the model has read it, its tokens are words alone. */
export interface ArticleText<Kind extends Word = Token> {
  text: string
  /** As far as the page says. */
  outlet?: string
  blocks: readonly Block[]
  sentences: readonly Sentence<Kind>[]
  quotations: readonly Quotation[]
}
