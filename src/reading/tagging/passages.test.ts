import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { makeTokenizer } from '../../language/pieces.ts'
import type { Span } from '../../types.ts'
import { passagesOf } from './passages.ts'

const vocabulary = readFileSync(new URL('../../../models/vocab.txt', import.meta.url), 'utf8')
const tokenizer = makeTokenizer(vocabulary.trimEnd().split('\n'))

const words = (count: number) => Array.from({ length: count }, (_, index) => `${index % 10}`).join(' ')

const CASES: [paragraphs: string[], passages: number, why: string][] = [
  [['Short.'], 1, 'one'],
  [['Short.', 'Shorter.', 'Short again.'], 1, 'packed together'],
  [[words(12), words(12)], 2, 'too long to be packed'],
  [[words(18)], 1, 'just fits'],
  [[words(19)], 2, 'a piece too many'],
  [[words(100)], 8, 'one endless paragraph'],
  [['Short.', words(40), 'Short.'], 5, 'between others'],
  [['\u200b'], 0, 'nothing to read'],
]

it.each(CASES)('%j makes %i passages', (paragraphs, count) => {
  const text = paragraphs.join('\n\n')
  const spans = paragraphs.map((paragraph, index): Span => {
    const start = paragraphs.slice(0, index).join('').length + 2 * index
    return [start, start + paragraph.length]
  })
  const passages = [...passagesOf(text, spans, tokenizer, 20)]
  expect(passages).toHaveLength(count)
  for (const { pieces } of passages) expect(pieces.ids.length).toBeLessThanOrEqual(20)
  const all = spans.flatMap(([start, end]) => tokenizer.split(text.slice(start, end), start).start)
  // Each piece is answered for once.
  expect(all.map((at) => passages.filter(({ keep }) => keep[0] <= at && at < keep[1]).length)).toEqual(all.map(() => 1))
})
