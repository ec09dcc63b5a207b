import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.ts'

const CASES: [text: string, sentences: string[], why: string][] = [
  ['The road is shut. Nobody came.', ['The road is shut.', 'Nobody came.'], 'the plain case'],
  ['He met the U.S. Secretary of State.', ['He met the U.S. Secretary of State.'], 'initials before a capital'],
  [
    'It was seen in the U.S. The army denied it.',
    ['It was seen in the U.S.', 'The army denied it.'],
    'initials at the end',
  ],
  ['On Sept. 24 Gen. Amadi left.', ['On Sept. 24 Gen. Amadi left.'], 'month and rank'],
  ['J. R. Okoro and Mary W. Lund spoke.', ['J. R. Okoro and Mary W. Lund spoke.'], 'initials of names'],
  [
    'She told Sentinel.In an interview she said no.',
    ['She told Sentinel.', 'In an interview she said no.'],
    'a missing space',
  ],
  ['It rose 3.5 percent. See example.com now.', ['It rose 3.5 percent.', 'See example.com now.'], 'numbers, hosts'],
  [
    '“We waited ... and left. Nobody came,” he said.',
    ['“We waited ... and left.', 'Nobody came,” he said.'],
    'ellipsis inside',
  ],
  ['“Is it over?” he asked. “No!” they said.', ['“Is it over?” he asked.', '“No!” they said.'], 'a question goes on'],
  ['He left…It was dark.', ['He left…', 'It was dark.'], 'an ellipsis without a space'],
  ['They fled." The army came.', ['They fled."', 'The army came.'], 'closing mark belongs to its sentence'],
  ['“They fled.”The army came.', ['“They fled.”', 'The army came.'], 'a missing space after a mark'],
  ['At 5 p.m. the shelling stopped.', ['At 5 p.m. the shelling stopped.'], 'a small letter goes on'],
  [
    'Death of a sergeant .  According to him, no.',
    ['Death of a sergeant .', 'According to him, no.'],
    'a blank before the stop',
  ],
  ['No. 5 Brigade fled.', ['No. 5 Brigade fled.'], 'number'],
  ['What now?! Nothing.', ['What now?!', 'Nothing.'], 'two marks'],
  ['no capital, no stop', ['no capital, no stop'], 'no end at all'],
  ['   ', [], 'nothing but space'],
  ['A U.S.-led coalition and St. Petersburg agreed.', ['A U.S.-led coalition and St. Petersburg agreed.'], 'compounds'],
]

describe('splitSentences', () => {
  it.each(CASES)('%s', (text, expected) => {
    expect(splitSentences(text).map(([start, end]) => text.slice(start, end))).toEqual(expected)
  })
})
