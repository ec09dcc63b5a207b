// Files and standard input -> what arrives from them, one thing at a time, in order.

import { createReadStream } from 'node:fs'
import type { Received } from '../types.ts'
import { explainFileError } from './file-error.ts'
import type { Incoming } from './incoming.ts'
import { readNdjson } from './ndjson.ts'
import { readAll, readFile } from './read-file.ts'
import type { Found } from './walk.ts'

export const INPUT_KINDS = ['auto', 'text', 'html', 'ndjson'] as const

export interface InputOptions {
  kind: (typeof INPUT_KINDS)[number]
  /** Of a file, or of a line where each is a document. */
  maxSize: number
  standardInput: AsyncIterable<Uint8Array>
}

export async function* readInputs(files: Iterable<Found>, options: InputOptions): AsyncGenerator<Incoming> {
  for (const file of files) {
    if ('failure' in file) yield { place: file.path, size: 0, failure: file.failure }
    else if (file.path === '-') yield* readStandardInput(options)
    else if (options.kind === 'ndjson' || (options.kind === 'auto' && /\.(?:ndjson|jsonl)$/i.test(file.path))) {
      yield* guard(file.path, readNdjson(createReadStream(file.path), file.path, options.maxSize))
    } else yield* readOne(file.path, file.size, options, () => readFile(file.path, options.maxSize))
  }
}

async function* readStandardInput(options: InputOptions): AsyncGenerator<Incoming> {
  const name = 'standard input'
  const { chunks, first } = await peek(options.standardInput)
  const lines = options.kind === 'ndjson' || (options.kind === 'auto' && /^(?:\ufeff)?\s*\{/.test(first))
  if (lines) yield* guard(name, readNdjson(chunks, name, options.maxSize))
  else yield* readOne(name, 0, options, () => readAll(chunks, options.maxSize))
}

async function* readOne(
  origin: string,
  size: number,
  { kind }: InputOptions,
  readBytes: () => Promise<Uint8Array>,
): AsyncGenerator<Incoming> {
  try {
    const bytes = await readBytes()
    const given: Partial<Received> = kind === 'text' || kind === 'html' ? { as: kind } : {}
    yield { place: origin, size, received: { bytes, origin, ...given } }
  } catch (error) {
    yield { place: origin, size, failure: explainFileError(error) }
  }
}

/** A stream that breaks off is one more failure, after all that came before. */
async function* guard(place: string, items: AsyncIterable<Incoming>): AsyncGenerator<Incoming> {
  try {
    yield* items
  } catch (error) {
    yield { place, size: 0, failure: explainFileError(error) }
  }
}

async function peek(chunks: AsyncIterable<Uint8Array>): Promise<{ chunks: AsyncIterable<Uint8Array>; first: string }> {
  const iterator = chunks[Symbol.asyncIterator]()
  const { value, done } = await iterator.next()
  async function* all(): AsyncGenerator<Uint8Array> {
    if (done) return
    yield value
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { chunks: all(), first: done ? '' : Buffer.from(value.subarray(0, 64)).toString('utf8') }
}
