// A file's path -> its bytes, at most `maxSize` of them in memory.

import { open } from 'node:fs/promises'
import { UserError } from '../user-error.ts'
import { explainFileError } from './file-error.ts'
import { formatSize } from './size.ts'

/** Throws UserError, also where the file is larger than `maxSize` bytes. */
export async function readFile(path: string, maxSize: number): Promise<Uint8Array> {
  try {
    await using file = await open(path)
    const { size } = await file.stat()
    if (size > maxSize) throw tooLarge(formatSize(size), maxSize)
    return await readAll(file.createReadStream({ autoClose: false }), maxSize)
  } catch (error) {
    throw explainFileError(error)
  }
}

/** For what has no size beforehand: a pipe, a device, a file that grows. */
export async function readAll(chunks: AsyncIterable<Uint8Array>, maxSize: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length > maxSize) throw tooLarge('it', maxSize)
  }
  return Buffer.concat(parts)
}

const tooLarge = (what: string, maxSize: number): UserError =>
  new UserError(`${what} is over the limit of ${formatSize(maxSize)}; raise it with --max-size`)
