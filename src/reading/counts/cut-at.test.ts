import { expect, it } from 'vitest'
import type { Count, Span } from '../../types.ts'
import { cutAt } from './cut-at.ts'

it.each<[text: string, counted: string, of: string, other: string, cut: string, cutOf: string, why: string]>([
  [
    'killing four traders residents said',
    'four traders residents',
    'residents',
    'residents',
    'four traders',
    'traders',
    'a source',
  ],
  [
    'wounding dozens more Dol radio said',
    'dozens more Dol radio',
    'radio',
    'Dol radio',
    'dozens more',
    'people',
    'a source',
  ],
  ['left five nuns killed ANSA said', 'five nuns killed ANSA', 'ANSA', 'ANSA', 'five nuns', 'nuns', 'and their state'],
  ['nine others wounded Monday', 'nine others wounded Monday', 'Monday', 'Monday', 'nine others', 'people', 'a day'],
  [
    'killing four traders of Dol',
    'four traders',
    'traders',
    'Dol',
    'four traders',
    'traders',
    'nothing that it runs into',
  ],
  [
    'five residents said that',
    'five residents',
    'residents',
    'five residents',
    'five residents',
    'residents',
    'those who say it',
  ],
])('%s: %s', (text, counted, of, other, cut, cutOf) => {
  const spanOf = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length]
  const count: Count = { id: 'a1.c1', span: spanOf(counted), low: 4, high: 4, approximate: false, of }
  const [found] = cutAt([spanOf(other)], [count], text, () => undefined)
  expect([text.slice(...found.span), found.of]).toEqual([cut, cutOf])
})
