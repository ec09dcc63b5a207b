// A chat as WhatsApp exports it -> each message a report of its own, by whatsapp-chat-parser.

import { parseString } from 'whatsapp-chat-parser'
import type { Container } from '../container.ts'
import { readText } from '../io/read-text.ts'
import { dayOrderOf } from '../table/cell-date.ts'
import { charsetOf } from '../text/charset.ts'
import { postPart } from './post.ts'

/** "[10/03/2026, 08:15:02] Ivo Lang: ...", as on iPhones; "10.03.26, 08:15 - Ivo Lang: ...", as on Android. */
const LINE =
  /^(?:\xe2\x80[\x8e\x8f])?(?:\[\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{2,4},? [^\]\n]{4,20}\] |\d{1,4}[-/.] ?\d{1,2}[-/.] ?\d{2,4},? \d{1,2}[:.]\d{2}[^-\n]{0,12} - )\S/
const MIN_LINES = 2

/** What it writes where a picture was, or where words were: on iPhones after a mark of direction, on Android in angle brackets, in any language. */
const NO_WORDS =
  /^\u200e[^\n]{0,200}$|^\W*<[^<>\n]{3,80}>\W*$|^\W*(?:(?:image|video|audio|sticker|GIF|document) omitted|this message was deleted|you deleted this message|null)\W*$|^\W*messages and calls are end-to-end encrypted\b/i

/** "IMG-20260310-WA0001.jpg (file attached)", before the words that go with the picture. */
const FILE_LINE = /^\W{0,3}\S{1,100}\.\w{2,5} \([^()\n]{3,40}\)(?:\n|$)/
/** "<This message was edited>", "<attached: 00000001-PHOTO.jpg>", after the words. */
const IN_BRACKETS = /(?<!\s)\s*\u200e?<[^<>\n]{5,80}>\s*$/

/** "10/03/2026", without the brackets. */
const DATE = /^\W{0,3}(\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))\b/

/** "[2026-03-10, 08:15:02]": there is no doubt about the order. */
const YEAR_FIRST = /^\W{0,3}\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\b/

/** One message of more is no chat; the parser's patterns take long on lines without an end. */
const MAX_LINE = 65_536

export const whatsapp: Container = {
  name: 'a WhatsApp export',
  matches(head) {
    const lines = head.replace(/^\xef\xbb\xbf/, '').split(/\r?\n/)
    return LINE.test(lines[0]) && (lines.filter((line) => LINE.test(line)).length >= MIN_LINES || lines.length <= 2)
  },
  async *parts(source, limits) {
    const { known, origin } = source
    const text = await readText(source, limits, charsetOf(known.mediaType))
    const lines = text
      .replace(/\u202f/g, ' ')
      .split(/\r?\n/)
      .map((line) => line.slice(0, MAX_LINE))
    const yearFirst = YEAR_FIRST.test(lines[0])
    const order = known.columns?.dates ?? dayOrderOf(lines.flatMap((line) => DATE.exec(line)?.[1] ?? []))
    const isUnsure = order === null && !yearFirst
    if (isUnsure)
      limits.tell?.(
        origin,
        'its dates do not show whether the day or the month comes first; set it with --columns dates=dmy or dates=mdy',
      )
    // Where nothing shows it, the parser takes the order in which the messages lie closer together; that is no certainty.
    const messages = parseString(lines.join('\n'), order === null ? {} : { daysFirst: order === 'dmy' })
    for (const [index, { author, date, message }] of messages.entries()) {
      if (author === null || NO_WORDS.test(message)) continue
      const words = message
        .replace(FILE_LINE, '')
        .replace(IN_BRACKETS, '')
        .replace(/[\u200e\u200f]/g, '')
      if (words.trim() === '') continue
      // "~ Ada": a name that the sender chose, not one from the owner's contacts.
      const sender = author.replace(/^~\s*/, '')
      yield postPart(`message ${index + 1}`, {
        text: words,
        account: sender,
        author: sender,
        date: isUnsure ? inNumbers(date) : localDate(date),
      })
    }
  },
}

/** Left as unclear as it is, for a warning that says so. */
const inNumbers = (date: Date): string => `${date.getDate()}/${date.getMonth() + 1}/${date.getFullYear()}`

/** The parser sets the phone's clock by the zone of this machine; which zone it was, the export does not say. */
function localDate(date: Date): string | undefined {
  if (Number.isNaN(date.getTime())) return undefined
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${two(date.getHours())}:${two(date.getMinutes())}`
}
