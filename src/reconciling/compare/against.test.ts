// Two chains of one town, day and means -> which signs of two events they show. Each row changes one thing, or nothing that matters.

import { expect, it } from 'vitest'
import { inventMention } from '../../testing/invented-account.ts'
import { inventChain, inventSpot } from '../../testing/invented-chain.ts'
import type { Fate, Span } from '../../types.ts'
import type { EventChain } from '../event-chain.ts'
import type { Party, When } from '../mention.ts'
import { wordNumbers } from '../words.ts'
import { type SignAgainst, signsAgainst, weighAgainst } from './against.ts'
import { ACROSS } from './weights.ts'

const SPAN: Span = [0, 1]
const DAY = 17_000

const party = (role: Party['role'], text: string, named = false): Party => ({
  role,
  kind: 'person',
  named,
  text,
  words: text.toLowerCase().split(' '),
  span: SPAN,
})
const toll = (low: number, of: string, fate: Fate = 'killed', high: number | null = low) => [
  { fate, of, low, high, approximate: false, text: `${low} ${of}`, span: SPAN },
]
const on = (first: number, hours?: When['hours']): When[] => [
  { first, last: first, precision: 'day', ...(hours ? { hours } : {}), span: SPAN },
]
const saying = (...sentences: string[]) => sentences.map((sentence) => wordNumbers(sentence))

const SHOOTING: Partial<EventChain> = {
  spots: [inventSpot(35, 38, { name: 'Dol', country: 'AA', geonameId: 1 })],
  means: new Set(['gunfire']),
  whens: on(DAY, [4, 12]),
  parties: [party('recipient', 'two farmers')],
  tallies: toll(2, 'farmers'),
  sentences: saying('Gunmen shot two farmers near a chapel in Dol'),
}

const signsOf = (parts: Partial<EventChain>, place = 2, first: Partial<EventChain> = SHOOTING): SignAgainst[] =>
  signsAgainst(inventChain(first), inventChain({ ...SHOOTING, article: 'e 1', ...parts }), place)

it.each<[Partial<EventChain>, SignAgainst[], string]>([
  [{}, [], 'the same'],
  [
    { parties: [party('recipient', 'two peasants')], tallies: toll(2, 'peasants') },
    [],
    'farmers and peasants are one kind of people',
  ],
  [{ parties: [], tallies: toll(2, 'people') }, [], 'people may be farmers'],
  [{ parties: [party('recipient', 'two nurses')], tallies: toll(2, 'nurses') }, ['other victims'], 'nurses are none'],
  [
    { parties: [party('recipient', 'two pilgrims')], tallies: toll(2, 'pilgrims') },
    ['other words for victims'],
    'a pilgrim may be a farmer',
  ],
  [
    { parties: [party('recipient', 'two beekeepers')], tallies: toll(2, 'beekeepers') },
    ['other words for victims'],
    'a word of no known kind',
  ],
  [{ tallies: toll(2, 'farmers', 'killed', null) }, [], 'at least two'],
  [{ tallies: toll(11, 'farmers') }, ['other toll'], 'another toll'],
  [{ tallies: toll(2, 'farmers', 'abducted') }, ['other fates'], 'taken, not killed'],
  [{ general: true }, ['many events at once'], 'often, or since a war began'],
  [{ whens: on(DAY) }, [], 'the same day, nobody says when'],
  [{ whens: on(DAY, [17, 24]) }, ['other hours'], 'in the evening'],
  [{ whens: on(DAY + 1) }, [], 'a day apart is easily the same'],
  [{ whens: on(DAY + 2) }, ['days apart'], 'two days later'],
  [{ whens: on(DAY + 7) }, ['days apart', 'weeks apart'], 'a week later'],
  [{ sentences: saying('A grenade hit two farmers near the chapel') }, ['other weapon'], 'a grenade is no gun'],
  [{ means: new Set(['abduction']) }, ['an act and violence'], 'an abduction'],
])('shot farmers, and %j: %j (%s)', (parts, expected) => {
  expect(signsOf(parts)).toEqual(expected)
})

it('an army that says fighters, and a village that says farmers, dispute who they were', () => {
  const soldiers = party('actor', 'soldiers')
  const fighters = { parties: [soldiers, party('recipient', 'fighters')], tallies: toll(2, 'fighters') }
  const farmers = { ...SHOOTING, parties: [soldiers, party('recipient', 'farmers')] }
  expect(signsOf(fighters, 2, farmers)).toEqual([])
  const police = { ...SHOOTING, parties: [party('actor', 'police'), party('recipient', 'farmers')] }
  expect(signsOf(fighters, 2, police)).toEqual(['other victims'])
})

it('counts less between articles that name the same people', () => {
  const [one, other] = [SHOOTING, { ...SHOOTING, article: 'e 1', tallies: toll(11, 'farmers') }].map(inventChain)
  const alone = weighAgainst(one, other, 2, ACROSS)
  expect(alone).toBeLessThan(0)
  const [named, namedToo] = [one, other].map((chain) => ({ ...chain, company: ['ruiz'] }))
  expect(weighAgainst(named, namedToo, 2, ACROSS)).toBeGreaterThan(alone)
})

it('named victims are others if none is the same', () => {
  const ana = { parties: [party('recipient', 'Ana Ruiz', true)], tallies: [] }
  const ivo = { parties: [party('recipient', 'Ivo Kern', true)], tallies: [] }
  expect(signsOf(ivo, 2, { ...SHOOTING, ...ana })).toEqual(['other names of victims'])
  expect(signsOf(ana, 2, { ...SHOOTING, ...ana })).toEqual([])
})

it('without a place of its own, another country counts against it', () => {
  const nowhere = { spots: [], sentences: saying('Gunmen shot two farmers near a chapel') }
  const soldiers = { ...party('actor', 'soldiers'), country: 'BB' }
  expect(signsOf({ ...nowhere, parties: [soldiers] }, 0)).toEqual(['people of other countries'])
  expect(signsOf(nowhere, 0)).toEqual([])
  const other = saying('The shooting stopped')
  expect(signsOf({ ...nowhere, sentences: other }, 0)).toEqual(['neither place nor rare word'])
})

it('two places told apart are a sign of their own', () => {
  expect(signsOf({}, -3)).toContain('places apart')
})

const told = (sentenceText: string, parties: Party[] = []) => ({
  mentions: [inventMention({ sentenceText, parties, sentence: [0, sentenceText.length], trigger: [0, 1] })],
  sentences: saying(sentenceText),
  parties,
  means: new Set<never>(),
})

it.each<[one: string, other: string, signs: SignAgainst[]]>([
  ['A shot was fired at a bar', 'A gun was fired in a pub', []],
  ['A shot was fired at a bar', 'A shot was fired outside a church', ['other site']],
  ['A bomb went off near the mosque of the market', 'A bomb went off at a bazaar', []],
  ['Two were hit at a market', 'The wounded were taken to a hospital', []],
])('sites: %s | %s: %j', (one, other, signs) => {
  expect(signsOf(told(other), 2, { ...SHOOTING, ...told(one) })).toEqual(signs)
})

it('two details are others, and none is shared', () => {
  const bar = { ...told('Gunmen shot at a bar'), tallies: toll(9, 'people') }
  const church = { ...told('A knife was used in a church'), tallies: toll(2, 'people') }
  expect(signsOf(church, 2, { ...SHOOTING, ...bar })).toContain('details of two events')
  expect(signsOf({ ...church, tallies: toll(9, 'people') }, 2, { ...SHOOTING, ...bar })).not.toContain(
    'details of two events',
  )
})

it('counts nothing where nothing differs, and never speaks for one event', () => {
  const [one, other] = [inventChain(SHOOTING), inventChain({ ...SHOOTING, article: 'e 1' })]
  expect(weighAgainst(one, other, 2, ACROSS)).toBe(0)
  expect(Object.values(ACROSS).every((weight) => weight <= 0)).toBe(true)
})
