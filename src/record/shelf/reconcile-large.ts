// Readings, however many -> their incidents as lines of JSON, the same to the byte as `reconcile` makes them. Beyond a bound the event chains and
// the incidents go to temporary files, so that memory grows by some eighty bytes a chain.

import { incidentsOf, type Said } from '../../reconciling/all-at-once.ts'
import { byTime, chainsOf, saidIn } from '../../reconciling/reconcile.ts'
import type { DocumentChains } from '../../reconciling/replace-documents.ts'
import { type NumberedChains, openMemoryShelf } from '../../reconciling/shelf.ts'
import type { Reading } from '../../types.ts'
import { type FileShelf, openFileShelf } from './file-shelf.ts'
import { openIncidentFile } from './incident-file.ts'

/** What a mention of an event takes in memory, with its part of all else that its document keeps: measured on wire reports. */
const BYTES_A_MENTION = 3000

export interface LargeReconciler {
  add(reading: Reading): void
  /** By time, then by id; to be asked for once. */
  incidents(): Generator<string>
}

/** @param most bytes of event chains in memory; 0 always takes files */
export function openLargeReconciler(most: number, said: Said = saidIn([], [], [])): LargeReconciler {
  const few = new Map<string, DocumentChains>()
  let bytes = 0
  let many: FileShelf | null = null
  return {
    add(reading) {
      const document = chainsOf(reading, said)
      if (many) return many.put(document)
      few.set(document.id, document)
      for (const { mentions } of document.chains) bytes += mentions.length * BYTES_A_MENTION
      if (bytes < most) return
      many = openFileShelf()
      for (const each of few.values()) many.put(each)
      few.clear()
    },
    *incidents() {
      if (many) {
        yield* byFile(many.number(), said)
        many.close()
        return
      }
      const shelf = openMemoryShelf()
      for (const document of few.values()) shelf.put(document)
      const found = Array.from(incidentsOf(shelf.number(), said), ({ incident }) => incident).sort(byTime)
      for (const incident of found) yield JSON.stringify(incident)
    },
  }
}

function* byFile(chains: NumberedChains, said: Said): Generator<string> {
  const file = openIncidentFile()
  for (const { incident } of incidentsOf(chains, said)) file.put(incident)
  yield* file.inOrder()
  file.close()
}
