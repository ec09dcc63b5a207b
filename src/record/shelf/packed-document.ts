// The chains of a document -> the same in bytes, as a file of chains keeps them and as threads pass them on.

import { blocksOf } from '../../reconciling/blocks.ts'
import { chainsOf, NOTHING_SAID } from '../../reconciling/reconcile.ts'
import type { DocumentChains } from '../../reconciling/replace-documents.ts'
import { type ChainRow, chainRow } from '../../reconciling/shelf-rows.ts'
import type { Reading } from '../../types.ts'
import { packedChain, packedCompared, toBytes } from './packing.ts'

export interface PackedDocument {
  id: string
  /** By key. */
  chains: readonly PackedChain[]
  /** Of each of its articles. */
  shingles: readonly Uint8Array[]
}

interface PackedChain {
  row: ChainRow
  blocks: readonly string[]
  /** For comparing. */
  compared: string | Uint8Array
  /** For describing. */
  mentions: Uint8Array
}

export const packDocument = ({ id, chains, shingles }: DocumentChains): PackedDocument => ({
  id,
  chains: chains
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .map((chain) => ({
      row: chainRow(chain),
      blocks: blocksOf(chain),
      compared: packedCompared(chain),
      mentions: packedChain(chain),
    })),
  shingles: shingles.map(({ numbers }) => toBytes(numbers)),
})

export const packReading = (reading: Reading): PackedDocument => packDocument(chainsOf(reading, NOTHING_SAID))
