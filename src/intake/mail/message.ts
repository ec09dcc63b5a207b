// A letter (EML) -> its subject and its words, with who wrote it and when; what is attached is read by itself.

import { escapeText } from 'entities'
import type { Email } from 'postal-mime'
import type { Warning } from '../../types.ts'
import type { Format, Parsed } from '../format.ts'
import { html } from '../html/html.ts'
import { readStated } from '../metadata.ts'
import { isRead, nameOf, parseMessage } from './message-parts.ts'
import { looksLikeMessage, MESSAGE } from './message-sniff.ts'

export const message: Format = {
  name: 'mail',
  matches: (head, { mediaType }) => looksLikeMessage(head, mediaType),
  async parse(received) {
    const email = await parseMessage(received.bytes)
    const { from, date, subject } = email
    const stated = readStated({
      title: subject,
      authors: [from?.name || from?.address].flatMap((name) => name || []),
      published: date,
    })
    const words = wordsOf(email, stated.title)
    return {
      mediaType: MESSAGE,
      text: words.text,
      passages: words.passages,
      metadata: { ...words.metadata, ...stated },
      warnings: [...words.warnings, ...unread(email)],
    }
  },
}

type Words = Pick<Parsed, 'text' | 'passages' | 'metadata' | 'warnings'>

/** Most letters say the same twice; the plain words are the writer's, whatever the page around them. */
function wordsOf({ text, html: page }: Email, subject: string | undefined): Words {
  if (page !== undefined && (text === undefined || text.trim() === '')) {
    const titled = subject === undefined ? page : `<title>${escapeText(subject)}</title>${page}`
    return html.parse({ bytes: Buffer.from(titled), origin: '', mediaType: 'text/html; charset=utf-8' })
  }
  const lines = (text ?? '').replace(/\r\n/g, '\n').replace(/\n+$/, '\n')
  return {
    text: subject === undefined ? lines : `${subject}\n\n${lines.replace(/^\n+/, '')}`,
    passages: [],
    metadata: {},
    warnings: [],
  }
}

function unread({ attachments }: Email): Warning[] {
  const names = attachments.filter((attachment) => !isRead(attachment)).map(nameOf)
  if (names.length === 0) return []
  const message = `not read, since pictures and the like have no text: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', ...' : ''}`
  return [{ code: 'attachment-not-read', message }]
}
