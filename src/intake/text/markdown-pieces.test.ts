import { describe, expect, test } from 'vitest'
import { markdown } from './markdown.ts'
import { cutIntoPieces, PIECE_LENGTH } from './markdown-pieces.ts'

const cut = (source: string) => cutIntoPieces(source.split('\n'))
const paragraphs = `${'The river rose again. '.repeat(10)}\n\n`.repeat(200)
const inFence = paragraphs.slice(0, 50_000)

describe('a long text is cut where nothing hangs together', () => {
  test.each([
    ['a short text is one piece', 'One.\n\nTwo.', 1, false],
    ['paragraphs', paragraphs, 6, false],
    ['one paragraph of many lines', 'A line.\n'.repeat(5000), 3, true],
    ['a table of 60 kB', `a|b\n-|-\n${'1|2\n'.repeat(15_000)}`, 1, false],
    ['a table without end', `a|b\n-|-\n${'1|2\n'.repeat(20_000)}`, 2, true],
    ['lines that run on in a quotation', `> a\n${'a\n'.repeat(1200)}`, 2, true],
    ['a quotation with all its marks', '> a\n'.repeat(1200), 1, false],
    ['a fence', `\`\`\`\n${inFence}\n\`\`\`\n`, 1, false],
    ['a fence within longer fences', `\`\`\`\`\n\`\`\`\n${inFence}\n\`\`\`\`\n`, 1, false],
    ['a comment', `<!--\n${paragraphs}-->`, 1, false],
    ['a list with paragraphs', `- a\n\n  b\n\n`.repeat(3000), 4, false],
  ])('%s', (_, source, count, isBounded) => {
    const { pieces, isBounded: told } = cut(source)
    expect({ count: pieces.length, isBounded: told }).toEqual({ count, isBounded })
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(5 * PIECE_LENGTH)
  })
})

test('links and notes are found in other pieces too', () => {
  const source = `See [the report][r], [that][none] and this[^1].\n\n${paragraphs}[r]: http://a.example\n\n[^1]: A note.`
  const { text } = markdown.parse({ bytes: Buffer.from(source), origin: 'a.md' })
  expect(text).toMatch(/^See the report, \[that\]\[none\] and this\.\n\n/)
  expect(text).toMatch(/again\.\n\nA note\.$/)
})

test('pieces lose no words', () => {
  const { text } = markdown.parse({ bytes: Buffer.from(paragraphs), origin: 'a.md' })
  expect(text).toBe(paragraphs.trim().replace(/ \n/g, '\n'))
})
