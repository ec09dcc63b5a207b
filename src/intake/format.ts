// What every format gives the door: whether the bytes are it, and what it makes of them.

import type { Metadata, Page, Passage, Post, Received, Warning } from '../types.ts'

export interface Parsed {
  /** Of the content itself: an envelope gives that of what it holds. */
  mediaType: string
  text: string
  passages: Passage[]
  metadata: Metadata
  warnings: Warning[]
  pages?: Page[]
  posts?: Post[]
  /** Where the format carries an id of its own. */
  id?: string
  /** When whoever saved it did so, where the file says: an instant. */
  retrievedAt?: string
}

export interface Format {
  name: string
  /** What it is in is no text; it has to be sure of what it matches. */
  binary?: true
  /** Sniffed from the first bytes (at most `HEAD` of them), as Latin-1 characters. */
  matches(head: string, received: Received): boolean
  /** Throws UserError where nothing can be read at all; else returns what it could, with warnings. */
  parse(received: Received): Parsed | Promise<Parsed>
}

/** One whose text is there at once. */
export interface PromptFormat extends Format {
  parse(received: Received): Parsed
}

/** How many bytes of a file its format is told from. */
export const HEAD = 4096
