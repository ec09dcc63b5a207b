import { expect, it } from 'vitest'
import type { Span, Time } from '../../types.ts'
import { canDate } from './coarse-time.ts'

/** `<...>` marks the event, `{...}` others, `[...]` the time. */
it.each<[marked: string, precision: Time['precision'], dates: boolean, why: string]>([
  ['Rebels have <fought> there since [1994].', 'year', false, 'since when'],
  ['Rebels have <fought> there since the old regime {fell} in [1994].', 'year', false, 'when something else was'],
  ['Rebels have fought there since the king <fell> in [1994].', 'year', true, 'its own year'],
  ['He has been in <jail> since [June].', 'month', false, 'since when'],
  ['It grew worse since the <bombing> in [June].', 'month', true, 'its own month'],
  ['They have <clashed> since [Monday].', 'day', true, 'a day on which it happened too'],
  ['The driver was <killed> by men of the party {ousted} in [1994].', 'year', false, 'of the other'],
  ['The driver was <killed> in Karim in [1994].', 'year', true, ''],
  ['In [1994], gunmen <killed> a driver.', 'year', true, 'it opens the sentence'],
  ['He fled when in [1994] gunmen <killed> a driver.', 'year', true, 'it opens the clause'],
  ['The party, founded in [1994], <attacked> the court.', 'year', false, 'of something told aside'],
  ["[Last year]'s bloody <raid> was remembered.", 'year', true, 'its own'],
  ["The flag was burned at [last year]'s congress, which <shook> the town.", 'year', false, 'of the congress'],
  ['Clashes have <killed> 60 people [this year].', 'year', false, 'a sum'],
  ['He was <killed> in [June].', 'month', true, ''],
])('%s %s: %s (%s)', (marked, precision, dates) => {
  const text = marked.replace(/[<>{}[\]]/g, '')
  const spans = [...marked.matchAll(/([<{[])([^>}\]]+)[>}\]]/g)].map((match, nth): [mark: string, span: Span] => [
    match[1],
    [match.index - 2 * nth, match.index - 2 * nth + match[2].length],
  ])
  const [trigger, span] = ['<', '['].map((mark) => spans.find(([own]) => own === mark)?.[1] as Span)
  const triggers = spans.filter(([mark]) => mark !== '[').map(([, one]) => one)
  const time: Time = { id: 't1', span, type: 'date', value: '', precision, basis: 'absolute' }
  expect(canDate(time, trigger, [0, text.length], triggers, text)).toBe(dates)
})

it('takes a stretch of years for no date', () => {
  const text = 'They have fought for the past ten years.'
  const time: Time = {
    id: 't1',
    span: [20, 39],
    type: 'duration',
    value: 'P10Y',
    precision: 'year',
    basis: 'publication',
  }
  expect(canDate(time, [10, 16], [0, text.length], [], text)).toBe(false)
})
