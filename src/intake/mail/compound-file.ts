// A compound file (as old Office programs and Outlook write it) -> its folders and streams. By hand: the libraries follow a chain of
// sectors that leads back to itself until memory is gone.

import { UserError } from '../../user-error.ts'

export interface Folder {
  name: string
  folders: Folder[]
  /** By their names. */
  streams: ReadonlyMap<string, () => Uint8Array>
}

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const MAX_ENTRIES = 100_000
const MAX_DEPTH = 50
/** Sector numbers from here on are marks: the end of a chain, nothing, a table. */
const FIRST_MARK = 0xfffffffa
const ENTRY = 128

export const isCompoundFile = (bytes: Uint8Array): boolean => MAGIC.every((byte, index) => bytes[index] === byte)

/** Throws UserError where it is damaged. */
export function openCompoundFile(bytes: Uint8Array): Folder {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (offset: number): number => (offset + 4 <= bytes.length ? view.getUint32(offset, true) : FIRST_MARK)
  const shift = bytes.length > 512 ? view.getUint16(30, true) : 0
  if (!isCompoundFile(bytes) || (shift !== 9 && shift !== 12)) throw damaged()
  const size = 2 ** shift
  const inSector = size / 4
  const sectors = Math.ceil(bytes.length / size)
  const offsetOf = (sector: number): number => (sector + 1) * size

  /** The sectors that hold the table: the first 109 are named in the header, the others in sectors of their own. */
  function* tables(): Generator<number> {
    for (let index = 0; index < 109; index++) yield at(76 + 4 * index)
    let next = at(68)
    for (let count = 0; next < FIRST_MARK && count < sectors; count++) {
      for (let index = 0; index < inSector - 1; index++) yield at(offsetOf(next) + 4 * index)
      next = at(offsetOf(next) + 4 * (inSector - 1))
    }
  }
  const table: number[] = []
  for (const sector of tables())
    if (sector < sectors && table.length < sectors + inSector)
      for (let index = 0; index < inSector; index++) table.push(at(offsetOf(sector) + 4 * index))

  const chainOf = (first: number, next: readonly number[]): number[] => {
    const chain: number[] = []
    for (let sector = first; sector < next.length && chain.length <= next.length; sector = next[sector])
      chain.push(sector)
    if (chain.length > next.length) throw damaged()
    return chain
  }
  const read = (first: number, length = Number.POSITIVE_INFINITY): Uint8Array => {
    const chain = chainOf(first, table)
    const parts = chain.map((sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + size))
    return Buffer.concat(parts).subarray(0, Math.min(length, bytes.length))
  }

  const directory = read(at(48))
  const root = entryIn(directory, 0)
  if (root === null) throw damaged()
  const smallTable = wordsIn(read(at(60)))
  const small = read(root.start)
  const smallLimit = at(56)
  const readSmall = (first: number, length: number): Uint8Array =>
    Buffer.concat(chainOf(first, smallTable).map((sector) => small.subarray(sector * 64, sector * 64 + 64))).subarray(
      0,
      length,
    )

  const seen = new Set<number>()
  const open = (entry: Entry, depth: number): Folder => {
    const folders: Folder[] = []
    const streams = new Map<string, () => Uint8Array>()
    const waiting = [entry.child]
    for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
      if (number >= FIRST_MARK || seen.has(number)) continue
      seen.add(number)
      if (seen.size > MAX_ENTRIES || depth > MAX_DEPTH) throw damaged()
      const found = entryIn(directory, number)
      if (found === null) continue
      waiting.push(found.left, found.right)
      if (found.type === 1) folders.push(open(found, depth + 1))
      else if (found.type === 2) {
        const { start, size: length } = found
        streams.set(found.name, () => (length < smallLimit ? readSmall(start, length) : read(start, length)))
      }
    }
    const byName = (one: Folder, other: Folder): number => (one.name < other.name ? -1 : 1)
    return { name: entry.name, folders: folders.toSorted(byName), streams }
  }
  return open(root, 0)
}

interface Entry {
  name: string
  /** 1 a folder, 2 a stream, 5 the root. */
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

function entryIn(directory: Uint8Array, number: number): Entry | null {
  const offset = number * ENTRY
  if (offset + ENTRY > directory.length) return null
  const view = new DataView(directory.buffer, directory.byteOffset + offset, ENTRY)
  const length = Math.min(view.getUint16(64, true), 64)
  const name = new TextDecoder('utf-16le').decode(directory.subarray(offset, offset + Math.max(length - 2, 0)))
  return {
    name,
    type: view.getUint8(66),
    left: view.getUint32(68, true),
    right: view.getUint32(72, true),
    child: view.getUint32(76, true),
    start: view.getUint32(116, true),
    size: view.getUint32(120, true),
  }
}

function wordsIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true))
}

const damaged = (): UserError => new UserError('the file is damaged: its parts cannot be found in it')
