// Two chains -> whether each kind of evidence speaks for one event or against it; each row changes one thing.

import { expect, it } from 'vitest'
import { inventChain, inventSpot } from '../../testing/invented-chain.ts'
import type { Span } from '../../types.ts'
import type { EventChain } from '../event-chain.ts'
import { compareChains, type Evidence, evidenceOf } from './compare.ts'

const DAY = 16_000
const SPAN: Span = [0, 1]
const dol = inventSpot(35, 38, { geonameId: 1 })
const elsewhere = inventSpot(39, 41, { name: 'Brod', geonameId: 2 })
const on = (first: number, last = first) => [{ first, last, precision: 'day' as const, span: SPAN }]
const killed = (count: number) => [
  {
    fate: 'killed' as const,
    of: 'people',
    low: count,
    high: count,
    approximate: false,
    text: `${count}`,
    span: SPAN,
  },
]
const victim = (name: string) => ({
  role: 'recipient' as const,
  kind: 'person' as const,
  named: true,
  text: name,
  words: name.toLowerCase().split(' '),
  span: SPAN,
})

/** A bomb in Dol that killed four. */
const BOMB: Partial<EventChain> = {
  means: new Set(['bomb']),
  spots: [dol],
  whens: on(DAY),
  tallies: killed(4),
}

it.each<[Partial<EventChain>, keyof Evidence, 'for' | 'against' | 'neither', string]>([
  [{}, 'kind', 'for', 'the same means'],
  [{ means: new Set(['blast']) }, 'kind', 'for', 'a bomb may be called a blast'],
  [{ means: new Set(['abduction']) }, 'kind', 'against', 'an abduction is no bomb'],
  [{ means: new Set(), types: new Set(['CONSULT']) }, 'kind', 'against', 'talks are no attack'],
  [{ types: new Set(['HAZARD']) }, 'kind', 'against', 'an accident is no attack, even if both are explosions'],
  [{}, 'place', 'for', 'the same town'],
  [{ spots: [elsewhere] }, 'place', 'against', 'another town'],
  [{ spots: [], around: dol }, 'place', 'for', 'no place, but the article is about the town'],
  [{ spots: [], around: elsewhere }, 'place', 'neither', 'no place, and the article is about another town'],
  [{}, 'time', 'for', 'the same day'],
  [{ whens: on(DAY - 1, DAY) }, 'time', 'for', 'a night, of that day and the one before'],
  [{ whens: on(DAY - 10, DAY + 10) }, 'time', 'against', 'a period with that day, and with twenty others'],
  [{ whens: [...on(DAY - 10, DAY + 10), ...on(DAY + 4)] }, 'time', 'against', 'such a period, and another day'],
  [{ whens: on(DAY + 2) }, 'time', 'against', 'two days later'],
  [{ whens: on(DAY + 5) }, 'time', 'against', 'five days later'],
  [{ whens: [], publishedOn: DAY + 2 }, 'time', 'for', 'no time, but news two days later'],
  [{ whens: [], publishedOn: DAY + 6 }, 'time', 'against', 'no time, and news a week later'],
  [{ whens: [], publishedOn: DAY + 300 }, 'time', 'against', 'no time, and news months later'],
  [{}, 'counts', 'for', 'the same toll'],
  [{ tallies: killed(5) }, 'counts', 'neither', 'another toll, which may be a revision'],
])('a bomb in Dol, and %j: %s speaks %s one event (%s)', (parts, field, expected) => {
  const other = inventChain({ ...BOMB, article: 'e 1', ...parts })
  const evidence = evidenceOf(inventChain(BOMB), other)[field]
  expect(evidence > 0 ? 'for' : evidence < 0 ? 'against' : 'neither').toBe(expected)
})

it('"a second bomb" is another one within its article, and may be the first of another', () => {
  const [first, second] = [inventChain(BOMB), inventChain({ ...BOMB, another: true })]
  expect(compareChains(first, second)).toBeLessThan(0)
  expect(compareChains(first, { ...second, article: 'e 1' })).toBe(compareChains(first, { ...first, article: 'e 1' }))
})

const news = (published: number, ...whens: EventChain['whens']) =>
  inventChain({ ...BOMB, whens, publishedOn: published })

it.each<[EventChain, EventChain, 'for' | 'against', string]>([
  [news(DAY), news(DAY + 2), 'for', 'neither has a time, and both are news of the same days'],
  [news(DAY), news(DAY + 5), 'against', 'neither has a time, and they are news of two weeks'],
  [
    news(DAY, ...on(DAY - 400, DAY - 36)),
    news(DAY, ...on(DAY - 380, DAY - 350)),
    'against',
    'a year and a month of it',
  ],
])('%o and %o: time speaks %s one event (%s)', (one, other, expected) => {
  expect(evidenceOf(one, { ...other, article: 'e 1' }).time > 0 ? 'for' : 'against').toBe(expected)
})

it('counts against one event that each names other victims', () => {
  const [ana, ivo] = ['Ana Ruiz', 'Ivo Ruiz'].map((name) => inventChain({ ...BOMB, parties: [victim(name)] }))
  const nobody = inventChain(BOMB)
  expect(compareChains(ana, ivo)).toBeLessThan(compareChains(ana, nobody))
  expect(compareChains(ana, ana)).toBeGreaterThan(compareChains(ana, nobody))
})

it('is the same in both directions', () => {
  const others = [{}, { whens: on(DAY + 1) }, { means: new Set(['gunfire'] as const), spots: [] }, { tallies: [] }]
  for (const parts of others) {
    const [one, other] = [inventChain(BOMB), inventChain({ ...BOMB, article: 'e 1', ...parts })]
    expect(compareChains(one, other)).toBe(compareChains(other, one))
  }
})
