// Text or bytes -> standard output or a file, piece by piece; waits for each, so nothing piles up in memory.

import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import type { Piece } from '../../export/rows.ts'
import { draftOf } from '../../replace-file.ts'
import { EXIT, UserError } from '../../user-error.ts'
import { printable } from './text.ts'

export interface Output {
  write(piece: string | Uint8Array): Promise<void>
}

/** The reader of our output has closed it, as `head` does. That is not a failure. */
export class OutputClosed extends Error {}

export const standardOutput = (): Output => outputTo(process.stdout, 'standard output')

/** To the file, which is replaced once all of it is on the disk and not touched before; without one, to standard output. */
export async function printTo(path: string | undefined, pieces: Iterable<Piece>): Promise<void> {
  if (path === undefined) return printPieces(pieces, standardOutput())
  const draft = draftOf(path)
  const stream = createWriteStream(draft.path, { mode: draft.mode, flush: draft.path !== path })
  try {
    await printPieces(pieces, outputTo(stream, path))
    stream.end()
    await once(stream, 'close')
    draft.put()
  } catch (error) {
    stream.destroy()
    draft.drop()
    throw error instanceof Error && 'syscall' in error ? explainWrite(error, path) : error
  }
}

function outputTo(stream: Writable, name: string): Output {
  // Errors arrive through each write's callback; without a listener Node would end the process as well.
  stream.on('error', () => {})
  return {
    write: (piece) =>
      new Promise((resolve, reject) => {
        stream.write(piece, (error) => (error ? reject(explainWrite(error, name)) : resolve()))
      }),
  }
}

function explainWrite(error: unknown, name: string): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED') return new OutputClosed()
  const reason =
    code === 'ENOSPC' ? 'no space is left on the device' : error instanceof Error ? error.message : String(error)
  return new UserError(`${name} cannot be written: ${reason}`, EXIT.output)
}

/** Pieces of text or bytes, one after another. */
export async function printPieces(pieces: Iterable<Piece>, output: Output): Promise<void> {
  for (const piece of pieces) if (piece.length > 0) await output.write(piece)
}

/** One line on standard error; results never go there. A line of a list keeps its indent. */
export function tell(message: string): void {
  const [indent] = /^ */.exec(message) ?? ['']
  process.stderr.write(`hearsay: ${indent}${printable(message.slice(indent.length))}\n`)
}
