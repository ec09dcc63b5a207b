// A letter (EML) -> its subject and its words, with who wrote it and when; what is attached is read by itself.

import { escapeText } from 'entities'
import type { Metadata, Warning } from '../../types.ts'
import type { Format, Parsed } from '../format.ts'
import { html } from '../html/html.ts'
import { readStated, readUrl } from '../metadata.ts'
import type { Letter } from './letter.ts'
import { isRead, nameOf, parseMessage } from './message-parts.ts'
import { looksLikeMessage, MESSAGE } from './message-sniff.ts'

export const message: Format = {
  name: 'mail',
  matches: (head, { mediaType }) => looksLikeMessage(head, mediaType),
  async parse(received) {
    const letter = await parseMessage(received.bytes)
    const saved = readSaved(letter)
    const words = saved ? pageOf(letter.html ?? '', letter.subject) : wordsOf(letter)
    const about = saved ?? { metadata: statedIn(letter) }
    return {
      mediaType: MESSAGE,
      text: words.text,
      passages: words.passages,
      ...(about.retrievedAt === undefined ? {} : { retrievedAt: about.retrievedAt }),
      metadata: saved ? { ...about.metadata, ...words.metadata } : { ...words.metadata, ...about.metadata },
      warnings: [...letter.warnings, ...words.warnings, ...unread(letter)],
    }
  },
}

type Words = Pick<Parsed, 'text' | 'passages' | 'metadata' | 'warnings'>

const statedIn = ({ subject, from, date }: Letter): Metadata =>
  readStated({
    title: subject,
    authors: [from?.name || from?.address].flatMap((name) => name || []),
    published: date,
  })

/**
 * A page that a browser saved as a letter (MHTML): nobody wrote it to anybody, its date is the day of saving, and what
 * the page says of itself goes before what the browser wrote down.
 */
function readSaved({ from, date, subject, headers, html: page, pageLocation }: Letter): Saved | null {
  const snapshot = headers.find(({ key }) => key === 'snapshot-content-location')?.value
  const isSaved = snapshot !== undefined || /^<?saved by\b/i.test(from?.name || from?.address || '')
  if (!isSaved || page === undefined) return null
  const { url, published } = readStated({ url: readUrl([snapshot, pageLocation]), published: date })
  return {
    metadata: { ...readStated({ title: subject }), ...(url === undefined ? {} : { url }) },
    ...(published?.value.includes('T') ? { retrievedAt: published.value } : {}),
  }
}

interface Saved {
  metadata: Metadata
  retrievedAt?: string
}

/** How many times the words of the plain text the page has to have for that to be no more than a hint at it. */
const FULLER = 2

/** Most letters say the same twice; the plain words are the writer's, unless they only say that there is a page. */
function wordsOf({ text = '', html: page, subject }: Letter): Words {
  const titled = readStated({ title: subject }).title
  if (page !== undefined && (text.trim() === '' || page.length > FULLER * text.length)) {
    const words = pageOf(page, titled)
    if (countWords(articleIn(words)) > FULLER * countWords(text.replace(/https?:\/\/\S+/g, ''))) return words
  }
  const lines = text.replace(/\r\n/g, '\n').replace(/(?<!\n)\n+$/, '\n')
  return {
    text: titled === undefined ? lines : `${titled}\n\n${lines.replace(/^\n+/, '')}`,
    passages: [],
    metadata: {},
    warnings: [],
  }
}

function pageOf(page: string, subject: string | undefined): Words {
  const titled = subject === undefined ? page : `<title>${escapeText(subject)}</title>${page}`
  return html.parse({ bytes: Buffer.from(titled), origin: '', mediaType: 'text/html; charset=utf-8' })
}

const articleIn = ({ text, passages }: Words): string =>
  passages
    .filter(({ kind }) => kind !== 'furniture')
    .map(({ span }) => text.slice(...span))
    .join(' ')

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0

function unread({ attachments }: Letter): Warning[] {
  const names = attachments.filter((attachment) => !isRead(attachment)).map(nameOf)
  if (names.length === 0) return []
  const message = `not read, since pictures and the like have no text: ${names.slice(0, 10).join(', ')}${names.length > 10 ? ', ...' : ''}`
  return [{ code: 'attachment-not-read', message }]
}
