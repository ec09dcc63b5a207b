import { expect, it } from 'vitest'
import { firstTold } from './first-told.ts'

const mention = (document: string, below?: number) => ({
  document,
  article: 1,
  ...(below === undefined ? {} : { below }),
})

it('keeps what each report tells first, and a little below', () => {
  const all = [mention('a', 6), mention('a', 7), mention('a', 9), mention('b'), mention('b', 1), mention('b', 2)]
  expect(firstTold(all, 1)).toEqual([mention('a', 6), mention('a', 7), mention('b'), mention('b', 1)])
})
