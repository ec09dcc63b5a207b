// What reads bytes, and what becomes of them. The work itself is in load-reader.ts, which takes long to load.

import type { Reading, Received, Warning } from '../../types.ts'

export type Outcome = Read | { failure: Error }

/** What a run tells of a reading; whoever only passes the JSON on need not make the objects. */
export interface About {
  readonly warnings: readonly Warning[]
  /** An article of it has no date, no outlet. */
  readonly undated: boolean
  readonly anonymous: boolean
}

export interface Read extends About {
  readonly reading: Reading
  /** The reading as JSON, part by part, if it comes from another process. */
  readonly json?: readonly Uint8Array[]
}

export type Text = { text: string } | { failure: Error }

/** One document that breaks the reader must not cost the user the others, so these fail only where nothing can be read. */
export interface Reader {
  identity(): Promise<Reading['reader']>
  read(received: Received): Promise<Outcome>
  /** The text alone that the bytes hold. */
  textOf(received: Received): Promise<Text>
  /** Gives up what is still being read: each of it fails. */
  close(): Promise<void>
}

export const aboutOf = ({ warnings, articles }: Reading): About => ({
  warnings,
  undated: articles.some(({ published }) => published === undefined),
  anonymous: articles.some(({ outlet }) => outlet === undefined),
})
