// Formats that need few words: each in a small file of its own, with what looks like it and is not.

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../testing/make-zip.ts'
import { openAll } from '../testing/open-all.ts'

const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const SRT =
  '1\r\n00:00:01,000 --> 00:00:04,200\r\n<i>The mayor said that the bridge</i>\r\nwas closed.\r\n\r\n2\r\n00:00:04,400 --> 00:00:06,000\r\nThe council denied\r\n\r\n3\r\n00:00:06,000 --> 00:00:08,000\r\nthat it had known.\r\n\r\n4\r\n00:00:14,000 --> 00:00:15,000\r\n- Who says so?\r\n'
const VTT =
  'WEBVTT - talk\n\nNOTE by hand\n\nintro\n00:01.000 --> 00:04.200 align:start\n<v Jana Kolar>The mayor said &amp; wrote\n\n00:04.400 --> 00:06.000\n<v Jana Kolar>that it <c.yellow>was</c> closed.\n\n01:00:06.000 --> 01:00:07.000\n<v Orlic>No.\n'

describe('subtitles', () => {
  test.each<[name: string, content: string, text: string, at: string[]]>([
    [
      'a.srt',
      SRT,
      'The mayor said that the bridge was closed. The council denied that it had known.\n\nWho says so?',
      ['00:00:01', '00:00:04', '00:00:06', '00:00:14'],
    ],
    [
      'a.vtt',
      VTT,
      'Jana Kolar: The mayor said & wrote that it was closed.\n\nOrlic: No.',
      ['00:00:01', '00:00:04', '01:00:06'],
    ],
    [
      'numberless.srt',
      '00:00:01,000 --> 00:00:02,000\nThe mayor said\n\n00:00:02,000 --> 00:00:03,000\nthat it was closed.\n',
      'The mayor said that it was closed.',
      ['00:00:01', '00:00:02'],
    ],
    [
      'dialogue.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n[THUNDER]\n\n2\n00:00:02,000 --> 00:00:03,000\n- Who says so?\n- The mayor.\n\n3\n00:00:03,000 --> 00:00:04,000\nJANA KOLAR: The bridge\n- it is old -\nis closed.\n',
      'Who says so?\n\nThe mayor.\n\nJANA KOLAR: The bridge - it is old - is closed.',
      ['00:00:02', '00:00:02', '00:00:03'],
    ],
    [
      'rolling.vtt',
      'WEBVTT\n\n00:00.000 --> 00:02.000\nthe<00:00:00.500><c> mayor</c>\n\n00:02.000 --> 00:02.010\nthe mayor\n\n00:02.010 --> 00:04.000\nthe mayor\nsaid<00:00:03.000><c> so</c>\n\n00:04.000 --> 00:04.010\nsaid so\n',
      'the mayor said so',
      ['00:00:00', '00:00:02'],
    ],
  ])('%s: cues are sentences, and their times are kept', async (name, content, text, at) => {
    const { documents } = await openAll(name, content)
    expect(documents).toMatchObject([{ text }])
    const [{ pages = [] }] = documents
    expect(pages.map(({ label }) => label)).toEqual(at)
    for (const { span } of pages) expect(text.slice(...span)).toMatch(/^\S.*\S$/)
  })

  test('a report that begins with a number stays text', async () => {
    expect((await openAll('a.txt', '9\nThe mayor said so at 10:00.\n')).documents).toMatchObject([
      { mediaType: 'text/plain' },
    ])
  })

  test('time codes alone are refused', async () => {
    expect((await openAll('a.vtt', 'WEBVTT\n\n00:01.000 --> 00:02.000\n\n')).failures).toEqual([
      'a.vtt! there are no words between its time codes',
    ])
  })
})

describe('a book', () => {
  test('gives its chapters, with what the book says of itself', async () => {
    const { documents } = await openAll('a.epub', fixture('ebooklib.epub'))
    expect(
      documents.map(({ origin, text, metadata }) => [
        origin,
        text,
        metadata.outlet,
        metadata.bylines,
        metadata.published?.value,
      ]),
    ).toEqual([
      [
        'a.epub#EPUB/c1.xhtml',
        'The water\n\nThe operator, Orla Power, said that the dam held through the night.',
        'Lanta Press',
        ['Ben Orlic'],
        '2021-05-04',
      ],
      [
        'a.epub#EPUB/c2.xhtml',
        'The bridge\n\nNobody may cross it, the council said.',
        'Lanta Press',
        ['Ben Orlic'],
        '2021-05-04',
      ],
    ])
  })

  test.each<[why: string, opf: string | null, failure: string]>([
    ['no list', null, 'a.epub! this book (EPUB) has no list of its chapters'],
    [
      'a chapter that leads out of it',
      '<package><manifest><item id="a" href="../../../etc/passwd" media-type="text/html"/></manifest><spine><itemref idref="a"/></spine></package>',
      'the book names this chapter and does not hold it',
    ],
  ])('%s', async (_, opf, failure) => {
    const bytes = makeZip([
      { name: 'mimetype', content: 'application/epub+zip', stored: true },
      ...(opf === null ? [] : [{ name: 'x.opf', content: opf }]),
    ])
    expect((await openAll('a.epub', bytes)).failures[0]).toContain(failure)
  })
})

test('a letter of Apple Mail is the letter in it', async () => {
  const letter = fixture('python-email.eml')
  const whole = Buffer.concat([
    Buffer.from(`${letter.length}\n`),
    letter,
    Buffer.from('<?xml version="1.0"?><plist><dict/></plist>'),
  ])
  const [own] = (await openAll('a', letter)).documents
  expect((await openAll('1.emlx', whole)).documents[0]).toMatchObject({
    sha256: own.sha256,
    text: own.text,
    metadata: own.metadata,
  })
  const bare = 'From: a@b.example\r\nSubject: Quay\r\n\r\nThe quay is shut, the mayor said.\r\n'
  expect(
    (await openAll('2.emlx', `${bare.length}      \n${bare}<?xml version="1.0"?><plist/>`)).documents,
  ).toMatchObject([{ mediaType: 'message/rfc822', metadata: { title: 'Quay' } }])
})

describe('NewsML 1.2', () => {
  const item = (id: string, more: string) =>
    `<NewsItem><Identification><NewsIdentifier><ProviderId>lanta.example</ProviderId><NewsItemId>${id}</NewsItemId></NewsIdentifier></Identification><NewsManagement><FirstCreated>20210504T160500Z</FirstCreated>${more}</NewsManagement><NewsComponent><NewsLines><HeadLine>Bridge closed</HeadLine><ByLine>By Jana Kolar</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Lanta Wire"/></Provider></AdministrativeMetadata><ContentItem><DataContent><p>The mayor said so.</p><p>Nobody was hurt.</p></DataContent></ContentItem></NewsComponent></NewsItem>`

  test('each item is a document', async () => {
    const { documents } = await openAll(
      'm.xml',
      `<?xml version="1.0"?><NewsML Version="1.2"><NewsEnvelope/>${item('a1', '')}${item('a2', '<Status FormalName="Canceled"/>')}</NewsML>`,
    )
    expect(documents).toMatchObject([
      {
        origin: 'm.xml#a1',
        text: 'Bridge closed\n\nThe mayor said so.\n\nNobody was hurt.',
        metadata: {
          title: 'Bridge closed',
          outlet: 'Lanta Wire',
          bylines: ['Jana Kolar'],
          published: { value: '2021-05-04T16:05:00Z' },
        },
        warnings: [],
      },
      { origin: 'm.xml#a2', warnings: [{ code: 'not-usable' }] },
    ])
  })
})

describe('ClaimReview', () => {
  const review = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    url: 'https://check.example/1',
    claimReviewed: 'The bridge fell by itself.',
    datePublished: '2021-05-06',
    author: { '@type': 'Organization', name: 'Check Desk' },
    itemReviewed: { '@type': 'Claim', author: { name: 'Orla Power' }, datePublished: '2021-05-04' },
    reviewRating: { '@type': 'Rating', ratingValue: 1, alternateName: 'False' },
  }

  test.each<[why: string, value: unknown]>([
    ['by itself', review],
    ['in a list', [review]],
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, review] }],
  ])('%s: the claim is the word of who made it, and not of who checked it', async (_, value) => {
    const [document] = (await openAll('a.json', JSON.stringify(value))).documents
    expect(document).toMatchObject({
      text: 'The bridge fell by itself.\n\nRated "False", by Check Desk, 2021-05-06',
      metadata: { outlet: 'Orla Power', relayedBy: ['Check Desk'], published: { value: '2021-05-04' } },
    })
    expect(document.passages.map(({ kind }) => kind)).toEqual(['paragraph', 'furniture'])
  })

  test('one without a claim is refused', async () => {
    expect((await openAll('a.json', '{"@type": "ClaimReview", "claimReviewed": 7e5}')).documents).toHaveLength(1)
    expect((await openAll('a.json', '{"@type": "ClaimReview"}')).failures).toEqual([
      'a.json! this ClaimReview does not say which claim was reviewed',
    ])
  })
})

test('flat ODT', async () => {
  const flat =
    '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>Bridge closed</dc:title></office:meta><office:styles><style:style style:name="Heading"/></office:styles><office:master-styles><style:master-page><style:header><text:p>Desk copy</text:p></style:header></style:master-page></office:master-styles><office:body><office:text><text:h>Bridge closed</text:h><text:p>The mayor said so.</text:p></office:text></office:body></office:document>'
  expect((await openAll('a.fodt', flat)).documents).toMatchObject([
    {
      text: 'Bridge closed\n\nThe mayor said so.\n\nDesk copy',
      metadata: { title: 'Bridge closed' },
      passages: [{ kind: 'title' }, {}, { kind: 'furniture' }],
    },
  ])
})

describe('what holds no text is refused with a way out', () => {
  test.each<[why: string, bytes: number[], failure: RegExp]>([
    ['PST', [0x21, 0x42, 0x44, 0x4e, 0, 0], /an Outlook mailbox \(PST or OST\), .*readpst -e FILE/],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], /a PNG image, .*Tesseract or OCRmyPDF/],
    ['a recording', [0x49, 0x44, 0x33, 4, 0], /a sound file \(MP3\), .*whisper\.cpp makes subtitles/],
    ['a film', [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x6d], /a video or sound file \(MP4\), .*whisper\.cpp/],
    [
      'a picture of a telephone',
      [0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70, 0x68, 0x65, 0x69, 0x63],
      /an image \(HEIC or AVIF\), .*Tesseract/,
    ],
    ['a picture of the web', [...Buffer.from('RIFF\0\0\0\0WEBP')], /a WebP image, .*Tesseract/],
    ['a sound', [...Buffer.from('RIFF\0\0\0\0WAVE')], /a sound file \(WAV\), .*whisper/],
    ['a RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a], /a RAR archive, .*unpack it first/],
  ])('%s', async (_, bytes, failure) => {
    expect((await openAll('a', Uint8Array.from(bytes))).failures[0]).toMatch(failure)
  })
})
