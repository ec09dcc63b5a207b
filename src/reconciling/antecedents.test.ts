import { expect, it } from 'vitest'
import { inventMention } from '../testing/invented-account.ts'
import { inventSpot } from '../testing/invented-chain.ts'
import { withAntecedents } from './antecedents.ts'
import { constraintsOf } from './constraints.ts'
import { chainOf } from './event-chain.ts'
import type { Mention, Tally } from './mention.ts'

/** A mention of an attack, at an offset, that says nothing else. */
const mention = (at: number, more: Partial<Mention> = {}): Mention =>
  inventMention({
    document: 'd',
    event: `v${at}`,
    statement: null,
    origin: { kind: 'voice', label: 'd', words: ['d'], own: 'd' },
    trigger: [at, at + 5],
    sentence: [at, at + 20],
    ...more,
  })
const toll = (low: number): Tally => ({
  fate: 'killed',
  of: 'people',
  low,
  high: low,
  approximate: false,
  text: `${low}`,
  span: [low, low + 1],
})
const DOL = inventSpot(1, 1)
const GREY = inventSpot(9, 9, { name: 'Grey' })
const when = { first: 5, last: 5, precision: 'day' as const, span: [0, 1] as [number, number] }

it.each<[chains: Mention[][], left: number, why: string]>([
  [[[mention(0, { place: DOL })], [mention(50, { definite: true })]], 1, 'the attack'],
  [[[mention(0, { place: DOL })], [mention(50, { definite: true }), mention(60)]], 1, 'and what it did'],
  [[[mention(0, { place: DOL })], [mention(50)]], 2, 'nothing points back'],
  [[[mention(0, { place: DOL })], [mention(50, { definite: true, when })]], 2, 'a day of its own'],
  [[[mention(0, { place: DOL })], [mention(50, { definite: true, another: true })]], 2, 'another attack'],
  [
    [[mention(0, { place: DOL })], [mention(9, { place: GREY })], [mention(50, { definite: true })]],
    3,
    'two it can mean',
  ],
  [[[mention(50, { place: DOL })], [mention(0, { definite: true })]], 2, 'what is told later is not pointed back to'],
  [[[mention(0)], [mention(50, { definite: true })]], 2, 'of which nothing is known either'],
  [
    [[mention(0, { place: DOL, means: 'bomb' })], [mention(50, { definite: true, means: 'gunfire' })]],
    2,
    'other means',
  ],
  [
    [[mention(0, { place: DOL, tallies: [toll(4)] })], [mention(50, { definite: true, tallies: [toll(9)] })]],
    2,
    'another toll',
  ],
  [
    [[mention(0, { place: DOL, tallies: [toll(4)] })], [mention(50, { definite: true, tallies: [toll(4)] })]],
    1,
    'its toll',
  ],
  [[[mention(0, { place: DOL })], [mention(50, { definite: true, type: 'CONSULT' })]], 2, 'the talks'],
])('%#', (chains, left, why) => {
  const joined = withAntecedents(chains.map(chainOf), constraintsOf([]))
  expect(joined, why).toHaveLength(left)
  expect(joined.flatMap(({ mentions }) => mentions)).toHaveLength(chains.flat().length)
})

it('leaves what a person has put into a group', () => {
  const [one, other] = [[mention(0, { place: DOL })], [mention(50, { definite: true })]].map(chainOf)
  const said = constraintsOf([[[{ document: 'd', article: 1, event: 'v50' }]]])
  const named = chainOf([{ ...other.mentions[0], key: ['d', 1, 'v50'].join('\u001f') }])
  expect(withAntecedents([one, named], said)).toHaveLength(2)
})
