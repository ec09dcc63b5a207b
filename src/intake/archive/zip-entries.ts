// A ZIP archive -> its entries, one at a time, and the bytes of one, never more of them than was allowed.

import {
  type Entry,
  fromBufferPromise,
  fromFdPromise,
  getFileNameLowLevel,
  validateFileName,
  type ZipFile,
} from 'yauzl'
import { UserError } from '../../user-error.ts'
import type { Limits, Source } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { strictly } from '../text/single-byte.ts'

/** An archive of more is refused before anything in it is read. */
const MAX_ENTRIES = 100_000

export interface ZipEntry {
  name: string
  /** Why its name is none that a file may have: "../x", "/x", "C:\x". */
  badName: string | null
  size: number
  packedSize: number
  /** Throws UserError where it is too large, packed in an unknown way, or broken. */
  read(limits: Limits): Promise<Uint8Array>
  /** Of any size, for what is itself read bit by bit. */
  stream(limits: Limits): AsyncIterable<Uint8Array>
}

export async function openZip(source: Uint8Array | { file: Source['file'] }): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false }
  const zip = await ('length' in source
    ? fromBufferPromise(Buffer.from(source.buffer, source.byteOffset, source.byteLength), options)
    : fromFdPromise(source.file?.fd ?? -1, options)
  ).catch(broken)
  if (zip.entryCount > MAX_ENTRIES)
    throw new UserError(`the archive has ${zip.entryCount} entries; at most ${MAX_ENTRIES} can be read`)
  return zip
}

/** In the order of the archive's directory; folders are left out. */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<ZipEntry> {
  const entries = zip.eachEntry()
  for (;;) {
    const next = await entries.next().catch(broken)
    if (next.done) return
    const entry: Entry = next.value
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    yield {
      name,
      badName: validateFileName(name)
        ? 'its name leads out of the archive, as in archives that are made to do harm'
        : null,
      size: entry.uncompressedSize,
      packedSize: entry.compressedSize,
      read: (limits) => readEntry(zip, entry, limits),
      stream: (limits) => streamEntry(zip, entry, limits),
    }
  }
}

/** Many archivers write UTF-8 and do not say so. */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const flags = strictly('utf-8', fileNameRaw) === null ? generalPurposeBitFlag : generalPurposeBitFlag | UTF8_NAME
  return getFileNameLowLevel(flags, fileNameRaw, extraFields, false)
}

const UTF8_NAME = 0x800

async function readEntry(zip: ZipFile, entry: Entry, limits: Limits): Promise<Uint8Array> {
  return readAll(streamEntry(zip, entry, limits), limits.maxSize, entry.uncompressedSize)
}

async function* streamEntry(zip: ZipFile, entry: Entry, { allowance }: Limits): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new UserError('it is encrypted; unpack it with its password first')
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      allowance.unpacked(chunk.length)
      yield chunk
    }
  } catch (error) {
    broken(error)
  }
}

/** What the reader says of archives is in its own words; what the file system says has a sentence already. */
function broken(error: unknown): never {
  if (error instanceof UserError || !(error instanceof Error)) throw error
  if (error.message.startsWith('End of central directory'))
    throw new UserError('the archive is damaged (its end is missing, as after a transfer that broke off)')
  throw new UserError(`the archive is damaged (${error.message.replaceAll('\n', ' ')})`)
}
