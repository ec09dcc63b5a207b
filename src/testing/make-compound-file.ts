// Folders and streams -> a compound file, as Outlook writes its messages; streams of fewer than 4096 bytes share sectors, as there.

export interface MadeFolder {
  [name: string]: Uint8Array | MadeFolder
}

const SECTOR = 512
const SMALL = 64
const LIMIT = 4096
const END = 0xfffffffe
const NONE = 0xffffffff
const TABLE = 0xfffffffd

interface Entry {
  name: string
  type: 1 | 2 | 5
  child: number
  right: number
  content: Uint8Array
}

export function makeCompoundFile(root: MadeFolder): Buffer {
  const entries: Entry[] = []
  const add = (name: string, type: Entry['type'], content: MadeFolder | Uint8Array): number => {
    const entry: Entry = {
      name,
      type,
      child: NONE,
      right: NONE,
      content: content instanceof Uint8Array ? content : new Uint8Array(0),
    }
    const number = entries.push(entry) - 1
    if (content instanceof Uint8Array) return number
    let last: Entry | null = null
    for (const [under, inside] of Object.entries(content)) {
      const at = add(under, inside instanceof Uint8Array ? 2 : 1, inside)
      if (last === null) entry.child = at
      else last.right = at
      last = entries[at]
    }
    return number
  }
  add('Root Entry', 5, root)

  const table: number[] = []
  const sectors: Buffer[] = []
  const put = (content: Uint8Array): number => {
    if (content.length === 0) return END
    const first = sectors.length
    for (let from = 0; from < content.length; from += SECTOR) {
      sectors.push(padded(content.subarray(from, from + SECTOR), SECTOR))
      table.push(from + SECTOR < content.length ? sectors.length : END)
    }
    return first
  }
  const small: Buffer[] = []
  const smallTable: number[] = []
  const starts = entries.map(({ type, content }) => {
    if (type !== 2 || content.length === 0) return END
    if (content.length >= LIMIT) return put(content)
    const first = small.length
    for (let from = 0; from < content.length; from += SMALL) {
      small.push(padded(content.subarray(from, from + SMALL), SMALL))
      smallTable.push(from + SMALL < content.length ? small.length : END)
    }
    return first
  })
  const smallContent = Buffer.concat(small)
  starts[0] = put(smallContent)
  const smallTableStart = put(numbers(smallTable))
  const directory = put(
    Buffer.concat(
      entries.map((entry, index) =>
        written(entry, starts[index], index === 0 ? smallContent.length : entry.content.length),
      ),
    ),
  )
  const needed = Math.ceil((table.length + Math.ceil((table.length + 8) / 128)) / 128)
  const tableStart = sectors.length
  for (let count = 0; count < needed; count++) table.push(TABLE)
  const header = Buffer.alloc(SECTOR, 0xff)
  header.fill(0, 0, 76)
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(header)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  for (const [offset, value] of [
    [44, needed],
    [48, directory],
    [56, LIMIT],
    [60, smallTableStart],
    [64, Math.ceil(smallTable.length / 128)],
    [68, END],
    ...Array.from({ length: needed }, (_, index) => [76 + 4 * index, tableStart + index]),
  ])
    header.writeUInt32LE(value, offset)
  return Buffer.concat([header, ...sectors, padded(numbers(table), needed * SECTOR, 0xff)])
}

const padded = (content: Uint8Array, size: number, fill = 0): Buffer =>
  Buffer.concat([content, Buffer.alloc(size - content.length, fill)])

function numbers(all: readonly number[]): Buffer {
  const bytes = Buffer.alloc(all.length * 4)
  for (const [index, number] of all.entries()) bytes.writeUInt32LE(number, index * 4)
  return bytes
}

function written({ name, type, child, right }: Entry, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 0, 'utf16le')
  bytes.writeUInt16LE(name.length * 2 + 2, 64)
  bytes.writeUInt8(type, 66)
  for (const [offset, value] of [
    [68, NONE],
    [72, right],
    [76, child],
    [116, start],
    [120, size],
  ])
    bytes.writeUInt32LE(value, offset)
  return bytes
}
