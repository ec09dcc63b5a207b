// Files, standard input and web addresses -> what arrives from them, one thing at a time, in order.

import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { Columns, Metadata, Received } from '../../types.ts'
import type { Incoming, InputKind, Limits, Source } from '../container.ts'
import { IS_JSON_FEED } from '../feed/feed.ts'
import { HEAD } from '../format.ts'
import { isWebAddress } from '../web-address.ts'
import { type Allowance, startAllowance } from './allowance.ts'
import { explainFileError } from './file-error.ts'
import { readNdjson } from './ndjson.ts'
import { sourceOf, unpack, unpackBytes } from './unpack.ts'
import type { Found } from './walk.ts'

export interface InputOptions {
  kind: InputKind
  /** Of a file, or of a line where each is a document. */
  maxSize: number
  standardInput: AsyncIterable<Uint8Array>
  /** Which column of a table is what, where people say so. */
  columns?: Columns | undefined
  /** What people say of all that is read: it goes before what files say of themselves. */
  given?: Metadata | undefined
  collection?: string | undefined
  /** Is given a word on how a table is read. */
  tell?: Limits['tell']
  /** What a web address gives, asked for once. Fails with UserError; where it is left out, none is asked. */
  fetch?: ((address: string) => Promise<Received>) | undefined
}

export async function* readInputs(files: Iterable<Found>, options: InputOptions): AsyncGenerator<Incoming> {
  for (const file of files) {
    if ('failure' in file) yield { place: file.path, size: 0, failure: file.failure }
    else if (file.path === '-') yield* readStandardInput(options)
    else if (options.fetch && isWebAddress(file.path))
      yield* guard(file.path, readAddress(options.fetch, file.path, options))
    else if (options.kind === 'ndjson' || (options.kind === 'auto' && /\.(?:ndjson|jsonl)$/i.test(file.path))) {
      yield* guard(file.path, readLines(createReadStream(file.path), file.path, options))
    } else yield* guard(file.path, readOneFile(file.path, options))
  }
}

async function* readStandardInput(options: InputOptions): AsyncGenerator<Incoming> {
  const name = 'standard input'
  const { chunks, first } = await peek(options.standardInput)
  const lines = options.kind === 'ndjson' || (options.kind === 'auto' && isLines(first))
  if (lines) yield* guard(name, readLines(chunks, name, options))
  else yield* guard(name, readAnything(name, chunks, options))
}

/** A JSON object that begins on a line of its own is one document, and so is a feed. */
const isLines = (first: string): boolean => /^(?:\ufeff)?\s*\{(?![ \t]*[\r\n])/.test(first) && !IS_JSON_FEED.test(first)

async function* readLines(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  options: InputOptions,
): AsyncGenerator<Incoming> {
  for await (const item of readNdjson(chunks, origin, options.maxSize))
    yield 'failure' in item ? item : { ...item, received: { ...item.received, ...stated(options) } }
}

/** What people say of whatever is read. */
const stated = ({ columns, given, collection }: InputOptions): Pick<Received, 'columns' | 'given' | 'collection'> => ({
  ...(columns === undefined ? {} : { columns }),
  ...(given === undefined ? {} : { given }),
  ...(collection === undefined ? {} : { collection }),
})

async function* readOneFile(path: string, options: InputOptions): AsyncGenerator<Incoming> {
  await using file = await open(path)
  const stats = await file.stat()
  const chunks = file.createReadStream({ autoClose: false })
  yield* readAnything(path, chunks, options, stats.isFile() ? { file, size: stats.size } : {})
}

async function* readAnything(
  origin: string,
  chunks: AsyncIterable<Uint8Array>,
  options: InputOptions,
  { file, size }: { file?: FileHandle; size?: number } = {},
): AsyncGenerator<Incoming> {
  const { kind, maxSize, tell } = options
  const allowance = startAllowance()
  const known: Source['known'] = { ...(kind === 'text' || kind === 'html' ? { as: kind } : {}), ...stated(options) }
  const source = await sourceOf(origin, counted(chunks, allowance), known)
  yield* unpack(
    { ...source, ...(file ? { file } : {}), ...(size === undefined ? {} : { size }) },
    { maxSize, allowance, tell },
  )
}

async function* readAddress(
  fetch: (address: string) => Promise<Received>,
  address: string,
  options: InputOptions,
): AsyncGenerator<Incoming> {
  const { kind, maxSize, tell } = options
  const answer = await fetch(address)
  const received = { ...answer, ...stated(options), ...withGiven(answer, options) }
  if (kind === 'ndjson') yield* readLines(toStream(received.bytes), received.origin, options)
  else yield* unpackBytes(kind === 'auto' ? received : { ...received, as: kind }, maxSize, tell)
}

/** The address that a server was asked for is known beside it. */
const withGiven = ({ given: known }: Received, { given }: InputOptions): Pick<Received, 'given'> =>
  known === undefined && given === undefined ? {} : { given: { ...known, ...given } }

async function* toStream(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* counted(chunks: AsyncIterable<Uint8Array>, { took }: Allowance): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    took(chunk.length)
    yield chunk
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
  return { chunks: all(), first: done ? '' : Buffer.from(value.subarray(0, HEAD)).toString('utf8') }
}
