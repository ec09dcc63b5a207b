// Two chains -> the signs for and against one event; each row changes one thing. Then what the weights make of them.

import { expect, it } from 'vitest'
import { inventChain, inventSpot } from '../../testing/invented-chain.ts'
import type { Span } from '../../types.ts'
import type { EventChain } from '../event-chain.ts'
import type { Party, When } from '../mention.ts'
import { tellingWords } from '../words.ts'
import { compareChains, signsOf } from './compare.ts'
import { SIGNS, type Sign } from './signs.ts'
import { ACROSS, WITHIN } from './weights.ts'

const DAY = 16_000
const SPAN: Span = [0, 1]
const dol = inventSpot(35, 38, { geonameId: 1, country: 'AA' })
const brod = inventSpot(39, 41, { name: 'Brod', geonameId: 2, country: 'BB' })
const on = (first: number, last = first, hours?: When['hours']): When[] => [
  { first, last, precision: 'day', span: SPAN, ...(hours ? { hours } : {}) },
]
const toll = (count: number, fate: 'killed' | 'injured' = 'killed', of = 'people') => [
  { fate, of, low: count, high: count, approximate: false, text: `${count}`, span: SPAN },
]
const party = (text: string, more: Partial<Party> = {}): Party => ({
  role: 'recipient',
  kind: 'group',
  named: false,
  text,
  words: text.toLowerCase().split(' '),
  span: SPAN,
  ...more,
})
const person = (text: string) => party(text, { kind: 'person', named: true })
const says = (...sentences: string[]) => sentences.map(tellingWords)

/** A bomb in Dol on a Monday that killed four. */
const BOMB: Partial<EventChain> = { means: new Set(['bomb']), spots: [dol], whens: on(DAY), tallies: toll(4) }

it.each<[Partial<EventChain>, Sign, string]>([
  [{}, 'kind: same category', ''],
  [{}, 'kind: same means', ''],
  [{ means: new Set(['blast']) }, 'kind: akin means', 'a bomb may be called a blast'],
  [{ means: new Set(['abduction']) }, 'kind: other means', 'an abduction is no bomb'],
  [{ means: new Set() }, 'kind: means of one alone', '"the attack"'],
  [{ types: new Set(['COERCE']) }, 'kind: akin category', '"detained" may be an abduction'],
  [{ another: true }, 'kind: another one', '"a second bomb"'],
  [{}, 'place: same', 'the same town'],
  [{ spots: [brod] }, 'place: apart', 'another town'],
  [{ spots: [], around: dol }, 'place: as the other article', 'no place, in an article about the town'],
  [{ spots: [], around: brod }, 'place: not as the other article', 'no place, in an article about another town'],
  [{ spots: [], around: brod }, 'place: other country', 'and of another country'],
  [{ spots: [] }, 'place: unknown', 'no place, in an article about none'],
  [{}, 'time: same day', 'the same day'],
  [{ whens: on(DAY - 10, DAY + 10) }, 'time: within a period', 'a period with that day'],
  [{ whens: on(DAY + 1) }, 'time: a day apart', 'the next day, or another time zone'],
  [{ whens: on(DAY + 5) }, 'time: weeks apart', 'five days later'],
  [{ whens: [], publishedOn: DAY + 2 }, 'time: news of the time', 'no time, but news two days later'],
  [{ whens: [], publishedOn: DAY + 300 }, 'time: not news of the time', 'no time, and news months later'],
  [{ whens: [] }, 'time: unknown', 'no time, and nobody knows when it was written'],
  [{}, 'counts: same toll', 'four, and four'],
  [{ tallies: toll(9) }, 'counts: other toll', 'four, and nine'],
  [{ tallies: toll(4, 'injured') }, 'counts: other fates', 'four killed, and four injured'],
])('a bomb in Dol, and %j: %s (%s)', (parts, sign) => {
  expect(signsOf(inventChain(BOMB), inventChain({ ...BOMB, article: 'e 1', ...parts }))?.[sign]).toBeGreaterThan(0)
})

it.each<[Partial<EventChain>, Partial<EventChain>, Sign, boolean, string]>([
  [{ parties: [party('two shepherds')] }, { parties: [party('a teacher')] }, 'parties: other victims', true, ''],
  [{ parties: [party('nine pupils')] }, { parties: [party('schoolchildren')] }, 'parties: same victims', true, ''],
  [{ parties: [party('six people')] }, { parties: [party('a teacher')] }, 'parties: other victims', false, 'anybody'],
  [
    { parties: [party('a cashier')] },
    { parties: [party('two soldiers')] },
    'parties: other words for victims',
    true,
    'by word',
  ],
  [
    { parties: [person('Ana Ruiz')] },
    { parties: [person('Ivo Manek')] },
    'parties: other names of victims',
    true,
    'two names',
  ],
  [{ parties: [person('Ana Ruiz')] }, { parties: [person('Ruiz')] }, 'parties: same names', true, 'a short name'],
  [
    { whens: on(DAY, DAY, [4, 12]) },
    { whens: on(DAY, DAY, [18, 30]) },
    'time: other hours',
    true,
    'a morning and a night',
  ],
  [
    { whens: on(DAY, DAY, [18, 30]) },
    { whens: on(DAY + 1, DAY + 1, [0, 4]) },
    'time: other hours',
    false,
    'the early hours of the next day are the night',
  ],
  [
    { sentences: says('A bomb went off at a mosque') },
    { sentences: says('A bomb at a market killed nine') },
    'place: other kind of site',
    true,
    '',
  ],
  [
    { sentences: says('A rocket killed a girl') },
    { sentences: says('A drone wounded two') },
    'kind: other weapon',
    true,
    '',
  ],
  [
    { sentences: says('A mine killed three') },
    { sentences: says('A roadside bomb killed three') },
    'kind: other weapon',
    false,
    'one thing in two words',
  ],
])('%j and %j: %s %s (%s)', (one, other, sign, expected) => {
  const signs = signsOf(inventChain({ ...BOMB, ...one }), inventChain({ ...BOMB, article: 'e 1', ...other }))
  expect((signs?.[sign] ?? 0) > 0).toBe(expected)
})

it.each<[Partial<EventChain>, string]>([
  [{ means: new Set(), types: new Set(['CONSULT']) }, 'talks are no attack'],
  [{ types: new Set(['HAZARD']) }, 'an accident is no attack, even if both are explosions'],
])('a bomb in Dol can never be %j (%s)', (parts) => {
  expect(signsOf(inventChain(BOMB), inventChain({ ...BOMB, article: 'e 1', ...parts }))).toBeNull()
})

/** With all that a reader would go by, more or less. */
const TOLD: Partial<EventChain> = {
  ...BOMB,
  parties: [party('four soldiers')],
  sentences: says('A roadside bomb killed four soldiers near the bridge of Dol'),
}

it.each<[Partial<EventChain>, boolean, string]>([
  [{}, true, 'the same, in the same words'],
  [
    { means: new Set(['blast']), sentences: says('An explosion in Dol left four troops dead') },
    true,
    'the same, in other words',
  ],
  [{ tallies: toll(6) }, true, 'a toll that has risen'],
  [{ spots: [brod] }, false, 'another town'],
  [{ whens: on(DAY + 5) }, false, 'another day'],
  [
    {
      means: new Set(['gunfire']),
      parties: [party('a teacher')],
      tallies: toll(1, 'killed', 'teacher'),
      sentences: says('Gunmen killed a teacher in Dol'),
    },
    false,
    'one town and day, another attack',
  ],
  [
    { spots: [], parties: [], tallies: [], sentences: says('The blast was heard far away') },
    false,
    'no place, and nothing else but the day',
  ],
])('a bomb in Dol that killed four soldiers, and %j: one event %s (%s)', (parts, expected) => {
  const other = inventChain({ ...TOLD, article: 'e 1', ...parts })
  expect(compareChains(inventChain(TOLD), other) > 0).toBe(expected)
})

it('is the same in both directions', () => {
  const others = [{}, { whens: on(DAY + 1) }, { means: new Set(['gunfire'] as const), spots: [] }, { tallies: [] }]
  for (const parts of others) {
    const [one, other] = [inventChain(TOLD), inventChain({ ...TOLD, article: 'e 1', ...parts })]
    expect(compareChains(one, other)).toBeCloseTo(compareChains(other, one), 10)
  }
})

it('has weights for all signs, and none for one event of what speaks against it', () => {
  for (const weights of [ACROSS, WITHIN]) {
    expect(Object.keys(weights)).toEqual([...SIGNS])
    for (const sign of SIGNS)
      if (/: other|place: apart|(?:days|weeks) apart$/.test(sign)) expect(weights[sign]).toBeLessThanOrEqual(0)
  }
})
