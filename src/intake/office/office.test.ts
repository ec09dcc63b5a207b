import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Entry, makeZip } from '../../testing/make-zip.ts'
import { tellAll } from '../../testing/unpack-all.ts'
import { openDocument } from '../document.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const open = (bytes: Uint8Array) => openDocument({ bytes, origin: 'a' })
const partsIn = async (bytes: Uint8Array) => {
  const { text, passages } = await open(bytes)
  return passages.map(({ kind, span }) => [kind, text.slice(...span)])
}

const BODY = [
  ['title', 'Bridge at Zerin closed'],
  [null, 'By Jana Kolar'],
  [
    null,
    'ZERIN (Lanta Wire) – The mayor of Zerin, Tomas Hala, said on Tuesday that the bridge over the Orla was closed.',
  ],
  ['heading', 'What is known'],
  ['list', 'Two piers cracked, the council said.'],
  ['list', 'Nobody was hurt, a doctor said.'],
  ['quote', '“Nobody may cross it.”'],
  [null, 'Village\tWithout power'],
  [null, 'Zerin\t40'],
]
const END = [null, 'Repairs will take a month,\nengineers said.']

test('a DOCX that python-docx wrote', async () => {
  expect(await partsIn(fixture('python-docx.docx'))).toEqual([
    ...BODY,
    ['caption', 'A guard stands at the bridge.'],
    END,
    ['furniture', 'LANTA WIRE — daily bulletin'],
  ])
  expect((await open(fixture('python-docx.docx'))).metadata).toEqual({ title: 'Bridge at Zerin closed' })
})

test('an ODT that odfpy wrote', async () => {
  expect(await partsIn(fixture('odfpy.odt'))).toEqual([
    ...BODY,
    END,
    [null, 'The Orla rose by two metres, the council said.'],
  ])
})

test.each(['libreoffice.docx', 'libreoffice.odt'])(
  'what LibreOffice wrote, its first heading the title: %s',
  async (name) => {
    expect(await partsIn(fixture(name))).toEqual([
      ['title', 'Bridge at Zerin closed'],
      [null, 'By Jana Kolar'],
      [
        null,
        expect.stringMatching(
          /^ZERIN \(Lanta Wire\) - The mayor of Zerin, Tomas Hala, said on Tuesday .* in the flood\.$/,
        ),
      ],
      ['heading', 'What is known'],
      ['list', 'Two piers cracked, the council said.'],
      ['list', 'Nobody was hurt, a doctor said.'],
      ['quote', '"Nobody may cross it."'],
      [null, 'Village\tWithout power'],
      [null, 'Zerin\t40'],
      END,
    ])
  },
)

test('they are documents, not archives, in archives too', async () => {
  const bytes = makeZip([
    { name: 'a.docx', content: fixture('python-docx.docx') },
    { name: 'b.odt', content: fixture('odfpy.odt') },
  ])
  expect((await tellAll('z.zip', bytes)).map((line) => line.slice(0, 20))).toEqual([
    'z.zip#a.docx: Bridge',
    'z.zip#b.odt: Bridge ',
  ])
})

const TYPES = { name: '[Content_Types].xml', content: '<Types/>' }
const docxOf = (body: string, ...more: Entry[]) =>
  makeZip([TYPES, { name: 'word/document.xml', content: `<w:document><w:body>${body}</w:body></w:document>` }, ...more])
const words = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const odtOf = (body: string, ...more: Entry[]) =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `<office:document-content><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    },
    ...more,
  ])

describe('DOCX', () => {
  test.each<[string, string, string[]]>([
    [
      'what was deleted is left out, what was inserted is in',
      `<w:p><w:del><w:r><w:delText>Five</w:delText></w:r></w:del><w:ins><w:r><w:t>Six</w:t></w:r></w:ins><w:r><w:t> died.</w:t></w:r></w:p>`,
      ['Six died.'],
    ],
    [
      'text boxes follow the paragraph they hang on, once',
      `<w:p><w:r><w:t>One.</w:t><mc:AlternateContent><mc:Choice><w:txbxContent>${words('Box.')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${words('Box.')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
      ['One.', 'Box.'],
    ],
    [
      'fields give what they show',
      `<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:hyperlink><w:r><w:t>The site</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>said.</w:t></w:r></w:p>`,
      ['The site said.'],
    ],
    [
      'a page laid out by a table is prose',
      `<w:tbl><w:tr><w:tc>${words('One.')}${words('Two.')}</w:tc><w:tc>${words('Three.')}</w:tc></w:tr></w:tbl>`,
      ['One.', 'Two.', 'Three.'],
    ],
    ['content controls', `<w:sdt><w:sdtContent>${words('One.')}</w:sdtContent></w:sdt>`, ['One.']],
  ])('%s', async (_, body, expected) => {
    expect((await partsIn(docxOf(body))).map(([, text]) => text)).toEqual(expected)
  })

  test('notes stand at the end, their separators do not', async () => {
    const content = `<w:footnotes><w:footnote w:type="separator">${words('---')}</w:footnote><w:footnote w:id="1">${words('A note.')}</w:footnote></w:footnotes>`
    const { text, warnings } = await open(
      docxOf(`${words('One.')}<w:p><w:del/></w:p>`, { name: 'word/footnotes.xml', content }),
    )
    expect(text).toBe('One.\n\nA note.')
    expect(warnings).toEqual([
      { code: 'left-out', message: 'not part of the text as it stands, and left out: deleted words' },
    ])
  })
})

describe('documents made to do harm get one clear error, soon', () => {
  const lol = `<!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  test.each<[string, Buffer, RegExp | string]>([
    [
      'entities of entities are never expanded',
      makeZip([
        TYPES,
        {
          name: 'word/document.xml',
          content: `${lol}<w:document><w:body>${words('&b; said so.')}</w:body></w:document>`,
        },
      ]),
      'a: &b; said so.',
    ],
    [
      'a file from elsewhere is not fetched',
      makeZip([
        TYPES,
        {
          name: 'word/document.xml',
          content: `<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document><w:body>${words('&x; said so.')}</w:body></w:document>`,
        },
      ]),
      'a: &x; said so.',
    ],
    [
      'nested 100,000 deep',
      docxOf('<w:sdt>'.repeat(100_000)),
      /^a! word\/document\.xml is nested more than 300 elements deep$/,
    ],
    [
      '1.5 million elements',
      docxOf('<w:p/>'.repeat(1_500_000)),
      /^a! word\/document\.xml has more than 1000000 elements$/,
    ],
    [
      'a tag with 100,000 attributes',
      docxOf(`<w:p ${Array.from({ length: 100_000 }, (_, i) => `a${i}="x"`).join(' ')}/>`),
      /more than 500 attributes$/,
    ],
    ['200 MB of spaces', docxOf(' '.repeat(200e6)), /^a! 200 MB is over the limit of 100 MB/],
    [
      'a spreadsheet',
      makeZip([TYPES, { name: 'xl/workbook.xml', content: '<workbook/>' }]),
      'a! this workbook holds no sheet of cells',
    ],
    [
      'broken XML is read as far as it goes',
      docxOf(`${words('One.')}<w:p><w:r><w:t>Two < three.</w:t></w:p></oops>`),
      /^a: One\. Two/,
    ],
    ['cut off', docxOf(words('One.')).subarray(0, 200), /^a! the archive is damaged/],
    ['no words', docxOf('<w:p/>'), 'a! there is no text in it'],
  ])('%s', async (_, bytes, line) => {
    expect(await tellAll('a', bytes)).toEqual([typeof line === 'string' ? line : expect.stringMatching(line)])
  })

  test('an ODT with a password', async () => {
    const manifest = {
      name: 'META-INF/manifest.xml',
      content: '<manifest:manifest><manifest:encryption-data/></manifest:manifest>',
    }
    await expect(open(odtOf('', manifest))).rejects.toThrow('it is encrypted')
  })
})
