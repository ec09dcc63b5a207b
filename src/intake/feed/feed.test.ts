import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tellAll, unpackAll } from '../../testing/unpack-all.ts'
import type { Document } from '../../types.ts'
import { openDocument } from '../document.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))

async function documentsIn(bytes: Uint8Array): Promise<Document[]> {
  const all = await unpackAll('f', bytes)
  return Promise.all(all.flatMap((item) => ('received' in item ? [openDocument(item.received)] : [])))
}
const first = async (text: string): Promise<Document> => (await documentsIn(Buffer.from(text)))[0]
const rss = (item: string, more = '') =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Outlet</title>${more}<item>${item}</item></channel></rss>`

describe('feeds that feedgen wrote', () => {
  test.each([
    ['feedgen.rss', 'https://wire.example/'],
    ['feedgen.atom', 'https://wire.example/'],
  ])('%s', async (name) => {
    expect(await tellAll('f', fixture(name))).toEqual([
      'f#https://wire.example/1?utm=x&y=1: Bridge at Zerin closed ZERIN (Lanta Wire) – The mayor of Zerin, Tomas Hala, said on Tuesday that the bridge was closed & guarded. “Nobody may cross it.” Repairs will take a month, engineers said.',
      'f#https://wire.example/2?utm=x&y=1: Dam “held” all night The operator said that the dam held.',
      'f#https://wire.example/3?utm=x&y=1: Road open again',
    ])
    const [document] = await documentsIn(fixture(name))
    expect(document.metadata).toEqual({
      title: 'Bridge at Zerin closed',
      outlet: 'Lanta Wire',
      bylines: ['Jana Kolář'],
      url: 'https://wire.example/1?utm=x&y=1',
      published: { value: '2021-05-04T18:05:00+02:00', basis: 'metadata' },
      language: 'en',
    })
    expect(document.passages.map(({ kind }) => kind)).toEqual(['title', 'paragraph', 'quote', 'paragraph'])
    expect(document.warnings).toEqual([])
  })
})

test('an entry is kept as it came, byte for byte', async () => {
  const bytes = fixture('feedgen.rss')
  for (const item of await unpackAll('f', bytes)) {
    if (!('received' in item)) throw item.failure
    expect(bytes.includes(Buffer.from(item.received.bytes))).toBe(true)
  }
})

test('a bare & costs neither words nor address nor date', async () => {
  const [one, two] = await documentsIn(
    Buffer.from(
      '<rss><channel><title>Bread & Salt</title><item><title>Dam & lock</title><link>https://a.example/1?x=1&y=2</link><pubDate>Tue, 4 May 2021 10:00:00 GMT</pubDate><description>The dam holds, the clerk said.</description></item><item><title>Two</title><description>The lock leaks, he said.</description></item></channel></rss>',
    ),
  )
  expect(one.text).toBe('Dam & lock\n\nThe dam holds, the clerk said.')
  expect(one.metadata).toMatchObject({
    outlet: 'Bread & Salt',
    url: 'https://a.example/1?x=1&y=2',
    published: { value: '2021-05-04T10:00:00Z' },
  })
  expect(two.text).toBe('Two\n\nThe lock leaks, he said.')
})

describe('markup that was escaped twice is markup', () => {
  test.each<[string, string, string]>([
    [
      '&amp;lt;p&amp;gt;The dam holds.&amp;lt;/p&amp;gt;&amp;lt;p&amp;gt;It leaks.&amp;lt;/p&amp;gt;',
      'The dam holds.\n\nIt leaks.',
      'paragraphs',
    ],
    ['<![CDATA[&lt;img src="x"&gt;The dam &amp;amp; the lock.]]>', 'The dam & the lock.', 'in CDATA'],
    [
      '&lt;p&gt;Write &amp;lt;/p&amp;gt; at the end.&lt;/p&gt;',
      'Write </p> at the end.',
      'an article about markup, escaped once',
    ],
    ['If a &amp;lt; b, it leaks.', 'If a < b, it leaks.', 'a sign, no tag'],
  ])('%s -> %j (%s)', async (description, expected) => {
    expect((await first(rss(`<title>T</title><description>${description}</description>`))).text).toBe(
      `T\n\n${expected}`,
    )
  })
})

describe('layouts', () => {
  test.each<[string, string, Partial<Document['metadata']>, string]>([
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="r"><channel rdf:about="x"><title>The Outlet</title></channel><item rdf:about="https://a.example/1"><title>T</title><link>https://a.example/1</link><dc:date>2021-05-04</dc:date><description>Words.</description></item></rdf:RDF>',
      { outlet: 'The Outlet', url: 'https://a.example/1', published: { value: '2021-05-04', basis: 'metadata' } },
      'T\n\nWords.',
    ],
    [
      'Atom with markup in it and a prefix of its own',
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title type="html">The &amp;amp; Outlet</a:title><a:entry><a:id>urn:1</a:id><a:title type="text">3 &lt; 4</a:title><a:published>2021-05-04T10:00:00Z</a:published><a:content type="xhtml"><div xmlns="x"><p>One.<br/>Two.</p><p>Three.</p></div></a:content></a:entry></a:feed>',
      { title: '3 < 4', published: { value: '2021-05-04T10:00:00Z', basis: 'metadata' } },
      '3 < 4\n\nOne.\nTwo.\n\nThree.',
    ],
    [
      'CDATA that looks like an entry',
      rss('<title><![CDATA[A & B]]></title><description><![CDATA[<p>Not an </item> or <item>.</p>]]></description>'),
      { title: 'A & B', outlet: 'The Outlet' },
      'A & B\n\nNot an or\n\n.',
    ],
    [
      'taken over from elsewhere',
      rss(
        '<title>T</title><source url="https://b.example">Other Outlet</source><pubDate>Tue, 4 May 2021 18:05:00 EDT</pubDate>',
      ),
      { outlet: 'Other Outlet', published: { value: '2021-05-04T18:05:00-04:00', basis: 'metadata' } },
      'T',
    ],
    [
      'JSON Feed',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'The Outlet',
        language: 'en-GB',
        items: [
          {
            id: '1',
            url: 'https://a.example/1',
            title: 'T "x" ]}',
            content_html: '<p>One.</p><p>Two.</p>',
            authors: [{ name: 'A. Name' }],
            date_published: '2021-05-04T10:00:00Z',
          },
        ],
      }),
      { outlet: 'The Outlet', title: 'T "x" ]}', bylines: ['A. Name'], language: 'en-GB', url: 'https://a.example/1' },
      'T "x" ]}\n\nOne.\n\nTwo.',
    ],
    [
      'JSON Feed, pretty, its entries plain',
      JSON.stringify(
        {
          version: 'https://jsonfeed.org/version/1',
          title: 'The Outlet',
          items: [
            { id: 7, content_text: 'One < two.\n\nThree.' },
            { id: '8', content_text: 'Four.' },
          ],
        },
        null,
        2,
      ),
      { outlet: 'The Outlet' },
      'One < two.\n\nThree.',
    ],
  ])('%s', async (_, text, metadata, words) => {
    const document = await first(text)
    expect(document.metadata).toMatchObject(metadata)
    expect(document.text).toBe(words)
  })

  test('windows-1251, and UTF-16', async () => {
    const text =
      '<?xml version="1.0" encoding="windows-1251"?><rss><channel><title>T</title><item><title>Мост</title></item></channel></rss>'
    const bytes = Buffer.from(text.replace('Мост', 'M'), 'latin1')
    const at = bytes.indexOf('<title>M') + 7
    const cyrillic = Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from([0xcc, 0xee, 0xf1, 0xf2]),
      bytes.subarray(at + 1),
    ])
    expect(await tellAll('f', cyrillic)).toEqual(['f#1: Мост'])
    expect(await tellAll('f', Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(['f#1: Мост'])
  })

  test('an entry that says only when it was changed says so', async () => {
    const { metadata, warnings } = await first(
      '<feed><title>O</title><entry><title>T</title><updated>2021-05-04T10:00:00Z</updated></entry></feed>',
    )
    expect(metadata.published?.value).toBe('2021-05-04T10:00:00Z')
    expect(warnings.map(({ code }) => code)).toEqual(['only-updated'])
  })
})

describe('feeds made to do harm get one clear line for what is bad; the rest is read', () => {
  const good = '<item><title>Good</title></item>'
  const bomb = `<!DOCTYPE rss [<!ENTITY a "${'ha'.repeat(1000)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i - 1 < 0 ? '' : i - 1};`.repeat(20)}">`).join('')}]>`
  test.each<[string, string, (string | RegExp)[]]>([
    [
      'entities of entities',
      `${bomb}<rss><channel><title>O</title><item><title>&a19; said</title></item>${good}</channel></rss>`,
      ['f#1: &a19; said', 'f#2: Good'],
    ],
    [
      'it breaks off',
      `<rss><channel><title>O</title>${good}<item><title>Cut`,
      ['f#1: Good', 'f#2! the feed breaks off in this entry; it is not read'],
    ],
    [
      'entries in entries without end',
      `<rss><channel>${'<item>'.repeat(50_000)}`,
      ['f#1! the feed breaks off in this entry; it is not read'],
    ],
    [
      'a deep one',
      `<rss><channel><item>${'<b>'.repeat(50_000)}</item>${good}</channel></rss>`,
      ['f#1! the entry is nested more than 300 elements deep', 'f#2: Good'],
    ],
    [
      'one that does not end',
      `<rss><channel><item><title>${'x'.repeat(2_000_000)}`,
      [/^f! it is over the limit of 1 MB/],
    ],
    [
      'JSON that breaks off',
      '{"version": "https://jsonfeed.org/version/1", "items": [{"id": "1"}, {"id": "2"',
      [/^f! the feed breaks off before the end of its entries$/],
    ],
    ['JSON that is none', '{"version": "https://jsonfeed.org/version/1", "items": [nonsense]}', [/^f! malformed JSON/]],
    ['nothing in it', '<rss><channel><title>O</title></channel></rss>', []],
  ])('%s', async (_, text, expected) => {
    const lines = await tellAll('f', Buffer.from(text), 1_000_000)
    expect(lines).toHaveLength(expected.length)
    for (const [index, line] of expected.entries())
      expect(lines[index]).toEqual(typeof line === 'string' ? line : expect.stringMatching(line))
  })
})
