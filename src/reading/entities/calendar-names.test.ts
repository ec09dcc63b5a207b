import { describe, expect, it } from 'vitest'
import { sharedResources } from '../../testing/resources.ts'
import { tagged } from '../../testing/tagged.ts'
import { calendarSurnames, isInPersonName } from './calendar-names.ts'

const { names: lexicon } = await sharedResources()

const NAMES: [words: string, word: string, why: string][] = [
  ['April Danso , a nurse , saw/VERB it', 'April', 'a first name, with an apposition'],
  ['June Danso said/VERB so', 'June', 'a first name that is a month'],
  ['her/PRON brother Sunday Danso said/VERB so', 'Sunday', 'behind a word for a person'],
  ['Ali left/VERB and/CCONJ June Danso , the/DET dean , stayed/VERB', 'June', 'behind “and”, with an office'],
  ['Sunday Danso , 34/NUM , saw/VERB it', 'Sunday', 'with an age'],
  ['Mr Friday saw/VERB it', 'Friday', 'a form of address'],
  ['General March left/VERB', 'March', 'a rank'],
  ['Theresa May said/VERB so', 'May', 'a first name before it'],
  ['Joseph Monday , a fisherman , left/VERB', 'Monday', 'a first name before it, an apposition behind'],
]

const DATES: [words: string, word: string, why: string][] = [
  ['Friday Hassan Danso said/VERB so', 'Friday', 'a day before a whole name'],
  ['Sunday Hezbollah fired/VERB rockets', 'Sunday', 'a day before a body'],
  ['Sunday Israeli troops left/VERB', 'Sunday', 'a day before a people'],
  ['the president Friday signed/VERB it', 'Friday', 'an office, then a day'],
  ['President Friday signed/VERB it', 'Friday', 'an office with a capital, then a day'],
  ['John Smith Friday told/VERB us', 'Friday', 'a whole name, then a day'],
  ['they/PRON met/VERB Joseph Friday', 'Friday', 'nothing behind it: a day'],
  ['on/ADP Friday said/VERB police', 'Friday', 'no article has named a Friday'],
  ['in/ADP May and/CCONJ June Danso , the/DET dean , left/VERB', 'June', 'two months'],
  ['May Day marches/NOUN', 'May', 'a feast'],
  ['Joseph left/VERB May 5/NUM', 'May', 'a date'],
]

describe('days and months in names', () => {
  const inName = (words: string, word: string, surnames: string[] = []) => {
    const tokens = tagged(words)
    return isInPersonName(
      tokens,
      tokens.findIndex(({ text }) => text === word),
      lexicon,
      new Set(surnames),
    )
  }
  it.each(NAMES)('%s: %s is a name (%s)', (words, word) => expect(inName(words, word)).toBe(true))
  it.each(DATES)('%s: %s is a date (%s)', (words, word) => expect(inName(words, word)).toBe(false))

  it('knows a surname again where it is the subject, and only there', () => {
    expect(calendarSurnames([{ tokens: tagged('Joseph Monday , a fisherman , left/VERB') }], lexicon)).toEqual(
      new Set(['Monday']),
    )
    expect(inName('Monday said/VERB so', 'Monday', ['Monday'])).toBe(true)
    expect(inName('on/ADP Monday said/VERB police', 'Monday', ['Monday'])).toBe(false)
  })
})
