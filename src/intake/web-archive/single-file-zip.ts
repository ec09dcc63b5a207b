// A page that SingleFile saved packed -> the page: such a file begins as a page that unpacks itself, and is a ZIP archive inside.

import { UserError } from '../../user-error.ts'
import { entriesOf, openZip } from '../archive/zip-entries.ts'
import type { Container } from '../container.ts'
import { readAll } from '../io/read-all.ts'

export const singleFileZip: Container = {
  name: 'a page saved packed by SingleFile',
  matches: (head) => /^(?:\xef\xbb\xbf)?\s*<!doctype html>\s*<html[^>]*\sdata-sfz[\s>=]/i.test(head),
  async *parts({ chunks, size }, limits) {
    const bytes = await readAll(chunks, limits.maxSize, size)
    for await (const entry of entriesOf(await openZip(untilEnd(bytes)))) {
      if (entry.name !== 'index.html') continue
      yield { unpacked: entry.stream(limits) }
      return
    }
    throw new UserError('the page saved by SingleFile is damaged (there is no index.html in it)')
  },
}

const END = Buffer.from('PK\x05\x06', 'latin1')
/** In bytes, without the comment that may follow. */
const END_LENGTH = 22

/** Without the markup after the archive: readers of ZIP want its end to be that of the file. */
function untilEnd(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = file.lastIndexOf(END)
  if (at === -1 || at + END_LENGTH > file.length) return bytes
  return bytes.subarray(0, at + END_LENGTH + file.readUInt16LE(at + END_LENGTH - 2))
}
