import { describe, expect, test } from 'vitest'
import { openDocument } from '../document.ts'

const open = (rtf: string) => openDocument({ bytes: Buffer.from(rtf, 'latin1'), origin: 'a.rtf' })
const told = async (rtf: string) => (await open(rtf)).text

describe('RTF', () => {
  test.each<[rtf: string, text: string, why: string]>([
    [
      '{\\rtf1\\ansi The bridge \\b is\\b0  closed.\\par Nobody was hurt.}',
      'The bridge is closed.\n\nNobody was hurt.',
      'the last paragraph may have no end',
    ],
    [
      "{\\rtf1\\ansi\\ansicpg1252 \\'93Caf\\'e9\\'94 \\'80 40 \\'96 \\ldblquote yes\\rdblquote}",
      '“Café” € 40 – “yes”',
      'windows-1252',
    ],
    [
      "{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}\\f1\\'cc\\'fd\\'f0 \\f0 said.}",
      'Мэр said.',
      'a font of another alphabet',
    ],
    [
      "{\\rtf1\\ansi{\\fonttbl{\\f0\\fcharset128 A;}}\\f0\\'93\\'fa\\'96\\'7b.}",
      '日本.',
      'two bytes, one character, the second of which is a brace',
    ],
    [
      "{\\rtf1\\ansi\\uc1 Z\\u233?rin, \\u8220\\'93closed\\u8221\\'94.}",
      'Zérin, “closed”.',
      'what stands for older programs is passed over',
    ],
    [
      '{\\rtf1{\\fonttbl{\\f0 Times;}}{\\colortbl;\\red0;}{\\*\\generator X 1.0;}{\\info{\\author Me}}{\\pict\\pngblip 8950}The text.}',
      'The text.',
      'tables, pictures and what is said of the file',
    ],
    ['{\\rtf1 Before{\\pict\\bin5 {{\\}}} after.}', 'Before after.', 'bytes that look like groups'],
    [
      '{\\rtf1 See {\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the report}} here.}',
      'See the report here.',
      'a link has its words',
    ],
    ['{\\rtf1 The{\\footnote A note.} text.\\par}', 'The text.\n\nA note.', 'notes go to the end'],
    [
      '{\\rtf1{\\header Lanta desk copy\\par}The text.\\par}',
      'The text.\n\nLanta desk copy',
      'heads of pages are furniture',
    ],
    ['{\\rtf1 It {\\deleted killed nine}{\\v hidden}was said.\\par}', 'It was said.', 'deleted and hidden words'],
    ['{\\rtf1\\trowd Zerin\\cell 40\\cell\\row The text.\\par}', 'Zerin 40\n\nThe text.', 'cells stay apart'],
    ['{\\rtf1 \\{a\\} \\\\ b\\~c\\-d}', '{a} \\ b\u00a0cd', 'signs'],
  ])('%s', async (rtf, text) => {
    expect(await told(rtf)).toBe(text)
  })

  test('styles say what a paragraph is', async () => {
    const rtf =
      '{\\rtf1{\\stylesheet{\\s0 Normal;}{\\s1\\b Title;}{\\s2\\sbasedon0 heading 1;}}\\pard\\s1 Bridge closed\\par\\pard\\s2 What is known\\par\\pard The text.\\par}'
    const { passages, metadata } = await open(rtf)
    expect(passages.map(({ kind }) => kind)).toEqual(['title', 'heading', null])
    expect(metadata).toEqual({ title: 'Bridge closed' })
  })

  test('the title among the properties', async () => {
    expect((await open('{\\rtf1{\\info{\\title Bridge closed}}The text.}')).metadata).toEqual({
      title: 'Bridge closed',
    })
  })

  test.each<[rtf: string, failure: string]>([
    ['{\\rtf1 }', 'there is no text in it'],
    [`{\\rtf1 ${'{'.repeat(5000)}`, 'nested more than 2000 groups deep'],
  ])('%# is refused', async (rtf, failure) => {
    await expect(open(rtf)).rejects.toThrow(failure)
  })

  test.each([
    '}'.repeat(10),
    '\\bin99999999999 x',
    '\\u99999999999 ?',
    "\\'zz",
    '\\',
    '\\uc-5 \\u65',
    `\\${'a'.repeat(100)}`,
  ])('%# does no harm', async (more) => {
    expect(await told(`{\\rtf1 Words. ${more}`)).toContain('Words.')
  })

  test('an article about RTF stays text', async () => {
    expect((await open('The file began with {\\rtf1, the mayor said.')).mediaType).toBe('text/plain')
  })
})
