import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sharedResources } from '../testing/resources.ts'
import type { Document, Passage } from '../types.ts'
import { layOut } from './layout.ts'
import { splitPassages } from './passages.ts'

const resources = await sharedResources()

const documentOf = (text: string, passages: Passage[] = [], title?: string): Document => ({
  id: 'd',
  sha256: '',
  origin: 'd',
  mediaType: 'text/plain',
  text,
  metadata: title === undefined ? {} : { title },
  passages,
  warnings: [],
})

const LONG =
  'The army said on Tuesday that its soldiers had left the village of Dren before the shelling began, and that nobody was hurt.'
const OTHER =
  'In Lima, the ministry of Fisheries told Pedro Quispe of the Andean Council that the Humboldt fleet would sail on Friday.'

/** The kinds of a text's blocks, in order, articles apart by a bar. */
const kindsOf = (text: string, title?: string) =>
  layOut(documentOf(text, [], title), resources)
    .map(({ blocks }) => blocks.map(({ kind }) => kind).join(' '))
    .join(' | ')

const KINDS: [text: string, kinds: string, why: string][] = [
  [`Army Leaves Village\n\n${LONG}`, 'title paragraph', 'a line without a stop before prose'],
  [LONG, 'paragraph', 'prose alone'],
  [`Army Leaves Village\n\nA truck on a road in the north\n\n${LONG}`, 'title caption paragraph', 'a picture in words'],
  [
    `Army Leaves Village\n\n${LONG}\n\nWho gave the order\n\n${OTHER}`,
    'title paragraph heading paragraph',
    'a sub-heading',
  ],
  [
    `Army Leaves Village\n\n${LONG}\n\nMen load a truck near Dren\n© Wire/ Ana Ruiz\n\n${OTHER}`,
    'title paragraph caption credit paragraph',
    'a caption by its credit',
  ],
  [`Army Leaves Village\nBy Ana Ruiz\n12 March 2021\n\n${LONG}`, 'title credit credit paragraph', 'byline and date'],
  [
    `Army Leaves Village\n\n${LONG}\n\n“Nobody was hurt.”\n\n${OTHER}`,
    'title paragraph quote paragraph',
    'a pulled quotation',
  ],
  [
    `Army Leaves Village\n\n"Nobody was hurt," said Ana Ruiz. "Not one."\n\n${LONG}`,
    'title paragraph paragraph',
    'begins and ends with marks, but is no quotation',
  ],
  [`Army Leaves Village\n\n${LONG}\n\n- a first thing\n- a second thing`, 'title paragraph list list', 'list items'],
  [
    `Army Leaves Village\n\n${LONG}\n\nDonate today and help us tell the stories that matter.\n\nRiver House\n12 Quay Street`,
    'title paragraph furniture furniture furniture',
    'an appeal and the address behind it',
  ],
  [
    `Army Leaves Village\n\n${LONG}\n\nThe charity asked people to donate blood on Friday, since the hospital in Dren had none left after the shelling.`,
    'title paragraph paragraph',
    'a report about donations',
  ],
  [
    `First Title Of The Page Here\n\n${LONG}\n\nA Second Title With Capitals Here\n\nSmoke over the harbour of Callao (File)\n\n${OTHER}`,
    'title paragraph | title caption paragraph',
    'a title and its picture begin another article',
  ],
  [
    `First title\n\n${LONG}\n\nSecond title\nBy Ana Ruiz\n\n${OTHER}`,
    'title paragraph | title credit paragraph',
    'so does a byline',
  ],
  [
    `First title\n\n${LONG}\n\nSecond title\n\nLIMA (Wire) — ${LONG}`,
    'title paragraph | title paragraph',
    'so does a dateline',
  ],
]

describe('layOut', () => {
  it.each(KINDS)('%s', (text, kinds) => expect(kindsOf(text)).toBe(kinds))

  it('takes the title that came with the document', () => {
    expect(kindsOf(`Army leaves village.\n\n${LONG}`, 'Army Leaves Village')).toBe('title paragraph')
  })

  it('covers every letter of any text, once, in order', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(LONG, OTHER, 'Donate today', '© Wire', '\n', '\n\n', 'A Title Of Some Length', '“', '***'),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('\n')
        if (text.trim() === '') return
        const spans = layOut(documentOf(text), resources).flatMap(({ blocks }) => blocks.map(({ span }) => span))
        let end = 0
        for (const [start, to] of spans) {
          expect(text.slice(end, start).trim()).toBe('')
          expect(to).toBeGreaterThan(start)
          end = to
        }
        expect(text.slice(end).trim()).toBe('')
      }),
      { numRuns: 200 },
    )
  })
})

const PASSAGES: [text: string, passages: string[], why: string][] = [
  ['one\n\ntwo', ['one', 'two'], 'an empty line'],
  ['one\n \t\ntwo', ['one', 'two'], 'a line of blanks'],
  ['one\r\n\r\ntwo', ['one', 'two'], 'Windows line ends'],
  ['one\ntwo', ['one', 'two'], 'lines of their own'],
  [
    'The army said on Tuesday that its soldiers had left the village\nof Dren before the shelling began and that nobody was hurt there\nor in the next village.',
    [
      'The army said on Tuesday that its soldiers had left the village\nof Dren before the shelling began and that nobody was hurt there\nor in the next village.',
    ],
    'lines wrapped at a column',
  ],
  ['  one  ', ['one'], 'trimmed'],
  ['\n\n\n', [], 'nothing'],
]

describe('splitPassages', () => {
  it.each(PASSAGES)('%j', (text, expected) =>
    expect(splitPassages(text).map(({ span }) => text.slice(...span))).toEqual(expected),
  )
})

describe('posts of a live blog', () => {
  const parts = [LONG, 'First post', OTHER, 'Second post', LONG, 'Share this']
  const kinds = ['paragraph', 'title', 'paragraph', 'title', 'paragraph', 'furniture'] as const
  const text = parts.join('\n\n')
  const starts = parts.map((_, index) => parts.slice(0, index).join('\n\n').length + (index > 0 ? 2 : 0))
  const passages = parts.map(
    (part, index): Passage => ({
      span: [starts[index], starts[index] + part.length],
      kind: kinds[index],
    }),
  )
  const post = (from: number, to: number, value: string) => ({
    span: [starts[from], starts[to] + parts[to].length] as [number, number],
    metadata: { published: { value, basis: 'metadata' as const } },
  })
  const posts = [post(1, 2, '2021-05-04T16:00:00Z'), post(3, 4, '2021-05-04T15:00:00Z')]

  it('are articles, and so is what stands before them', () => {
    const articles = layOut({ ...documentOf(text, passages), posts }, resources)
    expect(articles.map(({ span }) => text.slice(...span))).toEqual([
      parts[0],
      `${parts[1]}\n\n${parts[2]}`,
      `${parts[3]}\n\n${parts[4]}\n\n${parts[5]}`,
    ])
    expect(articles.map(({ title }) => title && text.slice(...title))).toEqual([undefined, 'First post', 'Second post'])
    expect(articles.map(({ own }) => own?.published?.value)).toEqual([
      undefined,
      '2021-05-04T16:00:00Z',
      '2021-05-04T15:00:00Z',
    ])
  })

  it('take the furniture before them where nothing else is there', () => {
    const bare = passages.map((passage, index) => (index === 0 ? { ...passage, kind: 'furniture' as const } : passage))
    const articles = layOut({ ...documentOf(text, bare), posts }, resources)
    expect(articles.map(({ span }) => span[0])).toEqual([0, starts[3]])
  })
})
