import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaseTable } from '../../testing/case-table.ts'
import { readNouns, readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import type { ArticleText, Count } from '../../types.ts'
import { indexSides } from '../sides.ts'
import { findTimes } from '../times/times.ts'
import { findCounts } from './counts.ts'

const sides = indexSides(JSON.parse(readFileSync(new URL('../../../lexicon/sides.json', import.meta.url), 'utf8')))

const { names } = await sharedResources()
const CASES = readCaseTable(new URL('counts.cases.tsv', import.meta.url))

const countsOf = (article: ArticleText): Count[] =>
  findCounts(article, findTimes(article, undefined, 'a1'), 'a1', { sides, names })
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
  ])('a sentence of thousands of %s comes to an end', (_, piece) => {
    expect(() => findCounts(readNouns(piece.repeat(4000)), [], 'a1', { sides, names })).not.toThrow()
  })
})

it.each<[text: string, was: [number, number][], why: string]>([
  ['The ministry lowered the toll from 19 to 14 dead.', [[14, 19]], 'a figure taken back'],
  ['The number of wounded was corrected from 120 people to at least 80 people.', [[80, 120]], 'with bounds'],
  ['Soldiers moved 14 prisoners to 3 camps.', [], 'nothing came from there'],
  ['He walked from 3 houses in the west to 4 farms in the east.', [], 'a way between'],
  ['It has 14 members, down from 19 members.', [], 'no "to" behind it'],
])('%s: %j (%s)', async (text, was) => {
  const counts = await countsIn(text)
  const lowOf = (id: string) => counts.find((count) => count.id === id)?.low
  expect(counts.flatMap((count) => (count.was ? [[count.low, lowOf(count.was)]] : []))).toEqual(was)
})

it.each<[text: string, side: (string | undefined)[], why: string]>([
  ['The blast killed 12 soldiers and 3 villagers.', ['fighters', 'civilians'], 'each its own'],
  ['The blast killed 12 people.', [undefined], 'anybody'],
])('%s counts %j (%s)', async (text, side) => expect((await countsIn(text)).map((count) => count.side)).toEqual(side))
