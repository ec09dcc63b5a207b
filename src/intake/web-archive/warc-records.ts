// The bytes of a WARC file -> its records, one at a time; where a stated length lies, the next record is looked for.

import { UserError } from '../../user-error.ts'
import type { ByteReader } from '../io/byte-reader.ts'
import { tooLarge } from '../io/read-all.ts'
import { formatSize } from '../io/size.ts'
import { parseHeaders } from './http-answer.ts'

export type WarcRecord = { number: number; headers: Map<string, string> } & (
  | { block: Uint8Array }
  | { failure: UserError }
)

const VERSION = /^WARC\/[01]\.\d+\s*$/
/** Of one record's headers. */
const MAX_HEADERS = 65_536
const LONGEST_LINE = 1 << 16
/** How much of a block that is passed over is held at a time. */
const STEP = 1 << 20

export async function* readRecords(reader: ByteReader, maxSize: number): AsyncGenerator<WarcRecord> {
  for (let number = 1; ; number++) {
    const found = await findRecord(reader)
    if (found === 'end') {
      reader.end()
      return
    }
    const headers = await readHeaders(reader)
    const record = { number, headers }
    if (headers.size === 0) {
      yield { ...record, failure: new UserError('the archive breaks off in this record') }
      continue
    }
    const stated = headers.get('content-length')
    const length = stated !== undefined && /^\d{1,15}$/.test(stated) ? Number(stated) : -1
    if (length < 0) yield { ...record, failure: new UserError(withoutLength(stated)) }
    else if (length > maxSize) {
      await pass(reader, length)
      yield { ...record, failure: tooLarge(formatSize(length), maxSize) }
    } else {
      const block = await reader.take(length)
      yield { ...record, ...(await checked(reader, block, length)) }
    }
  }
}

const withoutLength = (stated: string | undefined): string =>
  stated === undefined
    ? 'this record is damaged or cut off: it does not say how long it is'
    : `its length is stated as "${stated.slice(0, 40)}", which is not a length`

/** Up to the line that begins the next record. */
async function findRecord(reader: ByteReader): Promise<'record' | 'end'> {
  for (;;) {
    const line = await reader.line(LONGEST_LINE)
    if (line === null) return 'end'
    if (VERSION.test(latin1(line))) return 'record'
  }
}

/** Empty where the file ends in them. */
async function readHeaders(reader: ByteReader): Promise<Map<string, string>> {
  let head = ''
  for (;;) {
    const line = await reader.line(LONGEST_LINE)
    if (line === null) return new Map()
    const text = Buffer.from(line).toString('utf8')
    if (/^\r?\n$/.test(text)) return parseHeaders(head)
    if (head.length < MAX_HEADERS) head += text
  }
}

/** Where another record begins. */
const NEXT = /\r\n\r\nWARC\/[01]\.\d+\r\n(?:WARC|Content)-/

/** After a whole block; of the next record a damaged archive may have no more than its first letters. */
const WHOLE = /^(?:\r?\n){0,6}(?:WARC\/[01]\.|$)|^(?:\r?\n){2,6}WA/

/** A block is whole where an empty line and another record, or nothing, come after it. */
async function checked(
  reader: ByteReader,
  block: Uint8Array,
  length: number,
): Promise<{ block: Uint8Array } | { failure: UserError }> {
  const after = await reader.take(AFTER)
  reader.unread(after)
  if (block.length === length && WHOLE.test(latin1(after))) return { block }
  const early = NEXT.exec(latin1(block))
  if (early) reader.unread(block.subarray(early.index))
  const told = block.length < length && !early ? `, and the archive ends after ${formatSize(block.length)}` : ''
  return {
    failure: new UserError(`its length is stated as ${formatSize(length)}, which is wrong${told}; it is not read`),
  }
}

const AFTER = 12

/** Over what is too large to be read; a length that lies does not take the next records with it. */
async function pass(reader: ByteReader, length: number): Promise<void> {
  const overlap = 64
  let tail: Uint8Array = new Uint8Array()
  for (let left = length; left > 0; ) {
    const step = await reader.take(Math.min(left, STEP))
    if (step.length === 0) return
    left -= step.length
    const seen = Buffer.concat([tail, step])
    const next = NEXT.exec(latin1(seen))
    if (next) {
      reader.unread(seen.subarray(next.index))
      return
    }
    tail = seen.subarray(-overlap)
  }
}

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
