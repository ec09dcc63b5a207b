import { expect, test } from 'vitest'
import { clipped, clippedBefore, days, fieldName, fieldValue, kindOf, outletOf, sentence, titleOf } from './words.ts'

test('text is cut between words, unless a single word would leave too little', () => {
  const table: [text: string, most: number, expected: string][] = [
    ['the mayor of Karim', 40, 'the mayor of Karim'],
    ['the mayor of Karim', 18, 'the mayor of Karim'],
    ['the mayor of Karim', 15, 'the mayor of…'],
    ['the mayor of Karim', 12, 'the mayor of…'],
    ['Donaudampfschifffahrt', 10, 'Donaudampf…'],
    ['a Donaudampfschifffahrt', 10, 'a Donaudam…'],
  ]
  for (const [text, most, expected] of table) expect(clipped(text, most), `${text} ${most}`).toBe(expected)
  expect(clippedBefore('the army said that it had', 12)).toBe('… that it had')
  expect(clippedBefore('it had', 12)).toBe('it had')
})

test('days: a whole month or year has its name', () => {
  const table: [start: string | null, end: string | null, expected: string][] = [
    [null, null, 'no date'],
    ['2016-07-05', '2016-07-05', '5 July 2016'],
    ['2016-07-05', null, '5 July 2016'],
    ['2016-07-05', '2016-07-07', '5 July 2016 to 7 July 2016'],
    ['2016-02-01', '2016-02-29', 'Feb 2016'],
    ['2015-02-01', '2015-02-28', 'Feb 2015'],
    ['2016-02-01', '2016-02-28', '1 Feb 2016 to 28 Feb 2016'],
    ['2016-01-01', '2016-12-31', '2016'],
    ['2016-12-01', '2016-12-31', 'Dec 2016'],
    ['2015-01-01', '2016-12-31', '1 Jan 2015 to 31 Dec 2016'],
  ]
  for (const [start, end, expected] of table) expect(days(start, end), `${start} ${end}`).toBe(expected)
})

test('what the pages call things', () => {
  expect(sentence('no source is called "x"')).toBe('No source is called "x".')
  expect(sentence('Is it?')).toBe('Is it?')
  expect([kindOf('ASSAULT'), kindOf('NEW-KIND')]).toEqual(['Violence', 'New kind'])
  const byHand = { title: null, outlet: null, origin: 'by hand, Ada Quist' }
  expect([titleOf(byHand), outletOf(byHand)]).toEqual(['Account added by Ada Quist', 'added by hand'])
  const file = { title: null, outlet: null, origin: 'reports/dam.txt' }
  expect([titleOf(file), outletOf(file)]).toEqual(['dam.txt', 'no outlet'])
})

test('what was decided, in words and not in codes', () => {
  expect(fieldName('Recipient')).toBe('Who was hit')
  expect(fieldName('Toll of')).toBe('Toll of')
  expect(fieldValue('Stance', 'doubts')).toBe('doubts it')
  expect(fieldValue('Mode', 'heavy-weapons')).toBe('heavy weapons')
  expect(fieldValue('Words', 'actual')).toBe('actual')
})
