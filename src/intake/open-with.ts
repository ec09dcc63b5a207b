// Formats -> a door: bytes as received -> Document, by the first of the formats that knows them.

import { sha256 } from '../sha256.ts'
import type { Document, Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { type Format, HEAD } from './format.ts'
import { html } from './html/html.ts'
import { nameBinary } from './sniff.ts'
import { latin1 } from './text/latin1.ts'
import { plain } from './text/plain.ts'
import { wayOut } from './way-out.ts'

const insistedOn = ({ as }: Received): Format | null => (as === 'text' ? plain : as === 'html' ? html : null)

/** Of many a page only the frame was saved. */
const noText = (mediaType: string, bytes: Uint8Array): string =>
  mediaType === 'text/html' && /<script[\s>]/i.test(latin1(bytes.subarray(0, SEARCHED)))
    ? 'there is no text in it: its scripts show it in a browser; save the page from there'
    : 'there is no text in it'
const SEARCHED = 200_000

/**
 * @param formats in the order they are asked; plain text takes what is left
 * @param hash where there is a faster one than ours
 */
export const openWith =
  (formats: readonly Format[], hash: (bytes: Uint8Array) => string = sha256) =>
  async (received: Received): Promise<Document> => {
    const { bytes, origin, given } = received
    if (bytes.length === 0) throw new UserError('the file is empty')
    const head = latin1(bytes.subarray(0, HEAD))
    const format = insistedOn(received) ?? formats.find((candidate) => candidate.matches(head, received)) ?? plain
    const binary = format.binary ? null : nameBinary(bytes)
    if (binary) throw new UserError(`this is ${binary}, which cannot be read${wayOut(binary)}`)
    const { mediaType, text, passages, metadata, warnings, pages, posts, id, ...parsed } = await format.parse(received)
    const retrievedAt = received.retrievedAt ?? parsed.retrievedAt
    if (text.trim() === '') throw new UserError(noText(mediaType, bytes))
    const digest = hash(bytes)
    return {
      id: received.id ?? id ?? digest,
      sha256: digest,
      origin,
      mediaType,
      text,
      ...(retrievedAt === undefined ? {} : { retrievedAt }),
      metadata: { ...metadata, ...given },
      passages,
      warnings,
      ...(pages === undefined ? {} : { pages }),
      ...(posts === undefined ? {} : { posts }),
    }
  }
