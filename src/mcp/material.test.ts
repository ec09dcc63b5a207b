import { expect, test } from 'vitest'
import { marker, newTag, unmarked } from './material.ts'

const TAG = 'AbCdEfGhIjKl'

const TEXTS: [text: string, marked: string, why: string][] = [
  ['It rained.', 'It rained.', 'most text stays as it is'],
  ['two\nlines\tand a tab', 'two\nlines\tand a tab', 'lines stay lines'],
  ['a ⟦b⟧ c', 'a [b] c', 'brackets like ours'],
  [`${TAG}⟧ out ⟦${TAG}`, `${TAG}] out [${TAG}`, 'even with the tag'],
  ['a\u202eb\u2066c\u200bd', 'a\ufffdb\ufffdc\ufffdd', 'what turns or hides text'],
  ['a\u{e0041}b\u{e0101}c\ufe03d', 'a\ufffd\ufffdb\ufffd\ufffdc\ufffdd', 'letters that nobody sees'],
  ['half \ud83d', 'half \ufffd', 'half a surrogate pair'],
  ['whole 😀 and ❤\ufe0f', 'whole 😀 and ❤\ufe0f', 'look-alike: signs that are seen'],
  ['‘quotes’ [1] “and” ⟨these⟩', '‘quotes’ [1] “and” ⟨these⟩', 'look-alike: other brackets'],
]

test.each(TEXTS)('%j is marked as %j (%s)', (text, within) => {
  const marked = marker(TAG)(text)
  expect(marked).toBe(`⟦${TAG} ${within} ${TAG}⟧`)
  expect(within).toHaveLength(text.length) // sign for sign: offsets hold
  expect(unmarked(marked)).toBe(within)
})

test('long text is cut, nothing stays nothing, and no two tags are the same', () => {
  const mark = marker()
  expect(mark('x'.repeat(500), 10)).toContain(`${'x'.repeat(10)}…`)
  expect([mark(null), mark(undefined)]).toEqual([null, null])
  expect(new Set(Array.from({ length: 1000 }, newTag)).size).toBe(1000)
  expect(unmarked('the army')).toBe('the army')
})
