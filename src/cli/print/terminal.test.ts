import { expect, test } from 'vitest'
import type { Span } from '../../types.ts'
import { bracket, type Mark, paintRoles } from './marks.ts'
import { pace } from './progress.ts'
import { shortId } from './style.ts'
import { printable } from './text.ts'
import { wrapLines } from './wrap.ts'

const TEXT = 'A source said that Ruiz denied it.'
const at = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]
const MARKS: Mark[] = [
  { role: 'unnamed', span: at('A source') },
  { role: 'cue', span: at('said') },
  { role: 'content', span: at('that Ruiz denied it') },
  { role: 'source', span: at('Ruiz') },
  { role: 'cue', span: at('denied') },
  { role: 'content', span: at('it') },
]

test('a statement within a statement stands in brackets within brackets', () => {
  expect(bracket(TEXT, [0, TEXT.length], MARKS)).toBe('[?A source] <said> {that [Ruiz] <denied> {it}}.')
})

test('of the marks that share a character, the most telling shows', () => {
  const roles = paintRoles([0, TEXT.length], MARKS)
  expect(roles[TEXT.indexOf('Ruiz')]).toBe('source')
  expect(roles[TEXT.indexOf('that')]).toBe('content')
  expect(roles[TEXT.indexOf('denied')]).toBe('cue')
  expect(roles[TEXT.length - 1]).toBe(null)
})

const BRACKETED: [span: Span, marks: Mark[], expected: string, why: string][] = [
  [[0, 8], MARKS, '[?A source]', 'marks elsewhere are left out'],
  [[2, 13], [{ role: 'content', span: [0, 34] }], '{source said}', 'a mark over several blocks is cut to each'],
  [[0, 8], [MARKS[0], MARKS[0]], '[?A source]', 'a source shared by two statements is marked once'],
  [[9, 13], [], 'said', 'nothing to mark'],
]

test.each(BRACKETED)('%j %j', (span, marks, expected) => {
  expect(bracket(TEXT, span, marks)).toBe(expected)
})

const WRAPPED: [text: string, width: number, lines: string[]][] = [
  ['one two three', 7, ['one two', 'three']],
  ['one two three', 100, ['one two three']],
  ['one\ntwo   three', 9, ['one\ntwo', 'three']],
  ['  indented, longerthanwide end ', 8, ['indented,', 'longerthanwide', 'end']],
  ['', 10, []],
]

test.each(WRAPPED)('%j wrapped to %d', (text, width, lines) => {
  expect(wrapLines(text, width).map(({ start, end }) => text.slice(start, end))).toEqual(lines)
})

const UNSAFE: [text: string, expected: string, why: string][] = [
  ['plain — “text” é 市 🚨', 'plain — “text” é 市 🚨', 'ordinary text'],
  ['a\nb\r\n\tc', 'a b c', 'one line'],
  ['\u001b[31mred\u001b[0m', '\ufffd[31mred\ufffd[0m', 'colours'],
  ['\u001b]0;title\u0007', '\ufffd]0;title\ufffd', 'the window title'],
  ['\u009b31m', '\ufffd31m', 'the one-byte form'],
  ['evil\u202etxt.exe', 'evil\ufffdtxt.exe', 'reversed text'],
  ['\u061cevil', '\ufffdevil', 'the Arabic letter mark, which reorders too'],
  ['a\u2066b\u2069', 'a\ufffdb\ufffd', 'isolated text'],
  ['to\u200bday\u2060', 'to\ufffdday\ufffd', 'what has no width'],
  ['hi\u{e0041}\u{e007f}', 'hi\ufffd\ufffd', 'letters that nobody sees'],
  ['\ufff9a\ufffb', '\ufffda\ufffd', 'notes between lines'],
  ['می\u200cخواهم', 'می\u200cخواهم', 'look-alike: a joiner that Persian needs'],
  ['half \ud83d', 'half \ufffd', 'half a character'],
]

test.each(UNSAFE)('%j is printed as %j', (text, expected) => {
  expect(printable(text)).toBe(expected)
})

const PACES: [documents: number, done: number, total: number, seconds: number, rate: string, left: string][] = [
  [0, 0, 100, 5, '0.0', '-'],
  [10, 50, 100, 5, '2.0', '5 s'],
  [1, 1, 101, 1.5, '0.7', '2 min 30 s'],
  [1, 1, 8001, 1, '1.0', '2 h 13 min'],
  [3, 0, 0, 0, '-', '-'],
]

test.each(PACES)(
  '%d documents, %d of %d bytes in %d s: %s/s, %s left',
  (documents, done, total, seconds, rate, left) => {
    expect(pace(documents, done, total, seconds)).toEqual({ rate, left })
  },
)

test('only the hash is cut short', () => {
  expect(shortId('a'.repeat(64))).toBe('a'.repeat(10))
  expect(shortId('wire-2024-05-01-0001')).toBe('wire-2024-05-01-0001')
})
