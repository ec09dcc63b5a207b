import { expect, test } from 'vitest'
import { countKinds } from './kinds-of-file.ts'

const lineOf = (...types: string[]): string | null => {
  const kinds = countKinds()
  for (const type of types) kinds.add(type)
  return kinds.line()
}
const times = (n: number, type: string): string[] => Array<string>(n).fill(type)

test('the commonest first, one and many', () => {
  expect(lineOf('application/pdf', ...times(2, 'text/plain'), ...times(3, 'text/html'))).toBe(
    '  3 web pages, 2 plain texts, 1 PDF',
  )
})

test('types that people call the same are one kind', () => {
  expect(lineOf('application/rtf', 'application/vnd.oasis.opendocument.text', ...times(3, 'text/plain'))).toBe(
    '  3 plain texts, 2 office documents',
  )
})

test('nothing where there is nothing to tell apart', () => {
  expect(lineOf(...times(9, 'text/plain'))).toBeNull()
  expect(lineOf('text/plain', 'text/html', 'text/vtt', 'application/pdf')).toBeNull()
})

test('of many kinds the rarest are counted together, with those that have no name', () => {
  const types = [
    ...times(9, 'text/plain'),
    ...times(8, 'text/html'),
    ...times(7, 'message/rfc822'),
    ...times(6, 'application/pdf'),
    ...times(5, 'text/vtt'),
    ...times(4, 'application/rss+xml'),
    ...times(3, 'text/markdown'),
    ...times(2, 'application/rtf'),
    ...times(9, 'application/x-unheard-of'),
  ]
  expect(lineOf(...types)).toMatch(/^ {2}9 plain texts, 8 web pages, .*, 3 Markdown files, 11 of other kinds$/)
})
