// The bytes of a letter -> the same with its headers in UTF-8, whatever its writer's program put there: raw bytes of another encoding, or words that name theirs.

import { decode } from '../text/decode.ts'
import { latin1 } from '../text/latin1.ts'

/** Up to and with the line end before the empty line. */
const END = /\r?\n\r?\n/
const MAX_HEADERS = 2_000_000
/** "=?windows-1252?Q?=93No=94?=", of encodings with a byte for each character: such words can be read one by one. */
const WORD =
  /=\?((?:windows|cp|iso-?8859|iso_8859|x-cp|koi8|latin|us-ascii|ascii)[^?*\s]*)(?:\*[^?\s]*)?\?([QB])\?([^?]*)\?=/gi

export function withHeadersInUtf8(bytes: Uint8Array): Uint8Array {
  const head = latin1(bytes.subarray(0, MAX_HEADERS)).split(END, 1)[0]
  const isAscii = /^\p{ASCII}*$/u.test(head)
  if (isAscii && !WORD.test(head)) return bytes
  const [type = ''] = /^content-type:.*(?:\r?\n[ \t].*)*/im.exec(head) ?? []
  const [, charset] = /charset\s*=\s*"?([\w.:-]+)/i.exec(type) ?? []
  const text = isAscii ? head : decode(bytes.subarray(0, head.length), charset?.toLowerCase()).text
  const mended = text.replace(WORD, (_, charset: string, form: string, content: string) => {
    const words = decode(
      form.toUpperCase() === 'B' ? Buffer.from(content, 'base64') : unquoted(content),
      charset.toLowerCase(),
    )
    return `=?utf-8?B?${Buffer.from(words.text).toString('base64')}?=`
  })
  return Buffer.concat([Buffer.from(mended), bytes.subarray(head.length)])
}

/** "=93No=94_", "caf=E9" -> bytes. */
const unquoted = (content: string): Uint8Array =>
  Buffer.from(
    content
      .replaceAll('_', ' ')
      .replace(/=([0-9A-F]{2})/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16))),
    'latin1',
  )
