// A web archive (WARC) -> the pages and documents in it that servers gave, each with its address and when it was fetched.

import { UserError } from '../../user-error.ts'
import type { Container, Limits, Part } from '../container.ts'
import { AllowanceSpent } from '../io/allowance.ts'
import { readBytes } from '../io/byte-reader.ts'
import { explainFileError } from '../io/file-error.ts'
import { parseHttp, unpackBody } from './http-answer.ts'
import { readRecords, type WarcRecord } from './warc-records.ts'

export const warc: Container = {
  name: 'a web archive',
  matches: (head) => /^WARC\/[01]\.\d+\r?\n/.test(head),
  async *parts({ chunks }, limits) {
    let whole = 0
    try {
      for await (const record of readRecords(readBytes(chunks), limits.maxSize)) {
        if ('block' in record) whole++
        const part = readPart(record, limits)
        if (part) yield part
      }
    } catch (error) {
      if (!(error instanceof UserError) || error instanceof AllowanceSpent) throw error
      throw new UserError(`${error.message}; ${whole} of its records were whole, and the others are lost`)
    }
  },
}

/** Of what a page is made of, these are read; pictures, styles and scripts have no report in them. */
const READ =
  /^(?:text\/(?:html|plain|(?:x-)?markdown)|application\/(?:xhtml\+xml|pdf|(?:rss|atom)\+xml|feed\+json|zip|mbox|msword|octet-stream|vnd\.(?:openxmlformats-officedocument\.wordprocessingml|oasis\.opendocument\.text).*)|message\/rfc822)$/
/** Of XML these alone. */
const XML_READ = /<(?:rss|feed|rdf:RDF|newsItem|newsMessage)[\s>]/

function readPart(record: WarcRecord, limits: Limits): Part | null {
  const { headers, number } = record
  const address = headers
    .get('warc-target-uri')
    ?.replace(/^<|>$/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
  const name = address?.slice(0, 1000) || `record ${number}`
  if ('failure' in record) return { name, failure: record.failure }
  const type = headers.get('warc-type')
  const isWeb = /^(?:https?|ftp):/i.test(address ?? '') && !/\/robots\.txt$/i.test(address ?? '')
  if (!isWeb || (type !== 'response' && type !== 'resource' && type !== 'conversion')) return null
  try {
    const content = contentOf(record, limits)
    if (content === null) return null
    const { mediaType, bytes } = content
    const retrievedAt = instantOf(headers.get('warc-date'))
    const url = URL.canParse(name) ? { given: { url: name } } : {}
    const known = {
      ...(mediaType === undefined ? {} : { mediaType }),
      ...(retrievedAt === null ? {} : { retrievedAt }),
      ...url,
    }
    return { name, content: bytes, known }
  } catch (error) {
    if (error instanceof AllowanceSpent) throw error
    return { name, failure: explainFileError(error) }
  }
}

/** Null for what is no document: an error page, a picture, nothing. */
function contentOf({ headers, block }: WarcRecord & { block: Uint8Array }, limits: Limits) {
  const stated = headers.get('content-type')
  if (headers.has('warc-segment-number'))
    throw new UserError('the record comes in several segments; they cannot be joined')
  if (!/^application\/http\b/i.test(stated ?? ''))
    return isRead(stated, block) ? { mediaType: stated, bytes: block } : null
  const answer = parseHttp(block)
  if (answer === null) throw new UserError('the answer of the server is damaged')
  const { status, mediaType } = answer
  if (status < 200 || status > 299 || status === 206 || !isRead(mediaType, answer.body)) return null
  return { mediaType, bytes: unpackBody(answer, limits) }
}

function isRead(mediaType: string | undefined, body: Uint8Array): boolean {
  if (body.length === 0) return false
  const type = mediaType?.split(';')[0].trim().toLowerCase() ?? 'application/octet-stream'
  if (/^(?:text|application)\/xml$/.test(type))
    return XML_READ.test(Buffer.from(body.subarray(0, 4096)).toString('latin1'))
  return (
    READ.test(type) &&
    (type !== 'application/octet-stream' || KNOWN.test(Buffer.from(body.subarray(0, 10)).toString('latin1')))
  )
}

/** What a server could not tell the type of may still be a document: PDF, ZIP and their like. */
const KNOWN = /^(?:%PDF-|PK\x03\x04|\s*<(?:!doctype|html|\?xml))/i

const instantOf = (date: string | undefined): string | null =>
  date !== undefined && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(date) ? date : null
