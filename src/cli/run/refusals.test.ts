import { expect, test } from 'vitest'
import { groupOf } from './refusal-groups.ts'
import { countRefusals } from './refusals.ts'

const PNG = 'this is a PNG image, which cannot be read; if it shows text, a program makes text of it'
const DAMAGED = 'the archive is damaged (unexpected end of file)'

const tell = (...refused: [place: string, message: string][]): string[] => {
  const refusals = countRefusals()
  for (const [place, message] of refused) refusals.add(place, message)
  return refusals.lines()
}

test('few are in sight still', () => {
  expect(tell(['a.png', PNG], ['b.png', PNG], ['c.png', PNG], ['d.zip', DAMAGED])).toEqual([])
})

test('many are counted by their reason, the commonest first', () => {
  expect(
    tell(
      ['d.zip', DAMAGED],
      ['a.png', PNG],
      ['b.png', PNG],
      ['c.png', PNG],
      ['e.zip', 'the archive is damaged (invalid distance)'],
      ['f.png', PNG],
      ['g.json', '"id" is not a string'],
    ),
  ).toEqual([
    '  4  no text but a picture; OCR (Tesseract, OCRmyPDF) makes text of it: a.png, b.png, c.png, ...',
    '  2  damaged or cut off; copy or fetch it again: d.zip, e.zip',
    '  1  ... is not a string: g.json',
  ])
})

test('what is of one file alone makes no reason of its own', () => {
  expect(
    tell(
      ...[9, 10, 11, 12, 13].map((size): [string, string] => [
        `${size}.txt`,
        `${size}.5 MB is over the limit of 1 MB; raise it`,
      ]),
    ),
  ).toEqual(['  5  too large; --max-size raises the limit: 9.txt, 10.txt, 11.txt, ...'])
})

test('a message of no group is told without what is of one file alone', () => {
  expect(
    tell(
      ...['a', 'b', 'c', 'd', 'e'].map((name): [string, string] => [name, `there is no column "${name}"; name one`]),
    ),
  ).toEqual(['  5  there is no column ...: a, b, c, ...'])
})

test('the folder that all are in is not repeated', () => {
  const places = ['in/a/x.png', 'in/a/y.png', 'in/b.zip#p/q.png', 'in/az.png', 'in/z.png']
  expect(tell(...places.map((place): [string, string] => [place, PNG]))).toEqual([
    '  5  no text but a picture; OCR (Tesseract, OCRmyPDF) makes text of it: a/x.png, a/y.png, b.zip#p/q.png, ...',
  ])
})

test.each([
  ['this is a RIFF file (WebP, WAV or AVI), which cannot be read; a program', /^sound or video/],
  ['this is a tar archive, which cannot be read; unpack it first', /^still packed/],
  ['this is an old Office file, which cannot be read; open it', /^old Office format/],
  ['this is JSON, not prose; put each', /^data, code or settings/],
  ['this is the owner file of an open Word or Excel document, which cannot be read; it can be ignored', /^owner file/],
  ['the PDF is protected by a password; save it', /^behind a password/],
  ['its length is stated as 171 B, which is wrong, and the archive ends after 139 B; it is not read', /^damaged/],
  ['the picture is the proof (a saying)', /^the picture is the proof$/],
])('%s', (message, group) => {
  expect(groupOf(message)).toMatch(group)
})

test('one screen holds them, whatever the names are', () => {
  const many = Array.from({ length: 200 }, (_, index): [string, string] => [
    `${'folder/'.repeat(50)}\u001b[2J${index}.bin`,
    `${String.fromCodePoint(0x4e00 + index)} is wrong`,
  ])
  const lines = tell(...many)
  expect(lines).toHaveLength(13)
  expect(lines.at(-1)).toBe('  and 188 others, for 188 other reasons')
  for (const line of lines) expect(line).toMatch(/^[^\u001b\n]{1,120}$/)
})
