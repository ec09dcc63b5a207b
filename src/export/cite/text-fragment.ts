// A stretch of a text -> the end of an address by which a browser scrolls to those words of the page: ":~:text=The%20bridge". (WICG, URL
// Fragment Text Directives.)

import type { Span } from '../../types.ts'

/** A longer quotation is told by how it begins and ends. */
const MAX_WHOLE = 250
const WORDS = 6
/** So many words before and behind tell one place from another where the same words stand twice. */
const WORDS_AROUND = 3

export function textFragment(text: string, [start, end]: Span): string {
  const exact = text.slice(start, end).trim()
  const words = exact.split(/\s+/)
  const isLong = exact.length > MAX_WHOLE && words.length > 2 * WORDS
  // Words of two paragraphs are never found as one.
  const inParts = words.length > 1 && (isLong || /\n/.test(exact))
  const many = Math.min(WORDS, Math.floor(words.length / 2))
  const parts = inParts ? [words.slice(0, many), words.slice(-many)] : [words]
  const isTwice = text.indexOf(exact) !== text.lastIndexOf(exact)
  const before = isTwice ? lineBefore(text, start).slice(-WORDS_AROUND) : []
  const behind = isTwice ? lineBehind(text, end).slice(0, WORDS_AROUND) : []
  return `:~:text=${[
    ...(before.length > 0 ? [`${encode(before)}-`] : []),
    ...parts.map(encode),
    ...(behind.length > 0 ? [`-${encode(behind)}`] : []),
  ].join(',')}`
}

const lineBefore = (text: string, at: number): string[] =>
  wordsOf(text.slice(text.lastIndexOf('\n', at - 1) + 1, at).slice(-MAX_WHOLE))

const lineBehind = (text: string, at: number): string[] =>
  wordsOf(/^.*/.exec(text.slice(at, at + MAX_WHOLE))?.[0] ?? '')

const wordsOf = (line: string): string[] => line.split(/\s+/).filter(Boolean)

/** The hyphen, the comma and the ampersand have a meaning here; brackets and the like have one where addresses are pasted. */
const encode = (words: readonly string[]): string =>
  encodeURIComponent(words.join(' ').replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[-!'()*~_]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
