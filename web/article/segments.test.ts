import { expect, test } from 'vitest'
import type { Mark, Role, Span } from './marks.ts'
import { pointedAt } from './marks.ts'
import { segmentBlocks } from './segments.ts'

const mark = (id: string, span: Span, role: Role = 'content'): Mark => ({ id, role, span })
const blocks = (...spans: Span[]) => spans.map((span) => ({ kind: 'paragraph' as const, span }))
const told = (segments: ReturnType<typeof segmentBlocks>) =>
  segments.map((block) => block.map(({ start, end, marks }) => `${start}-${end}:${marks.map(({ id }) => id).join('')}`))

test('segments', () => {
  const table: [blocks: Span[], marks: Mark[], expected: string[][], why: string][] = [
    [[[0, 9]], [], [['0-9:']], 'nothing marked'],
    [[[0, 9]], [mark('a', [2, 5])], [['0-2:', '2-5:a', '5-9:']], 'one in the middle'],
    [[[0, 9]], [mark('a', [0, 9])], [['0-9:a']], 'the whole block'],
    [[[0, 9]], [mark('a', [0, 6]), mark('b', [3, 9])], [['0-3:a', '3-6:ab', '6-9:b']], 'crossing each other'],
    [[[0, 9]], [mark('a', [0, 3]), mark('b', [3, 6])], [['0-3:a', '3-6:b', '6-9:']], 'side by side'],
    [
      [
        [0, 4],
        [5, 9],
      ],
      [mark('a', [2, 7])],
      [
        ['0-2:', '2-4:a'],
        ['5-7:a', '7-9:'],
      ],
      'over two blocks',
    ],
    [
      [
        [0, 4],
        [6, 9],
      ],
      [mark('a', [4, 6])],
      [['0-4:'], ['6-9:']],
      'between blocks',
    ],
    [[[0, 4]], [mark('a', [2, 2])], [['0-2:', '2-4:']], 'an empty mark covers nothing'],
    [[[5, 5]], [], [[]], 'an empty block'],
  ]
  for (const [spans, marks, expected, why] of table)
    expect(told(segmentBlocks(blocks(...spans), marks)), why).toEqual(expected)
})

test('of ten thousand marks in one block, none is looked at more than a few times', () => {
  let looks = 0
  const marks = Array.from({ length: 10_000 }, (_, index) => {
    const { span, ...rest } = mark(`s${index}`, [index * 100, index * 100 + 90])
    return {
      ...rest,
      get span() {
        looks++
        return span
      },
    }
  })
  expect(segmentBlocks(blocks([0, 1_000_000]), marks)[0]).toHaveLength(20_000)
  expect(looks).toBeLessThan(100 * marks.length)
})

test('a pointer means the smallest mark under it', () => {
  const whole = mark('s1', [0, 90])
  const trigger = mark('v1', [10, 16], 'event')
  expect(pointedAt([whole, trigger])).toBe(trigger)
  expect(pointedAt([])).toBe(null)
})
