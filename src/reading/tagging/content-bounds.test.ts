import { expect, it } from 'vitest'
import type { Quotation, Sentence, Span } from '../../types.ts'
import { withinBounds } from './content-bounds.ts'
import type { Found } from './distinct.ts'
import { surroundingsOf } from './surroundings.ts'

const spanOf = (at: number, word: string): Span => [at, at + word.length]

/** [content] (source) {cue}: what the model found, in a text whose sentences end with a full stop, a colon or a line. */
function bounded(marked: string): string[] {
  const spans: Record<'[' | '(' | '{', Span[]> = { '[': [], '(': [], '{': [] }
  let text = ''
  for (const char of marked) {
    if (char === '[' || char === '(' || char === '{') spans[char].push([text.length, text.length])
    else if (char === ']') spans['['][spans['['].length - 1][1] = text.length
    else if (char === ')') spans['('][spans['('].length - 1][1] = text.length
    else if (char === '}') spans['{'][spans['{'].length - 1][1] = text.length
    else text += char
  }
  const cue = spans['{'][0]
  const sentences = [...text.matchAll(/\S[^.:\n]*(?:[.:]["”]?|$)/g)].map(({ index, 0: words }) => [
    index,
    index + words.length,
  ])
  const [start, end] = sentences.find(([from, to]) => from <= cue[0] && cue[1] <= to) ?? [0, text.length]
  const tokens = [...text.slice(start, end).matchAll(/[\p{L}\p{N}'’-]+|\S/gu)].map(({ index, 0: word }) => ({
    text: word,
    lemma: word,
    pos: 'X',
    span: spanOf(start + index, word),
  }))
  const sentence: Sentence = { span: [start, end], block: 0, tokens }
  const quotations: Quotation[] = [...text.matchAll(/[“"][^”"]*[”"]/g)].map(({ index, 0: words }) => ({
    spans: [[index, index + words.length]],
    closed: true,
  }))
  const near = surroundingsOf({ text, blocks: [], sentences: [sentence], quotations })
  const found: Found = { source: spans['('], cue: [cue], content: spans['['], sure: 1 }
  return withinBounds(found, near).content.map((span) => text.slice(...span))
}

it.each([
  ['[Two died near Dol on] Monday, (the mayor) {said}.', ['Two died near Dol on Monday'], 'a day left behind'],
  [
    '[He was held at] the port in Dol on Monday, {said} (the mayor).',
    ['He was held at the port in Dol on Monday'],
    'inverted',
  ],
  ['[Two died], (police) {said}.', ['Two died'], 'nothing left behind'],
  [
    '[Two died] on Monday, (police) {said}, [and three were hurt].',
    ['Two died', 'and three were hurt'],
    'said goes on behind the cue',
  ],
  ['[Two died] on Monday and (police) {said} so.', ['Two died'], 'no comma before the speaker'],
  ['[Two died]: on Monday, (police) {said}.', ['Two died'], 'a colon begins something else'],
  ['(She) {said}, on Monday, [that it rained].', ['that it rained'], 'said behind the cue alone'],
  ['[Two died], (police) {said}. [Shops stayed] shut.', ['Two died'], 'words of the next sentence'],
  ['[Two died], (police) {said}.\n\n[Residents heard] shots.', ['Two died'], 'and of the next paragraph'],
  ['[“Two died,”] (she) {said}. [“We fled.”]', ['“Two died,”', '“We fled.”'], 'a quotation goes on'],
  ['(She) {said}: [We fled].', ['We fled'], 'announced by a colon'],
  ['(She) {spoke}. [We fled].', ['We fled'], 'there is nothing else'],
])('%s', (marked, expected) => expect(bounded(marked)).toEqual(expected))
