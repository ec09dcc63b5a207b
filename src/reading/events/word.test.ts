// Triggers among statements -> on whose word they stand.

import { expect, it } from 'vitest'
import type { Quotation, Sentence, Span, Statement } from '../../types.ts'
import { wordsIn } from './word.ts'

/** Of a text its one sentence, with a statement of these words. */
function wordOf(text: string, source: string, cue: string, content: string[], trigger: string, quoted?: string) {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const statement: Statement = {
    id: 's1',
    source: { spans: [spanOf(source)], kind: 'organisation', named: true },
    cue: [spanOf(cue)],
    content: content.map(spanOf),
    manner: 'indirect',
    stance: 'asserts',
  }
  const quotations: Quotation[] = quoted ? [{ spans: [spanOf(quoted)], closed: true }] : []
  const sentence: Sentence = { span: [0, text.length], block: 0, tokens: [] }
  return wordsIn({ text, blocks: [], sentences: [sentence], quotations }, [statement])(spanOf(trigger), sentence)?.id
}

const LAST = 'A mine killed two men near Dol and hurt a third, the army said.'
const QUOTED = 'Shots hit the mill, “and we ran,” the army said.'

it.each<[string, Parameters<typeof wordOf>, string | undefined]>([
  ['inside what is said', [LAST, 'the army', 'said', ['A mine killed two men'], 'killed'], 's1'],
  ['in a gap of it', [LAST, 'the army', 'said', ['A mine', 'hurt a third'], 'killed'], 's1'],
  ['before what is said, the source behind', [LAST, 'the army', 'said', ['hurt a third'], 'killed'], 's1'],
  ['beside verbatim words', [QUOTED, 'the army', 'said', ['“and we ran,”'], 'hit', '“and we ran,”'], undefined],
  [
    'before a source that stands first',
    ['After the raid, the army said that it had left.', 'the army', 'said', ['that it had left'], 'raid'],
    undefined,
  ],
])('%s', (_, given, expected) => expect(wordOf(...given)).toBe(expected))
