import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCaseTable } from '../../testing/case-table.ts'
import { readNouns, readParagraph } from '../../testing/read-text.ts'
import type { ArticleText, Time } from '../../types.ts'
import { findTimes } from './times.ts'

const CASES = readCaseTable(new URL('times.cases.tsv', import.meta.url))

const timesOf = (article: ArticleText, published: string): Time[] =>
  findTimes(article, published === '' ? undefined : { value: published, basis: 'given' }, 'a1')
const timesIn = async (text: string, published = ''): Promise<Time[]> => timesOf(await readParagraph(text), published)

/** "surface = value first..last", the days left out where they are the value. */
function show({ span, value, start, end }: Time, text: string): string {
  const days =
    start === undefined && end === undefined
      ? ''
      : start === value && end === value
        ? ''
        : ` ${start ?? ''}..${end ?? ''}`
  return `${text.slice(...span)} = ${value}${days}`
}

describe('times', () => {
  it('have a table of sixty cases at least', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(60)
  })

  it.each(CASES)('%s (%s)', async (text, published, expected) => {
    const shown = (await timesIn(text, published)).map((time) => show(time, text))
    expect(shown.join('; ') || 'none').toBe(expected)
  })

  it.each([
    ['It was on 3 May 2016.', 'date', 'day', 'absolute'],
    ['It was on Friday.', 'date', 'day', 'publication'],
    ['It was on Friday night.', 'time', 'day', 'publication'],
    ['It was at 5 p.m. on 3 May 2016.', 'time', 'minute', 'absolute'],
    ['It was last week.', 'date', 'week', 'publication'],
    ['It was three weeks ago.', 'date', 'week', 'publication'],
    ['It was in June.', 'date', 'month', 'publication'],
    ['It was in the summer of 2012.', 'date', 'season', 'absolute'],
    ['It was in 1999.', 'date', 'year', 'absolute'],
    ['It was in the 1990s.', 'date', 'decade', 'absolute'],
    ['It was in the 19th century.', 'date', 'century', 'absolute'],
    ['It lasted for several years.', 'duration', 'vague', 'absolute'],
    ['It comes every Friday.', 'set', 'day', 'absolute'],
  ])('%s is a %s, to the %s, by %s', async (text, type, precision, basis) => {
    const [time] = await timesIn(text, '2016-06-28')
    expect([time.type, time.precision, time.basis]).toEqual([type, precision, basis])
  })

  it('goes on from the date told before, block after block', async () => {
    const times = await timesIn(
      'On 3 June 2014 the town fell. The next day, shops were shut. Two days later they opened.',
    )
    expect(times.map(({ value, basis }) => [value, basis])).toEqual([
      ['2014-06-03', 'absolute'],
      ['2014-06-04', 'narrative'],
      ['2014-06-06', 'narrative'],
    ])
  })

  it('gives no bounds beyond the years of four digits', async () => {
    const [time] = await timesIn('He will return in May.', '9999-12-31')
    expect(time).toMatchObject({ value: '10000-05', precision: 'month' })
    expect(time).not.toHaveProperty('start')
  })

  it('goes on past letters and figures beyond the basic plane', async () => {
    expect(await timesIn('𝒜𝒜 𝟚 on 3 May 2016 𝒜', '2016-06-28')).toMatchObject([{ value: '2016-05-03' }])
  })

  const PIECE = fc.constantFrom(
    ...'3 31 May June 2016 1998-99 the last next two days ago later Friday at 10:30 p.m. - – , . to and of in 0 99999999 every twice a week early mid- century 19th BC AD \n ’90s 1e9'.split(
      ' ',
    ),
    ' ',
    '\n',
    '\u00a0\u00a0\u00a0',
    '😀',
    '𝒜',
    '𝟚',
    '\ud800',
    '\udc00',
  )

  it('keeps its spans apart and in the text, and its days in order, whatever it reads', () => {
    fc.assert(
      fc.property(
        fc.array(PIECE, { maxLength: 60 }),
        fc.constantFrom('', '2016-06-28', '0001-01-01', '9999-12-31'),
        (pieces, day) => {
          const text = pieces.join(' ')
          let from = 0
          for (const { span, start, end } of timesOf(readNouns(text), day)) {
            expect(span[0]).toBeGreaterThanOrEqual(from)
            expect(span[1]).toBeGreaterThan(span[0])
            expect(span[1]).toBeLessThanOrEqual(text.length)
            from = span[1]
            for (const bound of [start, end]) if (bound !== undefined) expect(bound).toMatch(/^\d{4}-\d\d-\d\d$/)
            if (start !== undefined && end !== undefined) expect(start <= end).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it.each([
    ['dates', '3 May, '],
    ['numbers', '19 '],
    ['blanks', ' '.repeat(50)],
    ['dashes', '10-'],
    ['words that open a phrase', 'the last '],
    ['spoken numbers', 'twenty-five thousand and '],
  ])('a paragraph of thousands of %s comes to an end', (_, piece) => {
    const span: [number, number] = [0, piece.length * 8000]
    const article = {
      text: piece.repeat(8000),
      blocks: [{ kind: 'paragraph' as const, span }],
      sentences: [],
      quotations: [],
    }
    expect(() => findTimes(article, { value: '2016-06-28', basis: 'given' }, 'a1')).not.toThrow()
  })
})
