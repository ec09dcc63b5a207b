// A letter as Outlook saves it (MSG) -> its subject and its words, with who wrote it and when; what is attached is read by itself.

import { escapeText } from 'entities'
import type { Warning } from '../../types.ts'
import { UserError } from '../../user-error.ts'
import type { Container, Part } from '../container.ts'
import type { Format, Parsed } from '../format.ts'
import { html } from '../html/html.ts'
import { readAll } from '../io/read-all.ts'
import { readStated } from '../metadata.ts'
import { readRtf } from '../office/rtf.ts'
import { type Folder, isCompoundFile, openCompoundFile } from './compound-file.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { type Properties, propertiesOf } from './msg-properties.ts'

const MSG = 'application/vnd.ms-outlook'

/** Numbers of properties, as Microsoft has them (MS-OXPROPS). */
const SUBJECT = 0x0037
const HEADERS = 0x007d
const SENT = 0x0039
const RECEIVED = 0x0e06
const SENDER = 0x0c1a
const AUTHOR = 0x0042
const ADDRESS = 0x5d01
const BODY = 0x1000
const PACKED_RTF = 0x1009
const PAGE = 0x1013
const CONTENT = 0x3701
const LONG_NAME = 0x3707
const SHORT_NAME = 0x3704
const MEDIA_TYPE = 0x370e

const ATTACHMENT = '__attach_version1.0_'

/** Words that its directory holds, wherever in the file that is. */
const MARK = Buffer.from('__substg1.0_', 'utf16le')
const isMessage = (bytes: Uint8Array): boolean =>
  isCompoundFile(bytes) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(MARK)

export const msg: Format = {
  name: 'Outlook message',
  binary: true,
  matches: (_, { bytes }) => isMessage(bytes),
  parse({ bytes }) {
    const message = openCompoundFile(bytes)
    const properties = propertiesOf(message, 32)
    const stated = readStated({
      title: properties.words(SUBJECT),
      authors: [properties.words(SENDER) ?? properties.words(AUTHOR) ?? properties.words(ADDRESS)].flatMap(
        (name) => name ?? [],
      ),
      published:
        properties.time(SENT) ??
        properties.time(RECEIVED) ??
        /^date:\s*(.+)$/im.exec(properties.words(HEADERS) ?? '')?.[1],
    })
    const words = wordsOf(properties, stated.title)
    return {
      mediaType: MSG,
      text: words.text,
      passages: words.passages,
      metadata: { ...words.metadata, ...stated },
      warnings: [...words.warnings, ...unread(message)],
    }
  },
}

type Words = Pick<Parsed, 'text' | 'passages' | 'metadata' | 'warnings'>

/** Plain words, else the page, else what both were made of. */
function wordsOf(properties: Properties, subject: string | undefined): Words {
  const body = properties.words(BODY)
  if (body !== undefined && body.trim() !== '') return plainWords(body, subject)
  const page = properties.bytes(PAGE)
  if (page !== undefined) {
    const title = subject === undefined ? [] : [Buffer.from(`<title>${escapeText(subject)}</title>`)]
    return html.parse({
      bytes: Buffer.concat([...title, page]),
      origin: '',
      mediaType: `text/html; charset=${properties.encoding}`,
    })
  }
  const rtf = unpackRtf(properties.bytes(PACKED_RTF) ?? new Uint8Array(0))
  return rtf === null ? plainWords('', subject) : plainWords(readRtf(rtf).text, subject)
}

function plainWords(body: string, subject: string | undefined): Words {
  const lines = body.replace(/\r\n?/g, '\n').replace(/(?<!\n)\n+$/, '\n')
  return {
    text: subject === undefined ? lines : `${subject}\n\n${lines.replace(/^\n+/, '')}`,
    passages: [],
    metadata: {},
    warnings: [],
  }
}

interface Attachment {
  name: string
  mediaType: string
  /** Undefined of a letter in the letter, and of what only points to a file. */
  content: Uint8Array | undefined
}

function attachmentsOf({ folders }: Folder): Attachment[] {
  return folders
    .filter(({ name }) => name.startsWith(ATTACHMENT))
    .map((folder) => {
      const properties = propertiesOf(folder, 8)
      const name = (properties.words(LONG_NAME) ?? properties.words(SHORT_NAME) ?? 'attachment').replace(
        /^.*[/\\]/s,
        '',
      )
      return {
        name: name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim() || 'attachment',
        mediaType: properties.words(MEDIA_TYPE) ?? '',
        content: properties.bytes(CONTENT),
      }
    })
}

const NO_WORDS =
  /^(?:image|audio|video|font)\/|^text\/(?:calendar|css|javascript|(?:x-)?vcard)$|signature$|pkcs7|pgp-|ms-tnef$/
const NO_WORDS_BY_NAME = /\.(?:png|jpe?g|gif|bmp|tiff?|emz|wmz|wmf|emf|mp[34]|wav|ico|vcf|ics|p7s)$/i

const isRead = ({ name, mediaType }: Attachment): boolean => !NO_WORDS.test(mediaType) && !NO_WORDS_BY_NAME.test(name)

function unread(message: Folder): Warning[] {
  const names = attachmentsOf(message)
    .filter((attachment) => !isRead(attachment))
    .map(({ name }) => name)
  if (names.length === 0) return []
  const shown = `${names.slice(0, 10).join(', ')}${names.length > 10 ? ', ...' : ''}`
  return [{ code: 'attachment-not-read', message: `not read, since pictures and the like have no text: ${shown}` }]
}

/** Also for what is another kind of compound file: it is itself, and refused by its name. */
export const msgWithAttachments: Container = {
  name: 'an Outlook message',
  matches: (_, { head }) => isCompoundFile(head),
  async *parts({ chunks, size }, { maxSize }) {
    const bytes = await readAll(chunks, maxSize, size)
    yield { itself: bytes }
    if (!isMessage(bytes)) return
    for (const attachment of attachmentsIn(bytes)) yield partOf(attachment)
  },
}

/** What cannot be taken apart is told of the letter itself. */
function attachmentsIn(bytes: Uint8Array): Attachment[] {
  try {
    return attachmentsOf(openCompoundFile(bytes)).filter(isRead)
  } catch (error) {
    if (error instanceof UserError) return []
    throw error
  }
}

function partOf({ name, mediaType, content }: Attachment): Part {
  if (content === undefined)
    return {
      name,
      failure: new UserError('this is a letter inside the letter; save it as a file of its own to have it read'),
    }
  const known = mediaType === '' || mediaType === 'application/octet-stream' ? {} : { mediaType }
  return { name, content, known }
}
