import { expect, it } from 'vitest'
import { readParagraph } from '../../testing/read-text.ts'
import { sharedResources } from '../../testing/resources.ts'
import { findNames } from './names.ts'

const { names: lexicon } = await sharedResources()

const CASES: [text: string, names: string[], why: string][] = [
  ['Save the Children said so.', ['Save the Children'], 'a known name that begins with a verb'],
  ['She asked him to save the children of Dol.', ['Dol'], 'words of a known name that are no name'],
  ["The Lord's Resistance Army left.", ["Lord's Resistance Army"], 'a known name with an apostrophe'],
  [
    "The Ruvanda People's Liberation Army left.",
    ["Ruvanda People's Liberation Army"],
    'a body of those whose it says it is',
  ],
  ["Russia's Defence Ministry denied it.", ['Russia', 'Defence Ministry'], "a country's body"],
  ['The Committee to Defend Farmers said so.', ['Committee to Defend Farmers'], 'a committee that says what it is for'],
  ['He asked the Committee to free Ivan Petrov.', ['Committee', 'Ivan Petrov'], 'a plain infinitive'],
  ['The Commission on Missing Persons said so.', ['Commission on Missing Persons'], 'a commission and its subject'],
  ['He met the Council on Friday.', ['Council'], 'a day'],
  ['The Ministry of Water and Energy said so.', ['Ministry of Water and Energy'], 'a ministry of two subjects'],
  ['The Ministry of Water and Hezbollah said so.', ['Ministry of Water', 'Hezbollah'], 'two bodies'],
  ['Sunday Danso, a driver, was shot on Monday.', ['Sunday Danso'], 'a first name that is a day, and a day'],
]

it.each(CASES)('%s (%j: %s)', async (text, expected) => {
  const names = findNames(await readParagraph(text), lexicon)
  expect(names.map(({ surface }) => surface)).toEqual(expected)
})
