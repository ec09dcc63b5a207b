// A source -> the documents in it: itself, or what it holds, and what that holds, in order; one part at a time in memory.

import type { Metadata, Received } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import { newsMessage } from '../agency/newsml.ts'
import { newsMl1 } from '../agency/newsml1.ts'
import { gzip } from '../archive/gzip.ts'
import { zip } from '../archive/zip.ts'
import { epub } from '../book/epub.ts'
import { claimList } from '../claims/claim-list.ts'
import type { Container, Incoming, Limits, Part, Source } from '../container.ts'
import { feed } from '../feed/feed.ts'
import { HEAD } from '../format.ts'
import { emlx } from '../mail/emlx.ts'
import { mbox } from '../mail/mbox.ts'
import { messageWithAttachments } from '../mail/message-attachments.ts'
import { msgWithAttachments } from '../mail/msg.ts'
import { mediaTypeOf } from '../media-type.ts'
import { facebook } from '../posts/facebook.ts'
import { telegramHtml } from '../posts/telegram-html.ts'
import { telegramJson } from '../posts/telegram-json.ts'
import { whatsapp } from '../posts/whatsapp.ts'
import { xArchive } from '../posts/x-archive.ts'
import { csv } from '../table/csv.ts'
import { jsonRows } from '../table/json-rows.ts'
import { xlsx } from '../table/xlsx.ts'
import { safari } from '../web-archive/safari.ts'
import { singleFileZip } from '../web-archive/single-file-zip.ts'
import { warc } from '../web-archive/warc.ts'
import { AllowanceSpent, startAllowance } from './allowance.ts'
import { explainFileError } from './file-error.ts'
import { ndjson } from './ndjson.ts'
import { readAll } from './read-all.ts'

/** In the order they are asked. */
const CONTAINERS: readonly Container[] = [
  gzip,
  ndjson,
  xlsx,
  epub,
  zip,
  warc,
  safari,
  singleFileZip,
  feed,
  newsMessage,
  newsMl1,
  mbox,
  emlx,
  messageWithAttachments,
  msgWithAttachments,
  telegramJson,
  telegramHtml,
  whatsapp,
  xArchive,
  facebook,
  claimList,
  jsonRows,
  csv,
]

/** Archives in archives in archives: more is no way of keeping documents. */
const MAX_DEPTH = 5

/**
 * What one file gives: the documents in it, ready to be opened, or why one cannot be. For whoever has bytes, not files.
 * @param maxSize of a document, in bytes
 * @param tell is given a word on how a table is read
 */
export async function* unpackBytes(
  received: Received,
  maxSize: number,
  tell?: Limits['tell'],
): AsyncGenerator<Incoming> {
  const { bytes, origin, ...known } = received
  const allowance = startAllowance()
  allowance.took(bytes.length)
  yield* unpack(await sourceOf(origin, bytes, known), { maxSize, allowance, tell })
}

export async function* unpack(source: Source, limits: Limits, depth = 0): AsyncGenerator<Incoming> {
  const { origin } = source
  try {
    const container = containerOf(source)
    if (container === undefined)
      yield documentOf(source, await readAll(source.chunks, limits.maxSize, source.size), limits)
    else if (depth === MAX_DEPTH)
      throw new UserError(`this is ${container.name} inside ${MAX_DEPTH} others; it is not opened`)
    else for await (const part of container.parts(source, limits)) yield* openPart(part, source, limits, depth)
  } catch (error) {
    if (error instanceof AllowanceSpent && depth > 0) throw error
    yield { place: origin, size: limits.allowance.sinceAsked(), failure: explain(error) }
  }
}

/** What breaks us costs one file, not the run. */
function explain(error: unknown): UserError {
  if (error instanceof Error && !('code' in error) && !(error instanceof UserError))
    return new UserError(`it cannot be taken apart (${error}); please report this`)
  return explainFileError(error)
}

function containerOf(source: Source): Container | undefined {
  const head = Buffer.from(source.head).toString('latin1')
  return source.known.as === undefined ? CONTAINERS.find((each) => each.matches(head, source)) : undefined
}

async function* openPart(part: Part, source: Source, limits: Limits, depth: number): AsyncGenerator<Incoming> {
  if ('itself' in part) {
    yield documentOf(source, part.itself, limits)
    return
  }
  if ('unpacked' in part) {
    yield* unpack(await sourceOf(source.origin, part.unpacked, source.known), limits, depth + 1)
    return
  }
  const origin = `${source.origin}#${part.name}`
  if ('failure' in part) yield { place: origin, size: limits.allowance.sinceAsked(), failure: part.failure }
  else yield* unpack(await sourceOf(origin, part.content, inherited(source, part.known)), limits, depth + 1)
}

/** Title and address are those of the whole. */
const ofParts = ({ url: _, title: __, ...given }: Metadata): Metadata => given

/** How a server gave the whole, and what people say of it, hold for its parts too. */
function inherited(
  { known: { http, retrievedAt, given, columns, collection } }: Source,
  own: Source['known'],
): Source['known'] {
  return {
    ...(http === undefined ? {} : { http, ...(retrievedAt === undefined ? {} : { retrievedAt }) }),
    ...(columns === undefined ? {} : { columns }),
    ...own,
    ...(collection === undefined ? {} : { collection }),
    ...(given === undefined ? {} : { given: { ...own.given, ...ofParts(given) } }),
  }
}

function documentOf({ origin, known }: Source, bytes: Uint8Array, { allowance }: Limits): Incoming {
  const received: Received = { bytes, origin, ...known }
  return { place: origin, size: allowance.sinceAsked(), received }
}

/** What nobody says the type of may have it in its name. */
export async function sourceOf(
  origin: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
  known: Source['known'] = {},
): Promise<Source> {
  const mediaType = known.mediaType ?? mediaTypeOf(origin)
  const { head, chunks } =
    'length' in content ? { head: content.subarray(0, HEAD), chunks: [content] } : await peek(content)
  return {
    origin,
    head,
    chunks: iterate(chunks),
    known: { ...known, ...(mediaType === undefined ? {} : { mediaType }) },
  }
}

async function* iterate(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* chunks
}

/** The first bytes of a stream, and the stream as if nobody had looked: where it fails, it does so after all that came before. */
async function peek(content: AsyncIterable<Uint8Array>): Promise<Pick<Source, 'head' | 'chunks'>> {
  const iterator = content[Symbol.asyncIterator]()
  const seen: Uint8Array[] = []
  let failure: { error: unknown } | null = null
  try {
    for (let length = 0; length < HEAD; ) {
      const { value, done } = await iterator.next()
      if (done) break
      seen.push(value)
      length += value.length
    }
  } catch (error) {
    failure = { error }
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield* seen
    if (failure) throw failure.error
    yield* { [Symbol.asyncIterator]: () => iterator }
  }
  return { head: Buffer.concat(seen).subarray(0, HEAD), chunks: all() }
}
