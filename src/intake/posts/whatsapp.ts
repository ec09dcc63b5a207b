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

/** What it writes where a picture was, or where words were. */
const NO_WORDS =
  /^\W*(?:<(?:attached|media omitted|medien ausgeschlossen)[^>]*>|(?:image|video|audio|sticker|GIF|document) omitted|this message was deleted|you deleted this message|null)\W*$|^\W*\S+\.\w{2,4} \(file attached\)\W*$|^\W*messages and calls are end-to-end encrypted\b/i

/** "10/03/2026", without the brackets. */
const DATE = /^\W{0,3}(\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))\b/

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
    const order = known.columns?.dates ?? dayOrderOf(lines.flatMap((line) => DATE.exec(line)?.[1] ?? []))
    if (order === null)
      limits.tell?.(
        origin,
        'its dates do not show whether the day or the month comes first; set it with --columns dates=dmy or dates=mdy',
      )
    // Where nothing shows it, the parser takes the order in which the messages lie closer together; that is no certainty.
    const messages = parseString(lines.join('\n'), order === null ? {} : { daysFirst: order === 'dmy' })
    for (const [index, { author, date, message }] of messages.entries()) {
      if (author === null || NO_WORDS.test(message)) continue
      const words = message.replace(/[\u200e\u200f]/g, '').replace(/\s*<This message was edited>\s*$/, '')
      yield postPart(`message ${index + 1}`, {
        text: words,
        account: author,
        author,
        date: order === null ? inNumbers(date) : localDate(date),
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
