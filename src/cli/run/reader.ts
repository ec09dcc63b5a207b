// Bytes -> a reading, with everything loaded that this takes. Loading takes a second, so only what reads imports this file,
// and only once it runs.

import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { loadResources, type Resources } from '../../resources.ts'
import type { Reading, Received, Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'

export type Outcome = Read | { failure: Error }

export interface Read {
  readonly reading: Reading
  /** Those of the reading. */
  readonly warnings: readonly Warning[]
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
      return { reading, warnings: reading.warnings }
    }),
  textOf: (received) => orFailure(async () => ({ text: (await openDocument(received)).text })),
})

async function orFailure<Result>(work: () => Promise<Result>): Promise<Result | { failure: Error }> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof UserError) return { failure: error }
    return { failure: new Error(`the reader broke on it (${error}); please report this`, { cause: error }) }
  }
}
