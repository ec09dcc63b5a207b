// The door: bytes as received -> Document, by the first format that knows them.

import { createHash } from 'node:crypto'
import type { Document, Received } from '../types.ts'
import { UserError } from '../user-error.ts'
import { docx } from './docx.ts'
import { envelope } from './envelope.ts'
import { feedEntry } from './feed-entry.ts'
import { type Format, HEAD } from './format.ts'
import { html } from './html.ts'
import { markdown } from './markdown.ts'
import { message } from './message.ts'
import { newsItem } from './newsml.ts'
import { ninjs } from './ninjs.ts'
import { odt } from './odt.ts'
import { pdf } from './pdf.ts'
import { plain } from './plain.ts'
import { nameBinary } from './sniff.ts'

/** In the order they are asked; plain text takes what is left. */
const FORMATS: readonly Format[] = [
  pdf,
  docx,
  odt,
  feedEntry,
  ninjs,
  newsItem,
  envelope,
  message,
  markdown,
  html,
  plain,
]

const insistedOn = ({ as }: Received): Format | null => (as === 'text' ? plain : as === 'html' ? html : null)

/** Throws UserError where the bytes hold nothing that can be read. */
export async function openDocument(received: Received): Promise<Document> {
  const { bytes, origin, retrievedAt, given } = received
  if (bytes.length === 0) throw new UserError('the file is empty')
  const head = Buffer.from(bytes.subarray(0, HEAD)).toString('latin1')
  const format = insistedOn(received) ?? FORMATS.find((candidate) => candidate.matches(head, received)) ?? plain
  const binary = format.binary ? null : nameBinary(bytes)
  if (binary) throw new UserError(`this is ${binary}, which cannot be read`)
  const { mediaType, text, passages, metadata, warnings, pages, posts, id } = await format.parse(received)
  if (text.trim() === '') throw new UserError('there is no text in it')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    id: received.id ?? id ?? sha256,
    sha256,
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
