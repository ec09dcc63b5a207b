// Bytes -> a reading, with everything loaded that this takes. Loading takes a second, so only commands that read import
// this file, and only once they run.

import { openDocument } from '../intake/document.ts'
import { read } from '../pipeline.ts'
import { loadResources } from '../resources.ts'
import type { Reading, Received } from '../types.ts'
import { UserError } from '../user-error.ts'

export interface Reader {
  identity: Reading['reader']
  /** One document that breaks the reader must not cost the user the others, so this throws nothing. */
  read(received: Received): Promise<{ reading: Reading } | { failure: Error }>
}

export async function loadReader(): Promise<Reader> {
  const resources = await loadResources()
  return {
    identity: resources.reader,
    async read(received) {
      try {
        return { reading: await read(openDocument(received), resources) }
      } catch (error) {
        if (error instanceof UserError) return { failure: error }
        return { failure: new Error(`the reader broke on it (${error}); please report this`, { cause: error }) }
      }
    },
  }
}
