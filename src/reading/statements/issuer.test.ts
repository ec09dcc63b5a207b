import { expect, test } from 'vitest'
import type { Source, Span, Statement } from '../../types.ts'
import { withIssuer } from './issuer.ts'

const ROWS: [text: string, source: string, cue: string, later: string, issuer: string, why: string][] = [
  [
    'The army said in a statement that it rained. ... the same statement',
    'The army',
    'said',
    'the same statement',
    'The army',
    'the same',
  ],
  [
    'The firm said late on Monday in its letter that it rained. ... the letter',
    'The firm',
    'said',
    'the letter',
    'The firm',
    'its letter',
  ],
  [
    'The army said in a statement that it rained. ... the letter',
    'The army',
    'said',
    'the letter',
    '',
    'another paper',
  ],
  [
    'The army said that it rained. The firm works in a statement bank. ... the statement',
    'The army',
    'said',
    'the statement',
    '',
    'another sentence',
  ],
  [
    'The army said in a statement that it rained. ... a statement',
    'The army',
    'said',
    'a statement',
    '',
    'one not told of before',
  ],
]

for (const [text, source, cue, later, issuer, why] of ROWS)
  test(why, () => {
    const spanOf = (words: string): Span => [text.lastIndexOf(words), text.lastIndexOf(words) + words.length]
    const said = { source: { spans: [spanOf(source)], entity: 'a1.e1', kind: 'organisation', named: true } } as const
    const before = { ...said, cue: [spanOf(cue)] } as unknown as Statement
    const found = withIssuer({ spans: [spanOf(later)], kind: 'document', named: false }, [before], text)
    expect(found.entity).toBe(issuer === '' ? undefined : 'a1.e1')
    expect(found.spans).toEqual([spanOf(later)])
  })

test('nothing before it: it stays as it is', () => {
  const source: Source = { spans: [[0, 13]], kind: 'document', named: false }
  expect(withIssuer(source, [], 'the statement')).toBe(source)
})
