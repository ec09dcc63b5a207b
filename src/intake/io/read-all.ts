// A stream of bytes -> all of them, at most `maxSize`.

import { UserError } from '../../user-error.ts'
import { formatSize } from './size.ts'

/**
 * For what has no size beforehand too: a pipe, a device, a file that grows.
 * Throws UserError where there is more; at once where the stated size says so.
 */
export async function readAll(chunks: AsyncIterable<Uint8Array>, maxSize: number, statedSize = 0): Promise<Uint8Array> {
  if (statedSize > maxSize) throw tooLarge(formatSize(statedSize), maxSize)
  const parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    parts.push(chunk)
    length += chunk.length
    if (length > maxSize) throw tooLarge('it', maxSize)
  }
  return parts.length === 1 ? parts[0] : Buffer.concat(parts)
}

export const tooLarge = (what: string, maxSize: number): UserError =>
  new UserError(`${what} is over the limit of ${formatSize(maxSize)}; raise it with --max-size`)
