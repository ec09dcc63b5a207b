import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { drawText, makePdf, onePage, type PdfObject } from '../../testing/make-pdf.ts'
import { openDocument } from '../document.ts'
import { readPdf } from './pages.ts'
import { joint } from './paragraphs.ts'

const fixture = (name: string) => readFileSync(new URL(`../fixtures/${name}`, import.meta.url))
const open = (bytes: Uint8Array) => openDocument({ bytes, origin: 'a.pdf' })
async function partsIn(bytes: Uint8Array) {
  const { text, passages } = await open(bytes)
  return passages.map(({ kind, span }) => ({ kind, text: text.slice(...span) }))
}

describe('two columns with hyphenation and running heads, by groff', () => {
  test('column after column, words whole, paragraphs whole over the page', async () => {
    const parts = await partsIn(fixture('groff.pdf'))
    const body = parts.filter(({ kind }) => kind === null)
    expect(parts[0]).toEqual({ kind: 'title', text: 'Bridge at Zerin closed after the flood' })
    expect(body).toHaveLength(17)
    expect(body[1].text).toMatch(
      /^ZERIN \(Lanta Wire\) - .*international organisations had .* determination was .* administration, notwithstanding the considerable inconvenience\.$/,
    )
    for (const [index, word] of ['engineers', 'farmers', 'fishermen'].entries())
      expect(body[index + 3].text).toMatch(
        new RegExp(
          `^The ${word} .* well-known specialists, told reporters that an independent investigation .*construction\\.$`,
        ),
      )
    expect(body.map(({ text }) => text).join(' ')).not.toMatch(/[a-z]- [a-z]/)
  })

  test('running heads and page numbers stand apart, and paragraphs are not torn by them', async () => {
    const furniture = (await partsIn(fixture('groff.pdf'))).filter(({ kind }) => kind === 'furniture')
    expect(furniture.map(({ text }) => text)).toEqual([
      'Lanta Wire',
      'Daily bulletin',
      '- 1 -',
      'Lanta Wire',
      'Daily bulletin',
      '- 2 -',
    ])
  })

  test('pages are places in the text', async () => {
    const { text, pages = [] } = await open(fixture('groff.pdf'))
    expect(pages.map(({ label }) => label)).toEqual(['1', '2'])
    const [first, second] = pages.map(({ span }) => text.slice(...span))
    expect(first).toMatch(/^Bridge at Zerin .*/s)
    expect(second).toMatch(/construction\.$/)
    expect(first).toContain('engineers')
    expect(second).toContain('millers')
    expect(first).not.toContain('millers')
  })
})

describe('columns of few lines', () => {
  const lines = (x: number, ...texts: string[]): string =>
    texts.map((text, index) => `BT /F1 10 Tf ${x} ${700 - 12 * index} Td (${text}) Tj ET\n`).join('')
  const textOf = async (content: string): Promise<string> =>
    (await open(makePdf(onePage(['', content])))).text.replace(/\s+/g, ' ')

  test('are read one after the other where each line goes on in the next', async () => {
    const left = lines(
      72,
      'The harbour master said on Monday that',
      'the quay would stay shut until the',
      'wall was mended.',
    )
    const right = lines(
      330,
      'A union of dockers denied that its men',
      'had been paid for the days on which',
      'they could not work.',
    )
    expect(await textOf(left + right)).toBe(
      'The harbour master said on Monday that the quay would stay shut until the wall was mended. A union of dockers denied that its men had been paid for the days on which they could not work.',
    )
  })

  test('are rows of a table where they do not', async () => {
    const left = lines(
      72,
      'Harbour master of the old town',
      'Union of dockers and seamen',
      'Council of the upper province',
    )
    const right = lines(
      330,
      'Says that the quay is shut',
      'Denies that anybody was paid',
      'Has said nothing at all so far',
    )
    expect(await textOf(left + right)).toMatch(/^Harbour master of the old town Says that the quay is shut Union/)
  })
})

test('three columns under a title, a table, a stamp on its side, by reportlab', async () => {
  const parts = await partsIn(fixture('reportlab.pdf'))
  const of = (wanted: string | null) => parts.filter(({ kind }) => kind === wanted).map(({ text }) => text)
  expect(of('title')).toEqual(['Bridge at Zerin closed'])
  expect(of('heading')).toEqual(['Power cuts by village'])
  const letters = of(null).slice(1, 13)
  for (const [index, text] of letters.entries())
    expect(text).toMatch(new RegExp(`^The \\w+ of the valley said in letter ${index + 1} .* night of the flood\\.$`))
  expect(of(null).slice(-2)).toEqual([
    'Dolno 112\tTuesday',
    'The operator said that power would be back within a week, “weather permitting”.',
  ])
  expect(of('furniture').join(' ')).toMatch(
    /^The Orla Courier 4 May 2021 Page 1 of 3 Printed in Zerin The Orla Courier/,
  )
})

describe('where paragraphs end', () => {
  /** Lines as [text, left edge, distance from the top]; a line of sixty letters is as wide as the column. */
  const pageOf = (lines: readonly (readonly [text: string, left: number, top: number])[]) =>
    makePdf(
      onePage([
        '',
        lines.map(([text, left, top]) => `BT /F1 10 Tf ${left} ${800 - top} Td (${text}) Tj ET\n`).join(''),
      ]),
    )
  const FULL = 'The council of the town said on Tuesday that all the people'
  test.each<[string, [string, number, number][], (string | RegExp)[]]>([
    [
      'a wider gap',
      [
        [FULL, 72, 100],
        ['had left.', 72, 112],
        [FULL, 72, 136],
        ['had come back.', 72, 148],
      ],
      [/^The .* had left\.$/, /^The .* had come back\.$/],
    ],
    [
      'an indented line',
      [
        [FULL, 72, 100],
        [FULL, 72, 112],
        [FULL, 84, 124],
        [FULL, 72, 136],
      ],
      [/people The .* people$/, /people The .* people$/],
    ],
    [
      'a short line',
      [
        [FULL, 72, 100],
        ['had left.', 72, 112],
        [FULL, 72, 124],
        ['were back.', 72, 136],
      ],
      [/had left\.$/, /were back\.$/],
    ],
    [
      'lines that had room for more',
      [
        ['Zerin: 40', 72, 100],
        ['Dolno: 112', 72, 112],
        [FULL, 72, 124],
        ['were back.', 72, 136],
      ],
      ['Zerin: 40', 'Dolno: 112', /were back\.$/],
    ],
    [
      'an item and what hangs below it',
      [
        ['- The people of the town and of all the villages near it had', 72, 100],
        ['left in time.', 84, 112],
        ['- One more.', 72, 124],
        [FULL, 72, 136],
      ],
      [/^- The .* had left in time\.$/, '- One more.', /people$/],
    ],
    [
      'a dash within a sentence',
      [
        [FULL, 72, 100],
        ['- all who were there, that is - had left the town by nightfall', 72, 112],
        ['and were safe.', 72, 124],
      ],
      [/people - all who .* safe\.$/],
    ],
    [
      'a line break within a sentence',
      [
        [FULL, 72, 100],
        ['had left,', 72, 112],
        ['and that was all.', 72, 124],
        [FULL, 72, 148],
      ],
      [/had left, and that was all\.$/, /people$/],
    ],
    [
      'one long line sticks out',
      [
        [`${FULL} and of all the towns along the river`, 72, 100],
        ...Array.from({ length: 9 }, (_, index): [string, number, number] => [FULL, 72, 112 + 12 * index]),
      ],
      [/^The council .* people$/s],
    ],
  ])('%s', async (_, lines, expected) => {
    const parts = await partsIn(pageOf(lines))
    expect(parts.map(({ text }) => text)).toEqual(
      expected.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
    )
  })
})

describe('pages without text', () => {
  test('are named', async () => {
    const { text, warnings, pages } = await open(fixture('reportlab-scanned.pdf'))
    expect(text).toBe('The mayor said on Tuesday that the bridge was closed.\n\nThe doctor said that nobody was hurt.')
    expect(warnings.map(({ code }) => code)).toEqual(['page-without-text'])
    expect(warnings[0].message).toMatch(/^page 2 of the PDF holds no text: it is scanned, empty or damaged/)
    expect(pages?.map(({ label }) => label)).toEqual(['1', '3'])
  })

  test('all of them are an error', async () => {
    await expect(open(makePdf(onePage(['', '0 0 m 10 10 l S'])))).rejects.toThrow(
      /^no page of the PDF holds text: they are scanned, or empty/,
    )
  })
})

describe('lines that join', () => {
  test.each<[string, string, string]>([
    ['interna-', 'tional law', 'international law'],
    ['well-', 'known', 'well-known'],
    ['al-', 'Shirqat', 'al-Shirqat'],
    ['exam\u00ad', 'ple', 'example'],
    ['12-', '15 May', '12- 15 May'],
    ['he said -', 'twice', 'he said - twice'],
    ['one', 'two', 'one two'],
  ])('%s / %s', (one, two, expected) => {
    const { cut, gap } = joint(one, two, new Set(['well-known', 'well']))
    expect(one.slice(0, one.length - cut) + gap + two).toBe(expected)
  })
})

describe('PDFs made to do harm get one clear error or are read as far as they go, soon', () => {
  const GOOD = drawText('He said so.')
  const form = (content: string, resources = ''): PdfObject => [
    `/Type/XObject/Subtype/Form/BBox[0 0 600 800]/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>/XObject<<${resources}>>>>`,
    content,
  ]
  const good = makePdf(onePage(['', GOOD]))
  const catalogue = '<</Type/Catalog/Pages 2 0 R>>'

  test.each<[string, Buffer, string | RegExp]>([
    ['nothing wrong', good, 'He said so.'],
    [
      'a broken table of places',
      Buffer.from(good.toString('latin1').replace(/startxref\n\d+/, 'startxref\n99999999'), 'latin1'),
      'He said so.',
    ],
    [
      'lying places',
      Buffer.from(good.toString('latin1').replace(/\d{10} 00000 n/g, '0000000001 00000 n'), 'latin1'),
      'He said so.',
    ],
    ['cut off', good.subarray(0, good.length - 150), /^the PDF is damaged \(/],
    ['only a head', Buffer.from('%PDF-1.7\nThe mayor said so.'), /^the PDF is damaged \(/],
    ['a password', fixture('reportlab-password.pdf'), /^the PDF is protected by a password/],
    [
      'pages that hold each other',
      makePdf([
        catalogue,
        '<</Type/Pages/Kids[3 0 R]/Count 1000>>',
        '<</Type/Pages/Parent 2 0 R/Kids[2 0 R]/Count 1000>>',
      ]),
      /^the PDF is damaged|^no page of the PDF holds text/,
    ],
    [
      'a million pages',
      makePdf([catalogue, '<</Type/Pages/Kids[3 0 R]/Count 1000000>>', '<</Type/Page/Parent 2 0 R>>']),
      /^no page of the PDF holds text/,
    ],
    [
      'a stream of a gigabyte',
      makePdf(onePage(['/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.alloc(300e6, ' ')))])),
      /^no page of the PDF holds text|takes too/,
    ],
    ['endless text', makePdf(onePage(['', drawText('Words. ').repeat(300_000)])), /^Words\./],
  ])('%s', async (_, bytes, expected) => {
    const told = await open(bytes).then(
      ({ text }) => text.trim(),
      (error: Error) => error.message,
    )
    expect(told).toEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected))
  })

  test.each<[string, Buffer]>([
    ['a drawing that draws itself', makePdf(onePage(['', '/X5 Do'], form(`${GOOD}/X5 Do`, '/X5 5 0 R')))],
    [
      'drawings that draw drawings, 2 to the 40th',
      makePdf(
        onePage(
          ['', '/X5 Do'],
          ...Array.from({ length: 40 }, (_, i) =>
            form(i === 39 ? GOOD : `/X${i + 6} Do `.repeat(2), `/X${i + 6} ${i + 6} 0 R`),
          ),
        ),
      ),
    ],
  ])('%s', async (_, bytes) => {
    const told = await readPdf(bytes, { silence: 4000, memory: 1e9 }).then(
      ({ pages }) => `${pages[0].pieces.length > 0 ? 'text' : 'none'}`,
      (error: Error) => error.message,
    )
    expect(told).toMatch(/^text$|^none$|the PDF was given up on page 1, which takes too/)
    expect((await open(good)).text).toBe('He said so.')
  })
})
