// What a server sent, head and body, as web archives keep it -> the body as it was meant, and what the head says of it.

import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib'
import { UserError } from '../../user-error.ts'
import type { Limits } from '../container.ts'
import { formatSize } from '../io/size.ts'

export interface HttpAnswer {
  status: number
  mediaType: string | undefined
  body: Uint8Array
  /** Still packed as the server packed it. */
  packing: string | undefined
}

/** Null where it is none. */
export function parseHttp(block: Uint8Array): HttpAnswer | null {
  const text = Buffer.from(block.subarray(0, MAX_HEAD)).toString('latin1')
  const end = /\r?\n\r?\n/.exec(text)
  const status = /^HTTP\/\d(?:\.\d)?\s+(\d{3})/.exec(text)?.[1]
  if (!end || status === undefined) return null
  const headers = parseHeaders(text.slice(0, end.index))
  const raw = block.subarray(end.index + end[0].length)
  const body = /chunked/i.test(headers.get('transfer-encoding') ?? '') ? dechunk(raw) : raw
  const packing = headers.get('content-encoding')?.trim().toLowerCase()
  return { status: Number(status), mediaType: headers.get('content-type'), body, packing }
}

const MAX_HEAD = 65_536

/** By their names in small letters; what goes on in the next line is joined. */
export function parseHeaders(head: string): Map<string, string> {
  const lines = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.flatMap((line) => {
      const colon = line.indexOf(':')
      return colon > 0 ? [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]] : []
    }),
  )
}

/** Throws UserError where it is damaged, or larger than may be. */
export function unpackBody({ body, packing }: HttpAnswer, { maxSize, allowance }: Limits): Uint8Array {
  const unpack = PACKINGS.find(([name, fits]) => name === packing && fits(body))?.[2]
  if (!unpack) return body
  try {
    const unpacked = unpack(body, { maxOutputLength: maxSize })
    allowance.unpacked(unpacked.length)
    return unpacked
  } catch (error) {
    if (error instanceof UserError || !(error instanceof Error)) throw error
    const tooLarge = 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new UserError(
      tooLarge
        ? `unpacked it is over the limit of ${formatSize(maxSize)}; raise it with --max-size`
        : `its ${packing} packing is damaged (${error.message})`,
    )
  }
}

type Unpack = (body: Uint8Array, options: { maxOutputLength: number }) => Uint8Array

const isGzip = (body: Uint8Array): boolean => body[0] === 0x1f && body[1] === 0x8b
const isZlib = (body: Uint8Array): boolean => (body[0] & 0x0f) === 8 && (body[0] * 256 + body[1]) % 31 === 0

/** Archivers often unpack a body and leave the header that says it is packed. */
const PACKINGS: readonly [name: string, fits: (body: Uint8Array) => boolean, unpack: Unpack][] = [
  ['gzip', isGzip, gunzipSync],
  ['x-gzip', isGzip, gunzipSync],
  ['deflate', isZlib, inflateSync],
  ['deflate', (body) => !isZlib(body) && !looksLikeText(body), inflateRawSync],
  ['br', (body) => !looksLikeText(body), brotliDecompressSync],
]

const looksLikeText = (body: Uint8Array): boolean =>
  body.subarray(0, 100).every((byte) => byte === 9 || byte === 10 || byte === 13 || byte >= 32)

/** As it is where it is not in chunks after all; as far as it goes where it breaks off. */
function dechunk(raw: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = []
  for (let at = 0; at < raw.length; ) {
    const line = Buffer.from(raw.subarray(at, at + 50)).toString('latin1')
    const [head, digits] = /^([0-9a-f]{1,8})[^\r\n]{0,30}\r?\n/i.exec(line) ?? []
    if (head === undefined) return parts.length === 0 ? raw : Buffer.concat(parts)
    const length = Number.parseInt(digits, 16)
    if (length === 0) break
    const start = at + head.length
    parts.push(raw.subarray(start, start + length))
    at = start + length + (raw[start + length] === 0x0d ? 2 : 1)
  }
  return Buffer.concat(parts)
}
