import { describe, expect, test } from 'vitest'
import { withHeadersInUtf8 } from './headers-in-utf8.ts'

const bytes = (text: string, encoding: BufferEncoding = 'latin1') => Buffer.from(text, encoding)
const read = (letter: Uint8Array): string => Buffer.from(withHeadersInUtf8(letter)).toString('utf8')
const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString('base64')}?=`

describe('what a program wrote into headers is UTF-8 afterwards', () => {
  test.each<[string, string, string]>([
    [
      'Subject: \x93No\x94 says Zo\xeb\r\n\r\nx',
      'Subject: “No” says Zoë\r\n\r\nx',
      'raw bytes of an encoding that nobody states',
    ],
    [
      'Content-Type: text/plain;\r\n charset="windows-1250"\r\nFrom: Ji\xf8\xed\r\n\r\nx',
      'Content-Type: text/plain;\r\n charset="windows-1250"\r\nFrom: Jiří\r\n\r\nx',
      'raw bytes of the encoding that the letter states',
    ],
    ['Subject: =?windows-1252?Q?=93A_bridge=94?=\n\nx', `Subject: ${word('“A bridge”')}\n\nx`, 'a word that states it'],
    [
      'Subject: =?ISO-8859-1?B?k05vlA==?=\n\nx',
      `Subject: ${word('“No”')}\n\nx`,
      'ISO 8859-1, by which windows-1252 is meant',
    ],
    [
      'From: =?iso-8859-2*pl?q?=A3=F3d=BC?= <a@b.example>\n\nx',
      `From: ${word('Łódź')} <a@b.example>\n\nx`,
      'with a language',
    ],
  ])('%j', (letter, expected) => {
    expect(read(bytes(letter))).toBe(expected)
  })

  test.each<[string, string]>([
    ['Subject: Plain\r\n\r\n\x93x\x94', 'the body is not touched'],
    ['Subject: =?utf-8?Q?=E2=80=9CNo=E2=80=9D?=\n\nx', 'UTF-8 already'],
    ['Subject: =?iso-2022-jp?B?GyRCRWw1fhsoQg==?=\n\nx', 'characters that may run over several words'],
    ['Subject: s\n\n=?windows-1252?Q?=93A=94?=', 'such a word in the body'],
  ])('%j is left as it is: %s', (letter) => {
    expect(Buffer.from(withHeadersInUtf8(bytes(letter))).equals(bytes(letter))).toBe(true)
  })
})
