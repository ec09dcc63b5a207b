import { describe, expect, test } from 'vitest'
import { randomFrom } from '../../testing/invented-news.ts'
import { type MadeFolder, makeCompoundFile } from '../../testing/make-compound-file.ts'
import { openAll } from '../../testing/open-all.ts'
import { unpackRtf } from './compressed-rtf.ts'

const words = (text: string) => Buffer.from(text, 'utf16le')

/** @param fixed number and type, with its eight bytes */
function table(header: number, fixed: Readonly<Record<number, bigint>>): Buffer {
  const rows = Object.entries(fixed).map(([tag, value]) => {
    const row = Buffer.alloc(16)
    row.writeUInt32LE(Number(tag), 0)
    row.writeBigUInt64LE(value, 8)
    return row
  })
  return Buffer.concat([Buffer.alloc(header), ...rows])
}

/** 4 May 2021, 16:05 UTC, in tenths of microseconds since 1601. */
const SENT = { '3735616': (BigInt(Date.UTC(2021, 4, 4, 16, 5)) + 11_644_473_600_000n) * 10_000n }
const HEAD: MadeFolder = {
  '__nameid_version1.0': {},
  '__properties_version1.0': table(32, SENT),
  '__substg1.0_0037001F': words('Bridge at Zerin closed'),
  '__substg1.0_0C1A001F': words('Jana Kolár'),
}
const BODY = 'The mayor said on Tuesday that the bridge was closed.\r\n\r\nNobody was hurt.\r\n'
const TEXT = 'Bridge at Zerin closed\n\nThe mayor said on Tuesday that the bridge was closed.\n\nNobody was hurt.\n'
const METADATA = {
  title: 'Bridge at Zerin closed',
  bylines: ['Jana Kolár'],
  published: { value: '2021-05-04T16:05:00Z', basis: 'metadata' },
}
/** As Outlook packs it: every character by itself. */
function packed(rtf: string): Buffer {
  const body: number[] = []
  for (let from = 0; from < rtf.length; from += 8) body.push(0, ...Buffer.from(rtf.slice(from, from + 8), 'latin1'))
  const header = Buffer.alloc(16)
  header.writeUInt32LE(body.length + 12, 0)
  header.writeUInt32LE(rtf.length, 4)
  header.writeUInt32LE(0x75465a4c, 8)
  return Buffer.concat([header, Buffer.from(body)])
}

describe('a letter of Outlook', () => {
  test.each<[why: string, more: MadeFolder, text: string]>([
    ['plain words', { '__substg1.0_1000001F': words(BODY) }, TEXT],
    [
      'words of an older Outlook, in windows-1252',
      { '__substg1.0_1000001E': Buffer.from('\x93Closed,\x94 he said.', 'latin1') },
      'Bridge at Zerin closed\n\n“Closed,” he said.',
    ],
    [
      'a page',
      {
        '__substg1.0_10130102': Buffer.from(
          '<html><body><p>The mayor said on Tuesday that the bridge was closed.</p></body></html>',
        ),
      },
      'Bridge at Zerin closed\n\nThe mayor said on Tuesday that the bridge was closed.',
    ],
    [
      'rich text alone',
      { '__substg1.0_10090102': packed('{\\rtf1\\ansi\\pard The bridge was closed.\\par Nobody was hurt.\\par}') },
      'Bridge at Zerin closed\n\nThe bridge was closed.\n\nNobody was hurt.',
    ],
    [
      'long words, in sectors of their own',
      { '__substg1.0_1000001F': words('x '.repeat(5000)) },
      `Bridge at Zerin closed\n\n${'x '.repeat(5000)}`,
    ],
  ])('%s', async (_, more, text) => {
    const { documents, failures } = await openAll('a.msg', makeCompoundFile({ ...HEAD, ...more }))
    expect(failures).toEqual([])
    expect(documents).toMatchObject([{ text, metadata: METADATA, mediaType: 'application/vnd.ms-outlook' }])
  })

  test('its attachments are documents of their own; pictures are named', async () => {
    const attachment = (name: string, content: Uint8Array): MadeFolder => ({
      '__properties_version1.0': table(8, {}),
      '__substg1.0_3707001F': words(name),
      '__substg1.0_37010102': content,
    })
    const { documents, failures } = await openAll(
      'a.msg',
      makeCompoundFile({
        ...HEAD,
        '__substg1.0_1000001F': words(BODY),
        '__attach_version1.0_#00000000': attachment('../note.txt', Buffer.from('The council denied it.')),
        '__attach_version1.0_#00000001': attachment('bridge.png', Buffer.from('x')),
        '__attach_version1.0_#00000002': { '__properties_version1.0': table(8, {}), '__substg1.0_3701000D': HEAD },
      }),
    )
    expect(documents.map(({ origin, text }) => [origin, text])).toEqual([
      ['a.msg', TEXT],
      ['a.msg#note.txt', 'The council denied it.'],
    ])
    expect(documents[0].warnings.map(({ message }) => message)).toEqual([
      'not read, since pictures and the like have no text: bridge.png',
    ])
    expect(failures).toEqual([
      'a.msg#attachment! this is a letter inside the letter; save it as a file of its own to have it read',
    ])
  })
})

describe('made to do harm', () => {
  const whole = makeCompoundFile({ ...HEAD, '__substg1.0_1000001F': words('x '.repeat(5000)) })

  test('chains of sectors and folders that lead back to themselves, at any place', async () => {
    for (let at = 512; at < whole.length; at += 4) {
      if (whole.readUInt32LE(at) >= 0xfffffff0 || whole.readUInt32LE(at) > 200) continue
      const bytes = Buffer.from(whole)
      bytes.writeUInt32LE(at % 512 === 0 ? 0 : Math.max(0, bytes.readUInt32LE(at) - 1), at)
      await openAll('a.msg', bytes)
    }
  })

  test('damaged at random', async () => {
    const random = randomFrom(7)
    for (let round = 0; round < 400; round++) {
      const bytes = Buffer.from(whole)
      for (let count = 0; count < 10; count++)
        bytes[Math.floor(random() * (random() < 0.5 ? 700 : bytes.length))] = Math.floor(random() * 256)
      await openAll('a.msg', bytes.subarray(0, random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length))
    }
  })

  test('rich text that says it unpacks to gigabytes', () => {
    const header = Buffer.alloc(32)
    header.writeUInt32LE(0xffffffff, 4)
    header.writeUInt32LE(0x75465a4c, 8)
    expect(unpackRtf(header)).toBeNull()
  })

  test('another compound file is refused by its name', async () => {
    expect((await openAll('a.doc', makeCompoundFile({ WordDocument: Buffer.from('x') }))).failures).toEqual([
      'a.doc! this is an old Office file, which cannot be read; open it in LibreOffice or Word and save it as ODT, DOCX or XLSX',
    ])
  })
})
