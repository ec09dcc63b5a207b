import { expect, test } from 'vitest'
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
    '  4  this is a PNG image: a.png, b.png, c.png, ...',
    '  2  the archive is damaged: d.zip, e.zip',
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
  ).toEqual(['  5  N is over the limit of N: 9.txt, 10.txt, 11.txt, ...'])
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
