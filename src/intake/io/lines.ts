// A stream of bytes, or files -> their lines, one at a time.

import { createReadStream } from 'node:fs'
import { UserError } from '../../user-error.ts'
import { explainFileError } from './file-error.ts'
import { formatSize } from './size.ts'
import { walk } from './walk.ts'

const NEWLINE = 0x0a

/** Of what programs write, in bytes: a reading may be much longer than its document. */
export const LONGEST_LINE = 1024 ** 3

/** `size` counts the line end too; `bytes` is null where the line is longer than `maxSize`. */
export interface Line {
  number: number
  bytes: Uint8Array | null
  size: number
}

/** @param maxSize longest line taken, in bytes; a longer one is passed over, never held */
export async function* splitLines(chunks: AsyncIterable<Uint8Array>, maxSize: number): AsyncGenerator<Line> {
  let number = 0
  let parts: Uint8Array[] = []
  let length = 0
  const take = (part: Uint8Array) => {
    length += part.length
    if (length > maxSize) parts = []
    else parts.push(part)
  }
  const finish = (lineEnd: number): Line => {
    number++
    const line = {
      number,
      bytes: length > maxSize ? null : trimLine(Buffer.concat(parts), number),
      size: length + lineEnd,
    }
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let start = 0
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      take(chunk.subarray(start, end))
      start = end + 1
      yield finish(1)
    }
    if (start < chunk.length) take(chunk.subarray(start))
  }
  if (length > 0) yield finish(0)
}

/** Without the carriage return of a Windows line end, and the byte order mark before the first line. */
function trimLine(bytes: Buffer, number: number): Uint8Array {
  const start = number === 1 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const end = bytes[bytes.length - 1] === 0x0d ? bytes.length - 1 : bytes.length
  return bytes.subarray(start, end)
}

export const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09)

export const tooLong = (size: number, maxSize: number): UserError =>
  new UserError(`a line of ${formatSize(size)} is over the limit of ${formatSize(maxSize)} (--max-size)`)

/** A line, or why there is none; `place` is its name for people. */
export type FoundLine = { place: string } & ({ bytes: Uint8Array } | { failure: UserError })

/** The lines of files that a program wrote, without blank ones; - is standard input. Of documents, whatever their format, inputs.ts. */
export async function* linesOf(
  paths: readonly string[],
  { maxSize, standardInput }: { maxSize: number; standardInput: AsyncIterable<Uint8Array> },
): AsyncGenerator<FoundLine> {
  for await (const file of walk(paths)) {
    const name = file.path === '-' ? 'standard input' : file.path
    try {
      if ('failure' in file) throw file.failure
      const chunks = file.path === '-' ? standardInput : createReadStream(file.path)
      for await (const { number, bytes, size } of splitLines(chunks, maxSize)) {
        const place = `${name}, line ${number}`
        if (bytes === null) yield { place, failure: tooLong(size, maxSize) }
        else if (!isBlank(bytes)) yield { place, bytes }
      }
    } catch (error) {
      yield { place: name, failure: explainFileError(error) }
    }
  }
}
