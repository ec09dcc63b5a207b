import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { encodeAs } from '../../testing/encode-as.ts'
import { tellAll, unpackAll } from '../../testing/unpack-all.ts'
import { openDocument } from '../document.ts'
import { looksLikeMbox, looksLikeMessage } from './message-sniff.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const letter = (...lines: string[]) => Buffer.from(lines.join('\r\n'))
const HEADERS = ['From: Desk <desk@paper.example>', 'Date: Wed, 5 May 2021 10:00:00 +0200', 'Message-ID: <1@p.example>']
const open = (bytes: Uint8Array) => openDocument({ bytes, origin: 'a.eml' })

describe('a letter that Python wrote', () => {
  test('its words, who wrote it and when; what is attached, each by itself', async () => {
    expect(await tellAll('a.eml', fixture('python-email.eml'))).toEqual([
      expect.stringMatching(
        /^a\.eml: Bridge at Zerin closed after flood — update ZERIN .*“Nobody may cross it,” .*a month\.$/,
      ),
      'a.eml#council note.txt: The council of Zerin said in a note that two piers had cracked.',
      'a.eml#message.rfc822: Fwd: dam The operator said that the dam held.',
    ])
  })

  test('its metadata, and a word on the picture', async () => {
    const { mediaType, metadata, warnings } = await open(fixture('python-email.eml'))
    expect(mediaType).toBe('message/rfc822')
    expect(metadata).toEqual({
      title: 'Bridge at Zerin closed after flood — update',
      bylines: ['Jana Kolář'],
      published: { value: '2021-05-04T16:05:00Z', basis: 'metadata' },
    })
    expect(warnings).toEqual([
      { code: 'attachment-not-read', message: 'not read, since pictures and the like have no text: bridge.png' },
    ])
  })
})

test('a page sent as a letter is read as a page', async () => {
  const { text, passages } = await open(
    letter(
      ...HEADERS,
      'Subject: The dam',
      'MIME-Version: 1.0',
      'Content-Type: text/html; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      '<html><body><h1>The dam</h1><p>The minister said=20that the dam=E2=80=94the old one=E2=80=94held.</p></body></html>',
    ),
  )
  expect(text).toBe('The dam\n\nThe minister said that the dam—the old one—held.')
  expect(passages[0].kind).toBe('title')
})

describe('the words are read by our own decoder, in whatever encoding the letter states', () => {
  const WORDS = '“The quay is shut – for £9 million’s worth of repairs,” said Zoë Hart.'
  const send = (contentType: string, transfer: string, body: string | Uint8Array) =>
    open(
      Buffer.concat([
        letter(...HEADERS, 'Subject: Quay', 'MIME-Version: 1.0', `Content-Type: ${contentType}`, transfer, '', ''),
        Buffer.from(body),
      ]),
    )
  const raw = encodeAs('windows-1252', WORDS)
  const quoted = [...raw].map((byte) => `=${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('=\r\n')

  test.each<[string, string, string | Uint8Array]>([
    ['text/plain; charset=windows-1252', 'Content-Transfer-Encoding: 8bit', raw],
    ['text/plain; charset="ISO-8859-1"', 'Content-Transfer-Encoding: 8bit', raw],
    ['text/plain', 'Content-Transfer-Encoding: 8bit', raw],
    ['text/plain; charset=Windows-1252', 'Content-Transfer-Encoding: quoted-printable', quoted],
    ['text/plain; charset=cp1252', 'Content-Transfer-Encoding: base64', Buffer.from(raw).toString('base64')],
    ['text/plain; charset=utf-8', 'Content-Transfer-Encoding: 8bit', WORDS],
    ['text/html; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit', encodeAs('windows-1252', `<p>${WORDS}</p>`)],
    [
      'text/html',
      'Content-Transfer-Encoding: 8bit',
      encodeAs('windows-1252', `<meta charset=windows-1252><p>${WORDS}</p>`),
    ],
  ])('%s, %s', async (contentType, transfer, body) => {
    const { text } = await send(contentType, transfer, body)
    expect(text.trim()).toBe(`Quay\n\n${WORDS}`)
  })

  test('lines that flow are joined after that', async () => {
    const { text } = await send(
      'text/plain; charset=iso-8859-1; format=flowed',
      'Content-Transfer-Encoding: 8bit',
      encodeAs('windows-1252', 'The mayor’s \r\noffice said no.\r\n'),
    )
    expect(text).toBe('Quay\n\nThe mayor’s office said no.\n')
  })

  test('a subject and a name in raw bytes, and a word on what was guessed', async () => {
    const { metadata, warnings } = await open(
      Buffer.from(
        'From: Zo\xeb <z@p.example>\nMessage-ID: <1@p.example>\nDate: Wed, 5 May 2021 10:00:00 +0200\nSubject: \x93No\x94\n\nThe caf\xe9 is shut.\n',
        'latin1',
      ),
    )
    expect(metadata).toMatchObject({ title: '“No”', bylines: ['Zoë'] })
    expect(warnings).toMatchObject([{ code: 'guessed-encoding' }])
  })
})

describe('a letter with a page beside its plain words', () => {
  const both = (plain: string, page: string) =>
    open(
      letter(
        ...HEADERS,
        'Subject: Quay',
        'MIME-Version: 1.0',
        'Content-Type: multipart/alternative; boundary=b',
        '',
        '--b',
        'Content-Type: text/plain; charset=utf-8',
        '',
        plain,
        '--b',
        'Content-Type: text/html; charset=utf-8',
        '',
        page,
        '--b--',
      ),
    )
  const REPORT =
    'The harbour master said on Monday that the quay would stay shut until the cracks in its wall were filled.'
  const PAGE = `<table><tr><td><a href="x">Trouble viewing this? Open it online</a></td></tr><tr><td><p>${REPORT}</p><p>A union of dockers denied that its men had been paid.</p></td></tr></table>`

  test.each<[string, string]>([
    [
      'Trouble viewing this? Open it online: https://paper.example/letters/a-very-long-address/of/an/issue',
      'an address',
    ],
    ['Your program shows no pages. Please get one that does.', 'an excuse'],
    ['', 'nothing'],
  ])('%s: the page is read', async (plain) => {
    const { text } = await both(plain, PAGE)
    expect(text).toContain(REPORT)
    expect(text).not.toContain('Your program')
  })

  test('the plain words are read where they say as much', async () => {
    const { text } = await both(`${REPORT} That is all he said.`, PAGE)
    expect(text).toContain('That is all he said.')
    expect(text).not.toContain('dockers')
  })
})

describe('a page that a browser saved as a letter', () => {
  const saved = (headers: readonly string[], partHeaders: readonly string[], head = '') =>
    open(
      letter(
        ...headers,
        'Subject: Quay shut',
        'Date: Wed, 5 May 2021 10:00:00 +0200',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related; type="text/html"; boundary=b',
        '',
        '--b',
        'Content-Type: text/html; charset=utf-8',
        ...partHeaders,
        '',
        `<html><head><title>Quay shut</title>${head}</head><body><h1>Quay shut</h1><p>The quay is shut, the harbour master said.</p></body></html>`,
        '--b--',
      ),
    )

  test('by Chromium: nobody wrote it, and it was not published when it was saved', async () => {
    const { metadata, retrievedAt } = await saved(
      ['From: <Saved by Blink>', 'Snapshot-Content-Location: https://paper.example/quay'],
      [],
    )
    expect(metadata).toEqual({ title: 'Quay shut', url: 'https://paper.example/quay' })
    expect(retrievedAt).toBe('2021-05-05T08:00:00Z')
  })

  test('by Internet Explorer: the address is that of the part', async () => {
    const { metadata } = await saved(
      ['From: "Saved by Internet Explorer 11"'],
      ['Content-Location: https://paper.example/quay'],
    )
    expect(metadata).toEqual({ title: 'Quay shut', url: 'https://paper.example/quay' })
  })

  test('what the page says of itself goes first', async () => {
    const { metadata } = await saved(
      ['From: <Saved by Blink>', 'Snapshot-Content-Location: http://localhost/x'],
      [],
      '<link rel="canonical" href="https://paper.example/quay"><meta name="author" content="Zoë Hart">',
    )
    expect(metadata).toEqual({ title: 'Quay shut', url: 'https://paper.example/quay', bylines: ['Zoë Hart'] })
  })

  test('a letter from somebody is a letter', async () => {
    const { metadata } = await saved(['From: Sava Bykov <s@p.example>', 'Message-ID: <1@p.example>'], [])
    expect(metadata).toMatchObject({ bylines: ['Sava Bykov'], published: { value: '2021-05-05T08:00:00Z' } })
  })
})

describe('what is sent to do harm', () => {
  test('a header that would add others is one line', async () => {
    const { metadata, text } = await open(
      letter(
        'From: =?utf-8?Q?A=0D=0ABcc:_b@c.example?= <a@b.example>',
        'Date: x',
        'Message-ID: <1@p.example>',
        'Subject: =?utf-8?Q?One=0D=0ATwo:=20three=00=1B[31m?=',
        '',
        'He said so.',
      ),
    )
    expect(JSON.stringify([metadata.title, metadata.bylines])).not.toMatch(/\\r|\\n/)
    expect(text).toMatch(/^One Two: three.*\n\nHe said so\.\n$/)
    expect(metadata.published).toBeUndefined()
  })

  test('a name with folders in it is only a name', async () => {
    const parts = [
      '--b',
      'Content-Type: text/plain',
      '',
      'He said so.',
      '--b',
      'Content-Type: text/plain',
      'Content-Disposition: attachment; filename="../../etc/pass\twd"',
      '',
      'Root.',
      '--b--',
      '',
    ]
    const bytes = letter(...HEADERS, 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary=b', '', ...parts)
    expect((await unpackAll('a.eml', bytes)).map(({ place }) => place)).toEqual(['a.eml', 'a.eml#pass wd'])
  })

  test.each<[string, Buffer, RegExp]>([
    [
      'parts in parts in parts',
      letter(
        ...HEADERS,
        ...Array.from({ length: 3000 }, (_, i) => [
          `Content-Type: multipart/mixed; boundary=b${i}`,
          '',
          `--b${i}`,
        ]).flat(),
        '',
        'x',
      ),
      /! the message cannot be parsed \(/,
    ],
    [
      'headers without end',
      letter(
        ...HEADERS,
        'Subject: x',
        ...Array.from({ length: 100_000 }, (_, i) => `X-Header-${i}: ${'x'.repeat(30)}`),
        '',
        'x',
      ),
      /! the message cannot be parsed \(/,
    ],
    ['no words', letter(...HEADERS, 'Subject: ', '', ''), /! there is no text in it$/],
  ])('%s', async (_, bytes, line) => {
    const lines = await tellAll('a.eml', bytes)
    expect(lines).toEqual([expect.stringMatching(line)])
  })

  test('letters in letters in letters end', async () => {
    let bytes = letter(...HEADERS, 'Subject: in', '', 'Innermost.')
    for (let depth = 0; depth < 30; depth++)
      bytes = letter(
        ...HEADERS,
        'MIME-Version: 1.0',
        `Content-Type: multipart/mixed; boundary=b${depth}.`,
        '',
        `--b${depth}.`,
        '',
        'Words.',
        `--b${depth}.`,
        'Content-Type: message/rfc822',
        '',
        bytes.toString(),
        `--b${depth}.--`,
      )
    const lines = await tellAll('a.eml', bytes)
    expect(lines.length).toBeLessThan(8)
    expect(lines.at(-1)).toMatch(/! this is a letter inside 5 others; it is not opened$/)
  })
})

describe('a mailbox', () => {
  test('that Python wrote: its letters, ">From" as it was', async () => {
    expect(await tellAll('m.mbox', fixture('python-mailbox.mbox'))).toEqual([
      'm.mbox#1: One The army said that it had left. From the hills, shots were heard, a doctor said.',
      'm.mbox#2: Two The army denied that it had shot at anybody.',
      'm.mbox#3: Three A third letter said nothing new.',
    ])
  })

  test('a letter over the limit costs itself alone', async () => {
    const box = (words: string) =>
      `From a@b.example Wed May  5 10:00:00 2021\n${HEADERS.join('\n')}\nSubject: s\n\n${words}\n\n`
    const bytes = Buffer.from([box('One.'), box('x'.repeat(3000)), box('Three.')].join(''))
    expect(await tellAll('m.mbox', bytes, 1000)).toEqual([
      'm.mbox#1: s One.',
      expect.stringMatching(/^m\.mbox#2! a letter of 3\.\d kB is over the limit of 1 kB/),
      'm.mbox#3: s Three.',
    ])
  })
})

describe('what is mail', () => {
  test.each<[string, boolean, string]>([
    ['From: a\r\nDate: b\r\nMessage-ID: c\r\n\r\nd', true, 'headers by a program'],
    ['Return-Path: <a>\nReceived: from x\n\tby y\nSubject: s\n\nd', true, 'folded'],
    ['MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\nd', true, 'a page that Word saved'],
    ['Content-Type: text/html\nMIME-Version: 1.0\n\nd', false, 'a letter of nobody'],
    ['From: The editor\nDate: 3 May\nSubject: The bridge\n\nd', false, 'what people write atop a text'],
    ['MINISTER: We will go.\nARMY: We stay.\nFrom: x\n\n', false, 'a transcript'],
    ['From: a\nMessage-ID: b\nDate: c\nThe bridge is closed.', false, 'words straight after'],
  ])('%j', (head, expected) => {
    expect(looksLikeMessage(head, undefined)).toBe(expected)
  })

  test('a text that begins with "From" is no mailbox', () => {
    expect(looksLikeMbox('From a@b.example Thu Jan  1 00:00:01 2015\nReturn-Path: x')).toBe(true)
    expect(looksLikeMbox('From the hills at 10:30 they came.\nThe army said: no.')).toBe(false)
    expect(looksLikeMbox('From the hills, at dawn\nNote: x')).toBe(false)
  })
})
