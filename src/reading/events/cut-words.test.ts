import { expect, it } from 'vitest'
import { withWholeWords } from './cut-words.ts'

it.each<[text: string, given: string, whole: string | null, why: string]>([
  ['They burned a government-run school.', 'government', null, 'part of another word'],
  ['He shot a well-known lawyer.', 'known lawyer', 'a well-known lawyer', 'cut within a word'],
  ['Ruiz’s brother was shot.', 's brother', 'Ruiz’s brother', 'cut behind the apostrophe'],
  ['Forces under the command of Ana Ruiz took it.', 'Forces under the command of', 'Forces', 'loose words behind'],
  ['Gunmen stormed a ministry in central Gao.', 'a ministry in', 'a ministry', 'a loose preposition'],
  ['Up to 30 gunmen came.', 'Up to 30 gunmen', '30 gunmen', 'loose words ahead'],
  ['Ten boys, among them a clerk, came.', 'Ten boys, among them a', 'Ten boys', 'a remark about some of them'],
  ['Boys from among the poor came.', 'Boys from among the poor', 'Boys from among the poor', 'no remark'],
  ['This week alone 37 herders died.', 'alone 37 herders', '37 herders', 'of the time before it'],
  ['Gunmen positioned on a hill shot him.', 'Gunmen positioned', 'Gunmen', 'where they stood'],
  ['Since 2015 troops have killed forty.', '2015 troops', 'troops', 'a year ahead'],
  ['The army sent 2000 troops.', '2000 troops', '2000 troops', 'a number that could be a year'],
  ['Nine died, among them a clerk.', 'among them a clerk', 'a clerk', 'a remark ahead of it'],
  ['It hit public and private homes.', 'and private homes', 'private homes', 'one of two'],
  ['A line of troops fired.', 'of troops', 'troops', 'a loose preposition ahead'],
  ['Gunmen -- masked -- came.', 'Gunmen', 'Gunmen', 'a dash'],
  ['The mayor of Dol was shot.', 'The mayor of Dol', 'The mayor of Dol', 'a preposition inside'],
  ['Togo’s army fired.', 'Togo’s army', 'Togo’s army', 'begins like "to"'],
  ['Rebels of the Dawn-Light Front came.', 'Dawn-Light Front', 'Dawn-Light Front', 'a hyphen inside'],
])('%j, %j: %j, %s', (text, given, whole) => {
  const start = text.indexOf(given)
  const span = withWholeWords(text, [start, start + given.length])
  expect(span && text.slice(...span)).toBe(whole)
})
