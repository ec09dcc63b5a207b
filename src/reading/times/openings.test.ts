import { describe, expect, it } from 'vitest'
import { readCaseTable } from '../../testing/case-table.ts'
import { RULES } from './find.ts'
import { openingOf, openings } from './openings.ts'

const CASES = readCaseTable(new URL('times.cases.tsv', import.meta.url))

describe('openings', () => {
  it.each<[string, string[]]>([
    ['May|June', ['may', 'june']],
    ['(?:the )?(?<month>May)', ['the ', 'may']],
    ['\\d{1,2}:', ['0:', '00:']],
    ['a+b', ['ab', 'aab', 'aaab', 'aaaa']],
    ['[-–/]x', ['-x', '–x', '/x']],
    ['(?<=by )(?!no)on', ['on']],
    ['in\\p{L}', ['in']],
    ['\\p{L}in', ['']],
    ['(?:a|bc){2}', ['aa', 'abc', 'bca', 'bcbc']],
    ['x[ \\t]{1,3}y', ['x y', 'x  y', 'x   ']],
    ['x?', ['', 'x']],
  ])('of %s are %j', (source, expected) => {
    expect(openings(source).toSorted()).toEqual(expected.toSorted())
  })

  it('let no rule out where it would match', () => {
    const starts = RULES.map(({ pattern }) => openings(pattern.source))
    for (const [text] of CASES)
      for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}'’]/gu))
        RULES.forEach(({ pattern }, rule) => {
          pattern.lastIndex = index
          if (!pattern.test(text)) return
          const opening = openingOf(text, index)
          expect(starts[rule].some((start) => opening.startsWith(start))).toBe(true)
        })
  })
})
