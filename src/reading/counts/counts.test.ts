import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaseTable } from '../../testing/case-table.ts'
import { readNouns, readParagraph } from '../../testing/read-text.ts'
import type { ArticleText, Count } from '../../types.ts'
import { findTimes } from '../times/times.ts'
import { findCounts } from './counts.ts'

const CASES = readCaseTable(new URL('counts.cases.tsv', import.meta.url))

const countsOf = (article: ArticleText): Count[] => findCounts(article, findTimes(article, undefined, 'a1'), 'a1')
const countsIn = async (text: string): Promise<Count[]> => countsOf(await readParagraph(text))

/** "~720-880 fighters", "314- people killed", "38 women killed <1": part of the first. */
function show({ low, high, approximate, of, fate, partOf }: Count): string {
  const bounds = low === high ? `${low}` : `${low}-${high ?? ''}`
  const part = partOf === undefined ? '' : ` <${partOf.replace(/^.*c/, '')}`
  return `${approximate ? '~' : ''}${bounds} ${of}${fate ? ` ${fate}` : ''}${part}`
}

describe('counts', () => {
  it('have a table of forty-five cases at least', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(45)
  })

  it.each(CASES)('%s', async (text, expected) => {
    expect((await countsIn(text)).map(show).join('; ') || 'none').toBe(expected)
  })

  it('span the number with what bounds it and what it counts', async () => {
    const text = 'Shells killed at least 12 unarmed villagers and wounded 30.'
    expect((await countsIn(text)).map(({ span }) => text.slice(...span))).toEqual([
      'at least 12 unarmed villagers',
      '30',
    ])
  })

  const PIECE = fc.constantFrom(
    ...'3 12 1,200 1.2 million dozens of a hundred thousand between and to - % $ at least up more than people soldiers were killed wounded including among them , . ( ) one two-thirds the'.split(
      ' ',
    ),
    '\n',
    '😀',
    '\ud800',
  )

  it('keep their spans in the text, their bounds in order and their parts known, whatever is read', () => {
    fc.assert(
      fc.property(fc.array(PIECE, { maxLength: 50 }), (pieces) => {
        const text = pieces.join(' ')
        const counts = countsOf(readNouns(text))
        const ids = new Set(counts.map(({ id }) => id))
        expect(ids.size).toBe(counts.length)
        for (const { span, low, high, of, partOf } of counts) {
          expect(span[0]).toBeLessThan(span[1])
          expect(span[1]).toBeLessThanOrEqual(text.length)
          expect(low).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(low)).toBe(true)
          if (high !== null) expect(high).toBeGreaterThanOrEqual(low)
          expect(of).not.toBe('')
          if (partOf !== undefined) expect(ids.has(partOf)).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['numbers', '12 '],
    ['counts', '12 people, including 3 men, '],
    ['digits', '1,000,'],
    ['number words', 'twenty thousand and '],
  ])('cost no more than twice as much for twice as many %s in one sentence', (_, piece) => {
    const cost = (times: number): number => {
      const article = readNouns(piece.repeat(times))
      const start = performance.now()
      findCounts(article, [], 'a1')
      return performance.now() - start
    }
    cost(500)
    expect(cost(8000)).toBeLessThan(8 * Math.max(cost(2000), 20))
  })
})
