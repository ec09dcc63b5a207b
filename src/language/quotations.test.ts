import { describe, expect, it } from 'vitest'
import type { Block } from '../types.ts'
import { findQuotations } from './quotations.ts'

const blocksOf = (text: string): Block[] => {
  let at = 0
  return text.split('\n\n').map((part) => {
    const start = text.indexOf(part, at)
    at = start + part.length
    return { kind: 'paragraph', span: [start, at] }
  })
}

const CASES: [text: string, quotations: string[][], why: string][] = [
  ['He said “we left” today.', [['“we left”']], 'curly'],
  ['He said "we left" and "never came back".', [['"we left"'], ['"never came back"']], 'straight'],
  ['He said «we left» today.', [['«we left»']], 'guillemets'],
  ['He said „we left“ today.', [['„we left“']], 'low and high'],
  ['Kosovo ‘will defend’ it, said Kosovo’s man.', [['‘will defend’']], 'single beside an apostrophe'],
  ["It's the men's 'last stand', he said.", [["'last stand'"]], 'straight single beside apostrophes'],
  ['The soldiers’ camp and the villagers’ well.', [], 'plural possessives'],
  ['She said ‘the soldiers’ camp is lost’ today.', [['‘the soldiers’ camp is lost’']], 'a possessive inside'],
  ['“We asked: ‘Why?’ They left,” she said.', [['“We asked: ‘Why?’ They left,”']], 'nested: the outermost'],
  ['“We left.\n\n“We came back,” he said.', [['“We left.', '“We came back,”']], 'goes on in the next paragraph'],
  ['“We left.\n\nThe army denied it.', [['“We left.']], 'never closed'],
  ['He was born in the ’90s and ’tis so.', [], 'elisions'],
  ["Rock 'n' roll in the '80s.", [], 'elisions with straight marks'],
  ['A 6" pipe and a 9" gun.', [], 'inches'],
  ['‘We left’, he said; ‘we came’.', [['‘We left’'], ['‘we came’']], 'British order'],
]

describe('findQuotations', () => {
  it.each(CASES)('%s', (text, expected) => {
    const found = findQuotations(text, blocksOf(text)).map(({ spans }) => spans.map(([s, e]) => text.slice(s, e)))
    expect(found).toEqual(expected)
  })
})
