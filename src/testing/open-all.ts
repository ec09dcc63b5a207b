// A file by name and content -> what a run would make of each document in it, and what people are told on the way.

import { openDocument } from '../intake/document.ts'
import { unpackBytes } from '../intake/io/unpack.ts'
import type { Document, Received } from '../types.ts'
import { UserError } from '../user-error.ts'

const MAX_SIZE = 50_000_000

export interface Opened {
  documents: Document[]
  /** "posts.csv#row 2! what is wrong with it" */
  failures: string[]
  notes: string[]
}

export async function openAll(
  origin: string,
  bytes: string | Uint8Array,
  more: Partial<Received> = {},
): Promise<Opened> {
  const opened: Opened = { documents: [], failures: [], notes: [] }
  const received = { ...more, bytes: Buffer.from(bytes), origin }
  for await (const item of unpackBytes(received, MAX_SIZE, (_, note) => opened.notes.push(note))) {
    try {
      if ('failure' in item) throw item.failure
      opened.documents.push(await openDocument(item.received))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      opened.failures.push(`${item.place}! ${error.message}`)
    }
  }
  return opened
}
