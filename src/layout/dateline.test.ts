import { describe, expect, it } from 'vitest'
import { findBylines, findDateLine, findDateline, findImprint, findPlaceLine } from './dateline.ts'

const DATELINES: [text: string, place: string | null, date: string | undefined, why: string][] = [
  ['NEW YORK, Nov. 19 (UPI) — The army said so.', 'NEW YORK', undefined, 'a day without its year stays open'],
  ['BAGHDAD (ABC) - The army said so.', 'BAGHDAD', undefined, 'agency in brackets'],
  ['DOVER, N.H. (AP) — The army said so.', 'DOVER, N.H.', undefined, 'a state of initials'],
  ['KYIV, Ukraine — The army said so.', 'KYIV, Ukraine', undefined, 'city and country'],
  ['BEIRUT      Since May, the army fled.', 'BEIRUT', undefined, 'the dash lost, blanks left'],
  ['Mitrovica, 12 March 2021 (Agency) – The army said so.', 'Mitrovica', '2021-03-12', 'small letters with a date'],
  ['Gao (Agency) — The army said so.', 'Gao', undefined, 'small letters with an agency'],
  ['WASHINGTON and London — both said so.', null, undefined, 'not a dateline but a sentence'],
  ['The army – which fled – came back.', null, undefined, 'a dash in a sentence'],
  ['BAMAKO, Oct 7. – The army struck.', 'BAMAKO', undefined, 'a stop after the day'],
  ['ERBIL (Post)     Fighting went on.', 'ERBIL', undefined, 'no dash at all'],
  ['BOGOTÁ, Nov. 13, 2018 /Press/ -- Armed men fled.', 'BOGOTÁ', '2018-11-13', 'agency between strokes'],
  ['PUBLISHED: March 12 at noon, updated since.', null, undefined, 'no place'],
  ['WARNING: graphic pictures follow.', null, undefined, 'capitals that are no place'],
  ['NATO — the alliance — denied it.', null, undefined, 'a parenthesis between dashes'],
  ['JERUSALEM. April 4 (Interfax) - The army said so.', 'JERUSALEM', undefined, 'a stop after the place'],
  ['MINSK. Nov 3, 2021 (Agency) - The army said so.', 'MINSK', '2021-11-03', 'a stop after the place, and a year'],
  ['TROY, N.C. (AP) The army said so.', 'TROY, N.C.', undefined, 'a state of initials, and no dash'],
  ['KHARTOUM/NAIROBI, May 9 (Reuters) - The army said so.', 'KHARTOUM/NAIROBI', undefined, 'two places'],
  ['KABUL/DUBAI (Agency) The army said so.', 'KABUL/DUBAI', undefined, 'two places and no dash'],
  ['PORT SUDAN (Sudan), 12 March (AFP) — The army said so.', 'PORT SUDAN', undefined, 'the country in brackets'],
  ['Hisar, Sept 21 (Agency) The army said so.', 'Hisar', undefined, 'small letters, and no dash'],
  ['(Nairobi, May 9, 2023) – The army said so.', 'Nairobi', '2023-05-09', 'all of it in brackets'],
  ['Monday, May 9 (a holiday) was quiet.', null, undefined, 'brackets in a sentence'],
  ['(Nairobi, the capital) – The army said so.', null, undefined, 'no day'],
  ['UNITED STATES. The army said so.', null, undefined, 'a stop, and neither day nor agency'],
  ['THE ARMY (which fled) came back.', null, undefined, 'brackets in a sentence'],
  ['AND/OR – a phrase of lawyers – was struck out.', null, undefined, 'a stroke in a sentence'],
]

describe('findDateline', () => {
  it.each(DATELINES)('%s', (text, place, date) => {
    const found = findDateline(text, [0, text.length])
    expect(found?.dateline.place ?? null).toBe(place)
    expect(found?.date).toBe(date)
  })
})

describe('findPlaceLine', () => {
  it.each([
    ['Hisar, September 21', 'Hisar'],
    ['Port Sudan, Sudan, 9 May', 'Port Sudan, Sudan'],
    ['New Delhi, Sept. 21.', 'New Delhi'],
    ['Bangsa Lens, Feb. 22, 2022', null], // with its year it may be who printed it
    ['Published, September 21', null],
    ['He fled Hisar, September 21', null],
    ['Hisar, September 21 was the day.', null],
  ])('%s', (line, place) => expect(findPlaceLine(line, [0, line.length])?.dateline.place ?? null).toBe(place))
})

describe('findImprint', () => {
  it.each([
    ['Bangsa Lens, Feb. 22, 2022', { outlet: 'Bangsa Lens', date: '2022-02-22' }],
    ['Caspian Line, Baku, 19.04.2021 11:20', { outlet: 'Caspian Line', date: '2021-04-19' }],
    ['The Post | 3 May 2020', { outlet: 'The Post', date: '2020-05-03' }],
    ['Soldiers on a tank opposite Shirqat, on June 20, 2016', null],
    ['He was shot on Monday, 3 May 2020', null],
    ['By Ana Ruiz, 3 May 2020', null],
    ['Hisar, September 21', null],
  ])('%s', (line, expected) => expect(findImprint(line)).toEqual(expected))
})

describe('findBylines', () => {
  it.each([
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['By ANA RUIZ and Joe Bloggs', ['ANA RUIZ', 'Joe Bloggs']],
    ['By Ana Ruiz, staff writer', ['Ana Ruiz']],
    ['By Ana Ruiz | 12 May', ['Ana Ruiz']],
    ['By Salimata Dembaga for River Radio', ['Salimata Dembaga']],
    ['By Monday the army had fled.', null],
    ['By then it was over', null],
    ['by the river', null],
  ])('%s', (line, expected) => expect(findBylines(line)).toEqual(expected))
})

describe('findDateLine', () => {
  it.each([
    ['12 March 2021', { date: '2021-03-12' }],
    ['Published: March 12, 2021 14:20 GMT', { date: '2021-03-12' }],
    ['2021-03-12', { date: '2021-03-12' }],
    ['13/02/2021', { date: '2021-02-13' }],
    ['03/02/2021', { date: null }],
    ['Updated on Sunday, 14 March', { date: null }],
    ['31 February 2021', { date: null }],
    ['12 March 2021 was a dark day', null],
    ['Published: Fri 12 Mar 2021 Updated 5 minutes ago', { date: '2021-03-12' }],
    ['Last updated 13 March 2021 | Published 12 March 2021', { date: '2021-03-12' }],
    ['By Ana Ruiz | March 12, 2021', { date: '2021-03-12' }],
    ['Updated 5 minutes ago', null],
    ['By Ana Ruiz | Zerin', null],
    ['The army | 12 March 2021', null],
  ])('%s', (line, expected) => expect(findDateLine(line)).toEqual(expected))
})
