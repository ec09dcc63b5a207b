// The tokenizer against the one that the model was trained with: pieces.ndjson was written by training/pieces.py.

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeTokenizer } from './pieces.ts'

const lines = (path: string): string[] =>
  readFileSync(new URL(path, import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')

const tokenizer = makeTokenizer(lines('../../models/vocab.txt'))
const cases: Record<string, unknown>[] = lines('pieces.ndjson').map((line) => JSON.parse(line))

describe('pieces', () => {
  it('are those of training, to the last id, feature and offset', () => {
    expect(cases.length).toBeGreaterThan(300)
    for (const { text, ...expected } of cases) expect(tokenizer.split(String(text), 0), String(text)).toEqual(expected)
  })

  it('count from where the paragraph stands', () => {
    const [here, there] = [tokenizer.split('The mayor “spoke”.', 0), tokenizer.split('The mayor “spoke”.', 70)]
    expect(there).toEqual({ ...here, start: here.start.map((at) => at + 70), end: here.end.map((at) => at + 70) })
  })

  it('are none in a text without words', () => {
    expect(tokenizer.split(' \n\u200b\u0301 ', 0).ids).toEqual([])
  })
})
