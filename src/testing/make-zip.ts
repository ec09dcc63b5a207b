// Names and contents -> a ZIP archive, honest or not: what it says of sizes and names can be anything. Checksums are left 0.

import { deflateRawSync } from 'node:zlib'

export interface Entry {
  name: string
  content: Uint8Array | string
  /** What the archive says the size is. */
  claimedSize?: number
  encrypted?: boolean
  /** As it is, not packed. */
  stored?: boolean
}

export function makeZip(entries: readonly Entry[], { claimedEntries = entries.length } = {}): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, claimedSize, encrypted, stored } of entries) {
    const bytes = Buffer.from(content)
    const packed = stored ? bytes : deflateRawSync(bytes)
    const fields = [
      [encrypted ? 0x801 : 0x800, 2],
      [stored ? 0 : 8, 2],
      [0, 4],
      [0, 4],
      [packed.length, 4],
    ] as const
    const sizes = [
      [claimedSize ?? bytes.length, 4],
      [Buffer.byteLength(name), 2],
      [0, 2],
    ] as const
    const local = Buffer.concat([numbers([0x04034b50, 4], [20, 2], ...fields, ...sizes), Buffer.from(name), packed])
    directory.push(
      numbers([0x02014b50, 4], [20, 2], [20, 2], ...fields, ...sizes, [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
      Buffer.from(name),
    )
    locals.push(local)
    offset += local.length
  }
  const size = Buffer.concat(directory).length
  const count = Math.min(claimedEntries, 0xfffe)
  const end = numbers([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2])
  return Buffer.concat([...locals, ...directory, end])
}

const numbers = (...fields: readonly (readonly [value: number, width: number])[]): Buffer =>
  Buffer.concat(
    fields.map(([value, width]) => {
      const bytes = Buffer.alloc(width)
      bytes.writeUIntLE(value, 0, width)
      return bytes
    }),
  )
