import { expect, test } from 'vitest'
import { changesIn } from './facts.ts'

const NOW = { outlet: 'Lanta Wire', published: '2021-05-04', title: 'Bridge closed', url: '', collection: '' }

test.each<[why: string, typed: Partial<typeof NOW>, changes: Record<string, string | null>]>([
  ['nothing is touched', {}, {}],
  ['white space alone', { outlet: ' Lanta Wire ', url: '  ' }, {}],
  ['another outlet', { outlet: 'Zerin Post' }, { outlet: 'Zerin Post' }],
  ['an emptied field takes back what was said', { outlet: '', published: ' ' }, { outlet: null, published: null }],
  ['what was empty is filled', { url: 'https://wire.example/1' }, { url: 'https://wire.example/1' }],
])('%s', (_, typed, changes) => {
  expect(changesIn(NOW, { ...NOW, ...typed })).toEqual(changes)
})
