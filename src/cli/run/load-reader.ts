// Bytes -> a reading, with everything loaded that this takes: only a worker imports this file.

import { openDocument } from '../../intake/document.ts'
import { read, readPart } from '../../pipeline.ts'
import { loadResources, type Resources } from '../../resources.ts'
import type { Reading } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { aboutOf, type Reader } from './reader.ts'

/** One that nobody guards: what makes it loop hangs its process. */
export interface InProcessReader extends Pick<Reader, 'read' | 'readPart' | 'textOf'> {
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
  readPart: (received, layers) =>
    orFailure(async () => {
      const reading = await readPart(await openDocument(received), resources, layers)
      return { reading, ...aboutOf(reading) }
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
