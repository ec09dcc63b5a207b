import { expect, it } from 'vitest'
import type { Span } from '../types.ts'
import { sentenceOf } from './sentence-of.ts'

const BLOCKS = [
  { kind: 'title' as const, span: [0, 10] satisfies Span },
  { kind: 'paragraph' as const, span: [12, 60] satisfies Span },
]
const SENTENCES = [
  { span: [12, 30] satisfies Span, block: 1 },
  { span: [31, 60] satisfies Span, block: 1 },
]

it.each<[sentence: number | undefined, trigger: Span, span: Span, block: number, why: string]>([
  [1, [40, 44], [31, 60], 1, 'the one that it names'],
  [undefined, [40, 44], [12, 60], 1, 'the block, where it names none'],
  [7, [40, 44], [12, 60], 1, 'the block, where there is no such sentence'],
  [undefined, [8, 14], [8, 14], -1, 'the trigger, where it lies in no block'],
])('of sentence %s and trigger %j it is %j in block %d: %s', (sentence, trigger, span, block) =>
  expect(sentenceOf({ sentence, trigger }, { sentences: SENTENCES, blocks: BLOCKS })).toEqual({ span, block }),
)
