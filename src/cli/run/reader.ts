// Bytes -> a reading, with everything loaded that this takes. Loading takes a second, so only what reads imports this file,
// and only once it runs.

import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { loadResources, type Resources } from '../../resources.ts'
import type { Reading, Received, Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'

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

/** One that nobody guards: what makes it loop hangs its process. */
export interface InProcessReader extends Pick<Reader, 'read' | 'textOf'> {
  identity: Reading['reader']
}

/** Reads in this thread. */
export const loadReader = async (): Promise<InProcessReader> =>
  readWith(await loadResources({ model: process.env.HEARSAY_MODEL || undefined }))

export const readWith = (resources: Resources): InProcessReader => ({
  identity: resources.reader,
  read: (received) =>
    orFailure(async () => {
      const reading = await read(await openDocument(received), resources)
      return { reading, ...aboutOf(reading) }
    }),
  textOf: (received) => orFailure(async () => ({ text: (await openDocument(received)).text })),
})

export const aboutOf = ({ warnings, articles }: Reading): About => ({
  warnings,
  undated: articles.some(({ published }) => published === undefined),
  anonymous: articles.some(({ outlet }) => outlet === undefined),
})

async function orFailure<Result>(work: () => Promise<Result>): Promise<Result | { failure: Error }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return { failure: error }
    return { failure: new Error(`the reader broke on it (${error}); please report this`, { cause: error }) }
  }
}
