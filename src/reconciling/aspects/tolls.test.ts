// What two accounts say of the killed -> whether that is a dispute.

import { expect, it } from 'vitest'
import { type InventedAccount, inventAccounts, inventParty, inventTally } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Aspect } from '../../types.ts'
import type { Mention, Tally } from '../mention.ts'
import { tollsOf } from './tolls.ts'

type Toll = Tally[]

/** Two accounts of one place and day. */
const telling = (...tallies: Tally[]): Partial<Mention> => ({
  place: inventSpot(10, 30),
  when: { first: 19_000, last: 19_000, precision: 'day', span: [0, 4] },
  tallies,
})
const soldiers = { side: 'fighters' } as const
const villagers = { side: 'civilians' } as const

it.each<[one: Toll, other: Toll, state: Aspect['state'], why: string]>([
  [[inventTally(6, 'people')], [inventTally(22, 'bodies')], 'disputed', 'both count all who died'],
  [[inventTally(6, 'people')], [inventTally(6, 'people')], 'agreed', 'the same'],
  [
    [inventTally(6, 'people')],
    [inventTally(6, 'people'), inventTally(1, 'suicide bomber')],
    'agreed',
    'who did it is no victim',
  ],
  [
    [inventTally(24, 'people', { high: 99, approximate: true })],
    [inventTally(38, 'people')],
    'agreed',
    'dozens, and 38',
  ],
  [[inventTally(40, 'people', { high: null })], [inventTally(45, '')], 'agreed', 'at least 40, and 45'],
  [[inventTally(40, 'people', { high: null })], [inventTally(12, 'people')], 'disputed', 'at least 40, and 12'],
  [[inventTally(6, 'surveyors')], [inventTally(6, 'employees')], 'agreed', 'one number'],
  [
    [inventTally(5, 'soldiers', soldiers)],
    [inventTally(12, 'people')],
    'not comparable',
    'the soldiers may be among the people',
  ],
  [
    [inventTally(23, 'fighters', soldiers)],
    [inventTally(14, 'people')],
    'disputed',
    'a part cannot be more than the whole',
  ],
  [[inventTally(5, 'soldiers', soldiers)], [inventTally(9, 'villagers', villagers)], 'not comparable', 'two groups'],
  [[inventTally(5, 'soldiers', soldiers)], [inventTally(9, 'troops', soldiers)], 'disputed', 'one group in two words'],
  [[inventTally(2, 'soldiers', soldiers)], [inventTally(14, 'rebels', soldiers)], 'not comparable', 'two camps'],
  [[inventTally(5, 'women')], [inventTally(9, 'children')], 'not comparable', 'two groups'],
  [[inventTally(14, 'rebels')], [inventTally(1, 'hostage')], 'not comparable', 'two groups'],
  [
    [inventTally(25, 'children', villagers)],
    [inventTally(58, 'civilians', villagers)],
    'not comparable',
    'the children may be among the civilians',
  ],
  [
    [inventTally(60, 'children', villagers)],
    [inventTally(58, 'civilians', villagers)],
    'disputed',
    'children are civilians',
  ],
  [[inventTally(3, 'women')], [inventTally(5, 'women')], 'disputed', 'one group'],
  [
    [inventTally(30, 'people'), inventTally(20, 'children', { part: true })],
    [inventTally(30, 'people')],
    'agreed',
    '"among them 20 children" is a part',
  ],
  [[inventTally(20, 'children', { part: true })], [inventTally(30, 'people')], 'not comparable', 'a part alone'],
  [[inventTally(12, 'families')], [inventTally(40, 'people')], 'not comparable', 'families are not counted by heads'],
  [
    [inventTally(6, 'people'), inventTally(4, 'people')],
    [inventTally(6, 'people')],
    'agreed',
    'the highest of an account is its toll',
  ],
])('%j and %j: %s (%s)', (one, other, state) => {
  const accounts = [one, other].map((tallies) => ({ published: '2024-05-01', mentions: [telling(...tallies)] }))
  const [aspect] = tollsOf(inventAccounts(accounts))
  expect(aspect.state).toBe(state)
  expect(aspect.disputes.length > 0).toBe(state === 'disputed')
})

it.each<[tally: Partial<Tally>, why: string]>([
  [{ former: true }, '"from 19 to 14": what it was before'],
  [{ fate: 'injured' }, 'another question'],
])('%j is no claim of how many were killed (%s)', (tally) => {
  const aspects = tollsOf(inventAccounts([{ mentions: [telling(inventTally(9, 'people', tally))] }]))
  expect(aspects.filter(({ name }) => name === 'count:killed')).toEqual([])
})

it.each<[earlier: InventedAccount['originKind'], later: InventedAccount['originKind'], low: number, disputed: boolean]>(
  [
    ['voice', 'voice', 12, false],
    ['voice', 'named', 12, false],
    ['named', 'named', 12, false],
    ['named', 'named', 30, true],
    ['voice', 'voice', 4, true],
  ],
)('nine in %s, a day later in %s %d: disputed %s', (originKind, later, low, disputed) => {
  const [aspect] = tollsOf(
    inventAccounts([
      { originKind, published: '2024-05-01', mentions: [telling(inventTally(9, 'people'))] },
      { originKind: later, published: '2024-05-02', mentions: [telling(inventTally(low, 'people'))] },
    ]),
  )
  expect(aspect.state === 'disputed').toBe(disputed)
})

it.each(['denied', 'planned', 'demanded', 'hypothetical'] as const)('what is %s has killed nobody', (status) => {
  expect(tollsOf(inventAccounts([{ mentions: [{ status, tallies: [inventTally(9, 'people')] }] }]))).toEqual([])
})

it('is not disputed between reports of which one has no date: its toll may be the later one', () => {
  const accounts = [9, 12].map((low) => ({ mentions: [telling(inventTally(low, 'people'))] }))
  expect(tollsOf(inventAccounts(accounts))[0].state).toBe('agreed')
})

it.each<[one: Partial<Mention>, state: Aspect['state'], why: string]>([
  [{ place: null }, 'not comparable', 'the same day alone: anything may have happened'],
  [{ when: null }, 'not comparable', 'the same town alone'],
  [{ when: null, parties: [inventParty('Ada Quist', { role: 'recipient' })] }, 'not comparable', 'nobody in common'],
  [{}, 'disputed', 'one town and one day'],
])('six and 22 of one event, %o: %s (%s)', (more, state) => {
  const accounts = [{ ...telling(inventTally(6, 'people')), ...more }, telling(inventTally(22, 'people'))]
  const [aspect] = tollsOf(inventAccounts(accounts.map((one) => ({ published: '2024-05-01', mentions: [one] }))))
  expect(aspect.state).toBe(state)
})

it.each<[one: string, other: string, state: Aspect['state'], why: string]>([
  ['protesters', 'people', 'disputed', 'the same people, seen from two sides'],
  ['suspects', 'activists', 'disputed', 'the same'],
  ['protesters', 'policemen', 'not comparable', 'other people'],
])('82 %s and 410 %s arrested: %s (%s)', (one, other, state) => {
  const accounts = [inventTally(82, one, { fate: 'detained' }), inventTally(410, other, { fate: 'detained' })]
  const [aspect] = tollsOf(
    inventAccounts(accounts.map((tally) => ({ published: '2024-05-01', mentions: [telling(tally)] }))),
  )
  expect(aspect.state).toBe(state)
})

it('is revised, not disputed, where one origin later gives another number', () => {
  const [aspect] = tollsOf(
    inventAccounts([
      { originNumber: 0, published: '2024-05-01', mentions: [telling(inventTally(9, 'people'))] },
      { originNumber: 0, published: '2024-05-02', mentions: [telling(inventTally(12, 'people'))] },
    ]),
  )
  expect(aspect.state).toBe('single')
  expect(aspect.claims.map(({ revised }) => revised)).toEqual([true, undefined])
})

it.each<[published: string, revised: boolean, why: string]>([
  ['2024-05-01', true, 'before it was corrected'],
  ['2024-05-03', false, 'after it was corrected, it still says nine'],
])(
  'nine, reported on %s, where another report of 2 May corrects it "from nine to six": %s (%s)',
  (published, revised) => {
    const corrected = telling(inventTally(9, 'people', { former: true }), inventTally(6, 'people'))
    const [aspect] = tollsOf(
      inventAccounts([
        { published, mentions: [telling(inventTally(9, 'people'))] },
        { published: '2024-05-02', mentions: [corrected] },
      ]),
    )
    expect(aspect.claims[0].revised ?? false).toBe(revised)
  },
)

it('shows the two claims of a dispute, each with its passage', () => {
  const [aspect] = tollsOf(
    inventAccounts([
      { origin: 'the police', published: '2024-05-01', mentions: [telling(inventTally(6, 'people'))] },
      { origin: 'the hospital', published: '2024-05-01', mentions: [telling(inventTally(22, 'bodies'))] },
    ]),
  )
  expect(aspect.disputes).toEqual([{ claims: [0, 1], why: 'the police: 6 people; the hospital: 22 bodies' }])
  expect(aspect.claims.map(({ passage }) => passage)).toEqual([
    [0, 100],
    [0, 100],
  ])
})
