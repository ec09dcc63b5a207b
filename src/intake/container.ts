// What every format that holds several documents gives the door: whether the bytes are it, and its parts, one at a time.

import type { FileHandle } from 'node:fs/promises'
import type { Received } from '../types.ts'
import type { UserError } from '../user-error.ts'
import type { Allowance } from './io/allowance.ts'

/** A file, a stream, or a part of another container; its bytes can be taken once. */
export interface Source {
  origin: string
  /** The first bytes: `HEAD` of them, or all where there are fewer. */
  head: Uint8Array
  /** All bytes, the first ones included. */
  chunks: AsyncIterable<Uint8Array>
  /** Where the bytes can be read in any order. */
  file?: FileHandle
  /** Where it is known beforehand. */
  size?: number
  /** What whoever brought it knows of it. */
  known: Partial<Omit<Received, 'bytes' | 'origin'>>
}

export const INPUT_KINDS = ['auto', 'text', 'html', 'ndjson'] as const
/** What people say that their files are; `auto` finds out. */
export type InputKind = (typeof INPUT_KINDS)[number]

/** What intake hands on: bytes to be opened, or why there are none. `place` is its name for people ("standard input, line 7"), `size` the bytes it took up, for a progress bar. */
export type Incoming = { place: string; size: number } & ({ received: Received } | { failure: UserError })

/** `name` says where in the container it is; its origin is the container's, "#" and that. */
export type Part =
  | { name: string; content: Uint8Array | AsyncIterable<Uint8Array>; known: Source['known'] }
  | { name: string; failure: UserError }
  /** The bytes of the whole are one document, as with a letter that has attachments. */
  | { itself: Uint8Array }
  /** Another wrapping of the same thing, which keeps its name. */
  | { unpacked: AsyncIterable<Uint8Array> }

export interface Container {
  name: string
  /** @param head the source's first bytes as Latin-1 */
  matches(head: string, source: Source): boolean
  /** Fails with UserError where it is broken, after the parts before. */
  parts(source: Source, limits: Limits): AsyncGenerator<Part>
}

export interface Limits {
  /** Of a document, in bytes. */
  maxSize: number
  allowance: Allowance
  /** A word for people on how a container's parts are read: which columns of a table were taken for what. */
  tell?: ((place: string, note: string) => void) | undefined
}
