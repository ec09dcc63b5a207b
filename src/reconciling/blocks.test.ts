// Which chains are compared at all: those of one event must share a block, whatever their reports leave out.

import { expect, it } from 'vitest'
import { inventChain, inventSpot } from '../testing/invented-chain.ts'
import type { Span } from '../types.ts'
import { blocksOf } from './blocks.ts'
import type { EventChain } from './event-chain.ts'

const DAY = 16_000
const SPAN: Span = [0, 1]
const on = (first: number, last = first) => [{ first, last, precision: 'day' as const, span: SPAN }]
const police = {
  role: 'actor' as const,
  kind: 'organisation' as const,
  named: false,
  text: 'the police',
  words: ['police'],
  span: SPAN,
}

it.each<[Partial<EventChain>, Partial<EventChain>, boolean, string]>([
  [{ spots: [inventSpot(35.1, 38.1)] }, { spots: [inventSpot(35.2, 38.2)] }, true, 'one cell'],
  [{ spots: [inventSpot(35.49, 38.1)] }, { spots: [inventSpot(35.51, 38.1)] }, true, 'either side of a border'],
  [{ spots: [inventSpot(35.1, 38.1)] }, { spots: [inventSpot(36.9, 38.1)] }, false, 'two cells apart'],
  [{ spots: [inventSpot(35.1, 38.1)] }, { around: inventSpot(35.1, 38.1) }, true, 'what the article is mostly about'],
  [
    { spots: [inventSpot(35.1, 38.1, { country: 'SY', admin1: '04' })] },
    { spots: [inventSpot(36, 39, { precision: 'region', country: 'SY', admin1: '04' })] },
    true,
    'a town and its region',
  ],
  [{ sites: [['shirqat']] }, { town: ['al', 'sharqat'] }, true, 'two transcriptions'],
  [{ sites: [['shirqat']] }, { town: ['shirin'] }, false, 'two names'],
  [{ parties: [{ ...police, named: true }] }, { parties: [{ ...police, named: true }] }, true, 'a name'],
  [{ parties: [police] }, { parties: [police] }, false, 'a common noun'],
  [{ whens: on(DAY) }, { whens: on(DAY) }, true, 'a day'],
  [{ whens: on(DAY) }, { whens: on(DAY + 1) }, false, 'two days'],
  [{ whens: on(DAY) }, { publishedOn: DAY + 3 }, true, 'no time, but published soon after'],
  [{ whens: on(DAY) }, { publishedOn: DAY + 4 }, false, 'published later'],
  [{ whens: on(DAY, DAY + 30) }, { whens: on(DAY) }, false, 'a month is no day'],
  [
    { whens: on(DAY), types: new Set(['ASSAULT']) },
    { whens: on(DAY), types: new Set(['CONSULT']) },
    false,
    'one day, but violence and talks',
  ],
  [{}, {}, false, 'nothing known'],
])('%j and %j share a block: %s (%s)', (one, other, expected) => {
  const blocks = blocksOf(inventChain(one))
  expect(blocksOf(inventChain(other)).some((block) => blocks.includes(block))).toBe(expected)
})
