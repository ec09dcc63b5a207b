// Documents as they come, each with the chains that it has -> a row for each chain, and in the end its number, in the order of the keys. What
// every chain costs in memory wherever the rest of it lies: some thirty bytes.

import { type BlockMember, memberOf } from './blocks.ts'
import { openKindNumbers } from './compare/kind-numbers.ts'
import type { ComparedChain } from './compared-chain.ts'

/** What is kept of a chain here. */
export type ChainRow = Pick<BlockMember, 'day' | 'words'> & Pick<ComparedChain, 'types' | 'means'>

export function chainRow(chain: ComparedChain): ChainRow {
  const { day, words } = memberOf(chain)
  const { types, means } = chain
  return { day, words, types, means }
}

export interface ShelfRows {
  /**
   * Replaces what the document had.
   * @param chains by key
   * @returns the row of the first; the others follow
   */
  put(document: string, chains: readonly ChainRow[]): number
  number(): NumberedRows
}

interface NumberedRows {
  count: number
  rowOf(chain: number): number
  /** Those of these rows that were not replaced. */
  members(rows: readonly number[]): BlockMember<number>[]
  chainsOf(document: string): number[]
  documentOf(chain: number): string
  /** Of two chains, whether they are of kinds that are apart. */
  areApart(one: number, other: number): boolean
  /** In the order of their chains. */
  documents(): Iterable<string>
}

interface Rows {
  first: number
  count: number
  /** Of its first chain. */
  number: number
}

export function openShelfRows(): ShelfRows {
  const documents = new Map<string, Rows>()
  let size = 0
  let days = new Int32Array(1024)
  let words = new Uint32Array(1024)
  let kinds = new Int32Array(1024)
  const kindNumbers = openKindNumbers()
  return {
    put(document, chains) {
      const first = size
      documents.set(document, { first, count: chains.length, number: 0 })
      if (first + chains.length > days.length) {
        const room = Math.max(2 * days.length, first + chains.length)
        days = copyInto(new Int32Array(room), days)
        words = copyInto(new Uint32Array(room), words)
        kinds = copyInto(new Int32Array(room), kinds)
      }
      for (const chain of chains) {
        days[size] = chain.day
        words[size] = chain.words
        kinds[size++] = kindNumbers.numberOf(chain)
      }
      return first
    },
    number() {
      const names = [...documents.keys()].sort()
      const rowOf = new Int32Array(size)
      const numberOf = new Int32Array(size).fill(-1)
      const nameOf = new Int32Array(size)
      let count = 0
      for (const [at, name] of names.entries()) {
        const rows = documents.get(name)
        if (rows === undefined) continue
        rows.number = count
        for (let row = rows.first; row < rows.first + rows.count; row++) {
          rowOf[count] = row
          nameOf[count] = at
          numberOf[row] = count++
        }
      }
      return {
        count,
        rowOf: (chain) => rowOf[chain],
        members: (rows) =>
          rows.flatMap((row) => (numberOf[row] < 0 ? [] : [{ key: numberOf[row], day: days[row], words: words[row] }])),
        chainsOf(document) {
          const rows = documents.get(document)
          return Array.from({ length: rows?.count ?? 0 }, (_, at) => (rows?.number ?? 0) + at)
        },
        documentOf: (chain) => names[nameOf[chain]],
        areApart: (one, other) => kindNumbers.areApart(kinds[rowOf[one]], kinds[rowOf[other]]),
        documents: () => names,
      }
    },
  }
}

function copyInto<Numbers extends Int32Array | Uint32Array>(larger: Numbers, numbers: Numbers): Numbers {
  larger.set(numbers)
  return larger
}
