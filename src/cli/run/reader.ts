// What reads bytes, and what becomes of them. The work itself is in load-reader.ts, which takes long to load.

import type { Layer, PartOfReading, Reading, Received, Warning } from '../../types.ts'

export type Outcome = Read | { failure: Error }
export type PartOutcome = PartRead | { failure: Error }

/** What a run tells of a reading; whoever only passes the JSON on need not make the objects. */
export interface About {
  readonly document: Pick<Reading['document'], 'id' | 'sha256' | 'mediaType'>
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

export interface PartRead extends About {
  readonly reading: PartOfReading
  readonly json?: readonly Uint8Array[]
}

export type Text = { text: string } | { failure: Error }

/** One document that breaks the reader must not cost the user the others, so these fail only where nothing can be read. */
export interface Reader {
  identity(): Promise<Reading['reader']>
  read(received: Received): Promise<Outcome>
  /** Of the reading only some layers. */
  readPart(received: Received, layers: readonly Layer[]): Promise<PartOutcome>
  /** The text alone that the bytes hold. */
  textOf(received: Received): Promise<Text>
  /** Gives up what is still being read: each of it fails. */
  close(): Promise<void>
}

export const aboutOf = ({ document, warnings, articles }: Reading | PartOfReading): About => ({
  document: { id: document.id, sha256: document.sha256, mediaType: document.mediaType },
  warnings,
  undated: articles.some(({ published }) => published === undefined),
  anonymous: articles.some(({ outlet }) => outlet === undefined),
})
