// A shelf that begins in memory, and goes to a temporary file when it holds more than a bound.

import type { DocumentChains } from '../../reconciling/replace-documents.ts'
import { type NumberedChains, openMemoryShelf, type Shelf } from '../../reconciling/shelf.ts'
import { type FileShelf, openFileShelf } from './file-shelf.ts'

/** What a mention of an event takes in memory, with its part of all else that its document keeps: measured on wire reports. */
const BYTES_A_MENTION = 3000

export interface GrowingShelf extends Shelf {
  /** Whether it is in a file. */
  isLarge(): boolean
  close(): void
}

/** @param most bytes of event chains in memory; 0 always takes a file */
export function openGrowingShelf(most: number): GrowingShelf {
  const few = new Map<string, DocumentChains>()
  let bytes = 0
  let many: FileShelf | null = null
  return {
    isLarge: () => many !== null,
    put(document) {
      if (many) return many.put(document)
      few.set(document.id, document)
      for (const { mentions } of document.chains) bytes += mentions.length * BYTES_A_MENTION
      if (bytes < most) return
      many = openFileShelf()
      for (const each of few.values()) many.put(each)
      few.clear()
    },
    number(): NumberedChains {
      if (many) return many.number()
      const shelf = openMemoryShelf()
      for (const document of few.values()) shelf.put(document)
      return shelf.number()
    },
    close: () => many?.close(),
  }
}
