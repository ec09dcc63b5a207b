import { describe, expect, test } from 'vitest'
import { joinQuoted } from './quoted-lines.ts'

describe('what a letter quotes stands apart, a paragraph on a line', () => {
  test.each<[text: string, joined: string, why: string]>([
    [
      '> The bridge at Zerin\n> was shut, he said.',
      '> The bridge at Zerin was shut, he said.',
      'a small letter goes on',
    ],
    [
      'No.\n> One fell.\n>\n> Two stood.\nYes.',
      'No.\n> One fell.\n\n> Two stood.\n\nYes.',
      'an empty line that is quoted parts paragraphs',
    ],
    [
      '>> Who says so?\n> The mayor.\nWe.',
      '>> Who says so?\n\n> The mayor.\n\nWe.',
      'who wrote it is another at each depth',
    ],
    ['> > Twice.', '>> Twice.', 'marks apart'],
    [
      '> Could you ask the mayor of the town about the bridge?\n> Rosa',
      '> Could you ask the mayor of the town about the bridge?\n> Rosa',
      'a name below a question',
    ],
    [
      '> The council of Zerin met on Tuesday night with\n> Mayor Hala and said that the bridge was\n> shut.',
      '> The council of Zerin met on Tuesday night with Mayor Hala and said that the bridge was shut.',
      'a full line before a capital letter',
    ],
    ['> Zerin Post\n> 4 Quay Street', '> Zerin Post\n> 4 Quay Street', 'lines that end where they should'],
    ['The bridge\nis shut.', 'The bridge\nis shut.', 'nothing is quoted'],
    ['5 > 4, he said.', '5 > 4, he said.', 'a sign in a sentence'],
  ])('%j (%s)', (text, joined) => {
    expect(joinQuoted(text, null)).toBe(joined)
  })

  test.each<[text: string, dropsSpace: boolean, joined: string, why: string]>([
    ['The bridge \nis shut.', false, 'The bridge is shut.', 'a space goes on'],
    ['Brü \ncke', true, 'Brücke', 'a space that is dropped'],
    ['> The bridge \n> is shut. \nNo.', false, '> The bridge is shut.\n\nNo.', 'never from one depth to another'],
    ['Yours \n-- \nRosa', false, 'Yours \n-- \nRosa', 'a signature'],
    [' > 4 is more', false, '> 4 is more', 'a protected sign'],
  ])('flowed: %j, %j (%s)', (text, dropsSpace, joined) => {
    expect(joinQuoted(text, { dropsSpace })).toBe(joined)
  })
})
