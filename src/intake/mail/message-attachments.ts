// A letter -> itself, then what is attached to it.

import type { Container } from '../container.ts'
import { readAll } from '../io/read-all.ts'
import { bytesOf, isRead, nameOf, parseMessage } from './message-parts.ts'
import { looksLikeMessage } from './message-sniff.ts'

export const messageWithAttachments: Container = {
  name: 'a letter',
  matches: (head, { known }) => looksLikeMessage(head, known.mediaType),
  async *parts({ chunks, size }, { maxSize }) {
    const bytes = await readAll(chunks, maxSize, size)
    yield { itself: bytes }
    if (!MAY_HAVE_ATTACHMENTS.test(Buffer.from(bytes).toString('latin1'))) return
    // What cannot be taken apart is told of the letter itself.
    const { attachments } = await parseMessage(bytes).catch(() => ({ attachments: [] }))
    for (const attachment of attachments) {
      if (!isRead(attachment)) continue
      const { mimeType } = attachment
      const known = mimeType === 'application/octet-stream' ? {} : { mediaType: mimeType }
      yield { name: nameOf(attachment), content: bytesOf(attachment.content), known }
    }
  },
}

/** Most letters are one text, perhaps twice: no need to take them apart here. */
const MAY_HAVE_ATTACHMENTS = /^content-disposition:|^content-type:(?!\s*(?:text|multipart)\/)|name\*?\d*\*?=/im
