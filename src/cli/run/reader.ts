// Bytes -> a reading, with everything loaded that this takes. Loading takes a second, so only what reads imports this file,
// and only once it runs.

import { openDocument } from '../../intake/document.ts'
import { read } from '../../pipeline.ts'
import { loadResources, type Resources } from '../../resources.ts'
import type { Reading, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'

export type Outcome = { reading: Reading } | { failure: Error }

export interface Reader {
  identity(): Promise<Reading['reader']>
  /** One document that breaks the reader must not cost the user the others, so this fails only where nothing can be read. */
  read(received: Received): Promise<Outcome>
  /** Gives up what is still being read. */
  close(): Promise<void>
}

/** Reads in this thread. */
export const loadReader = async (): Promise<Reader> =>
  readWith(await loadResources({ model: process.env.HEARSAY_MODEL || undefined }))

export const readWith = (resources: Resources): Reader => ({
  identity: async () => resources.reader,
  async read(received) {
    try {
      return { reading: await read(await openDocument(received), resources) }
    } catch (error) {
      if (error instanceof UserError) return { failure: error }
      return { failure: new Error(`the reader broke on it (${error}); please report this`, { cause: error }) }
    }
  },
  close: async () => {},
})
