// Parties of an event -> who is said to have done it; and whether two accounts of it contradict each other.

import { describe, expect, it } from 'vitest'
import { inventAccounts, inventParty, inventTally } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Aspect } from '../../types.ts'
import type { Mention, Party } from '../mention.ts'
import { withoutNumber } from './parts.ts'
import { actorOf, recipientOf } from './who.ts'

/** One town, so that accounts of it can be of one event. */
const there: Partial<Mention> = { place: inventSpot(10, 30) }

const hit = (text: string, more: Partial<Party> = {}) => inventParty(text, { role: 'recipient', ...more })

describe('who did it', () => {
  it.each<[party: Party, expected: boolean, why: string]>([
    [inventParty('gunmen'), true, ''],
    [inventParty('Kenya', { named: true, where: 'country' }), true, 'a country acts as its government does'],
    [inventParty('Garissa', { named: true, where: 'settlement' }), false, 'a town does nothing'],
    [inventParty('a rocket launcher', { kind: 'thing' }), false, 'a weapon'],
    [inventParty('army uniforms'), false, 'clothes'],
    [inventParty('men in army uniforms'), true, 'somebody in them'],
    [inventParty('gunmen on motorcycles'), true, ''],
    [inventParty('three'), false, 'a number'],
    [inventParty('some of them'), false, 'a fragment'],
    [inventParty('three gunmen'), true, 'a number of somebody'],
    [inventParty('rescuers'), false, 'they helped'],
    [inventParty('the White Helmets', { named: true }), false, 'they helped'],
    [inventParty('worshippers', { side: 'civilians' }), false, 'they were hit'],
    [inventParty('villagers', { side: 'civilians' }), true, 'a crowd may have done it'],
    [inventParty('a witness'), false, 'who told of it'],
    [inventParty('the explosion'), false, 'an event is nobody'],
    [inventParty('the two sides'), false, 'which sides?'],
    [inventParty('a group'), false, 'which group?'],
    [inventParty('a group of rebels'), true, ''],
    [inventParty('me'), false, 'whoever speaks'],
    [inventParty('Army of the North', { named: true, kind: 'organisation' }), true, 'a body with a name'],
  ])('%o: %s (%s)', (party, expected) => {
    expect(actorOf(inventAccounts([{ mentions: [{ parties: [party] }] }])) !== null).toBe(expected)
  })

  it.each<[mention: Partial<Mention>, expected: boolean, why: string]>([
    [{ tallies: [inventTally(3, 'soldiers', { span: [20, 34] })] }, false, '"three soldiers were killed" counts them'],
    [{ tallies: [inventTally(3, 'people', { span: [60, 72] })] }, true, 'other people are counted'],
    [{ type: 'HAZARD' }, false, 'nobody does an accident'],
  ])('"three soldiers" of %o: %s (%s)', (mention, expected) => {
    const accounts = inventAccounts([{ mentions: [{ parties: [inventParty('three soldiers')], ...mention }] }])
    expect(actorOf(accounts) !== null).toBe(expected)
  })

  it.each<[status: Mention['status'], expected: boolean, why: string]>([
    ['actual', true, ''],
    ['possible', true, 'a suspicion accuses, too'],
    ['hypothetical', false, 'what is only talked of, nobody did'],
    ['demanded', false, 'nor what somebody calls for'],
  ])('of what is %s: %s (%s)', (status, expected) => {
    const accounts = inventAccounts([{ mentions: [{ status, parties: [inventParty('soldiers')] }] }])
    expect(actorOf(accounts) !== null).toBe(expected)
  })

  it.each<[mentions: Partial<Mention>[], actors: string[], why: string]>([
    [
      [
        { parties: [inventParty('gunmen')] },
        { parties: [inventParty('gunmen')] },
        { parties: [inventParty('police'), hit('gunmen')] },
      ],
      ['gunmen'],
      'police only answered',
    ],
    [
      [
        { parties: [inventParty('gunmen'), hit('guards')] },
        { parties: [inventParty('guards'), inventParty('gunmen')] },
      ],
      ['gunmen'],
      'the guards were attacked, then clashed',
    ],
    [
      [{ parties: [inventParty('gunmen')] }, { parties: [inventParty('police'), hit('gunmen')] }],
      ['gunmen', 'police'],
      'one deed of each',
    ],
    [
      [
        { parties: [inventParty('gunmen')] },
        { parties: [inventParty('gunmen')] },
        { parties: [inventParty('police'), hit('gunmen')], course: 'going on' },
      ],
      ['gunmen', 'police'],
      'a battle',
    ],
  ])('%o: %j, %s', (mentions, actors) => {
    const accounts = inventAccounts([{ mentions }])
    expect(actorOf(accounts)?.values.map(({ value }) => value)).toEqual(actors)
  })

  it('is not whoever the accounts mostly say was hit', () => {
    const accounts = inventAccounts([
      { mentions: [{ parties: [inventParty('farmers')] }] },
      { mentions: [{ parties: [hit('farmers')] }] },
      { mentions: [{ parties: [hit('farmers'), inventParty('gunmen')] }] },
    ])
    expect(actorOf(accounts)?.values.map(({ value }) => value)).toEqual(['gunmen'])
  })

  it.each<[one: Party[], other: Party[], state: Aspect['state'], why: string]>([
    [[inventParty('gunmen')], [inventParty('gunmen')], 'agreed', ''],
    [[inventParty('gunmen')], [inventParty('rebels', { camp: 'rebels' })], 'agreed', 'gunmen may be anybody’s'],
    [
      [inventParty('SAF', { key: 'body | army | SD', sector: 'MIL' })],
      [inventParty('the Sudanese military', { key: 'body | army | SD', sector: 'MIL' })],
      'agreed',
      'one army under two names',
    ],
    [
      [inventParty('the army', { key: 'body | army | SD' })],
      [inventParty('the army', { key: 'body | army | TD' })],
      'disputed',
      'the armies of the two states that the articles are about',
    ],
    [
      [inventParty('the army', { key: 'body | army | SD', sector: 'MIL' })],
      [inventParty('the government', { key: 'body | government | SD', sector: 'GOV' })],
      'agreed',
      'an army is a part of its state',
    ],
    [
      [
        inventParty('the army', {
          key: 'body | army | SD',
          said: { party: 'body | army | SD', apart: ['body | guard | SD'] },
        }),
      ],
      [inventParty('the guard', { key: 'body | guard | SD' })],
      'disputed',
      'people say that they are two',
    ],
    [
      [inventParty('soldiers', { camp: 'state' })],
      [inventParty('rebels', { camp: 'rebels' })],
      'disputed',
      'two camps',
    ],
    [
      [inventParty('soldiers', { camp: 'state' }), inventParty('rebels', { camp: 'rebels' })],
      [inventParty('rebels', { camp: 'rebels' })],
      'agreed',
      'one of two that fought',
    ],
    [
      [inventParty('gunmen'), inventParty('soldiers', { camp: 'state' })],
      [inventParty('gunmen'), inventParty('rebels', { camp: 'rebels' })],
      'disputed',
      'gunmen in both agree on nothing',
    ],
    [
      [inventParty('Kenyan troops', { country: 'KE', sector: 'MIL' })],
      [inventParty('Ethiopian troops', { country: 'ET', sector: 'MIL' })],
      'disputed',
      'two countries',
    ],
    [
      [inventParty('rebels', { camp: 'rebels' })],
      [inventParty('neighbours', { side: 'civilians' })],
      'disputed',
      'fighters or a crowd',
    ],
    [
      [inventParty('Kenyan troops', { country: 'KE', sector: 'MIL' })],
      [inventParty('troops', { sector: 'MIL' })],
      'agreed',
      'one is more exact',
    ],
    [
      [inventParty('rebels', { camp: 'rebels' })],
      [inventParty('rebels and government forces', { camp: 'state' })],
      'not comparable',
      'both sides, by the second',
    ],
  ])('%o and %o: %s (%s)', (one, other, state) => {
    const accounts = inventAccounts([one, other].map((parties) => ({ mentions: [{ ...there, parties }] })))
    expect(actorOf(accounts)?.state).toBe(state)
  })

  it.each<[accused: Party, denier: string, disputed: boolean, why: string]>([
    [inventParty('soldiers', { camp: 'state' }), 'the defence ministry', true, 'it speaks for the soldiers'],
    [inventParty('soldiers', { camp: 'state' }), 'the police', false, 'it does not'],
    [inventParty('rebels', { camp: 'rebels' }), 'the defence ministry', false, 'nor for the rebels'],
    [inventParty('two policemen', { camp: 'state' }), 'the police', true, 'its men'],
    [inventParty('armed men of the Murle tribe'), 'a Murle chief', true, 'his people'],
    [inventParty('Abkhaz forces', { named: true }), 'the Abkhaz side', true, 'one side in two words'],
    [inventParty('Abkhaz forces', { named: true }), 'the Abkhaz Committee of Mothers', false, 'not their side'],
  ])('%o, denied by %s: disputed %s (%s)', (accused, origin, disputed) => {
    const accounts = inventAccounts([
      { mentions: [{ ...there, parties: [accused] }] },
      { origin, mentions: [{ ...there, status: 'denied' }] },
    ])
    expect(actorOf(accounts)?.state === 'disputed').toBe(disputed)
  })

  it.each<[accused: string, denial: Partial<Mention>, disputed: boolean, why: string]>([
    ['Tigrayan forces', { deniesBlame: true }, true, 'names that begin alike'],
    ['Tigrayan forces', { parties: [inventParty('its forces')] }, true, 'its own men'],
    ['Tigrayan forces', {}, false, 'not of its own men'],
    ['Amhara forces', { deniesBlame: true }, false, 'others'],
  ])('%s, of which the Tigray Liberation Front denies %o: disputed %s (%s)', (accused, denial, disputed) => {
    const accounts = inventAccounts([
      { mentions: [{ ...there, parties: [inventParty(accused)] }] },
      { origin: 'the Tigray Liberation Front', mentions: [{ ...there, status: 'denied', ...denial }] },
    ])
    expect(actorOf(accounts)?.state === 'disputed').toBe(disputed)
  })

  it.each<[named: Party, origin: string, state: Aspect['state'], why: string]>([
    [inventParty('Torvan gunners', { country: 'TV' }), 'the Abkhaz side', 'disputed', 'the accused name somebody else'],
    [inventParty('Torvan gunners', { country: 'TV' }), 'the mayor of Dol', 'agreed', 'both may have fired'],
    [inventParty('gunners'), 'the Abkhaz side', 'agreed', 'whose gunners?'],
    [inventParty('Abkhaz gunners', { country: 'AB' }), 'the Abkhaz side', 'agreed', 'they grant it'],
  ])('Abkhaz forces, and %o by %s: %s (%s)', (named, origin, state) => {
    const accounts = inventAccounts([
      { mentions: [{ ...there, parties: [inventParty('Abkhaz forces')] }] },
      { origin, mentions: [{ ...there, parties: [named] }] },
    ])
    expect(actorOf(accounts)?.state).toBe(state)
  })

  it('who is ruled out by a word is shown as denied', () => {
    const sentenceText = 'Bandits, not the Torvan Front, attacked the bus.'
    const parties = [
      inventParty('Bandits', { span: [0, 7] }),
      inventParty('Torvan Front', { named: true, span: [17, 29] }),
    ]
    const aspect = actorOf(inventAccounts([{ mentions: [{ sentenceText, sentence: [0, 48], parties }] }]))
    expect(aspect?.values.map(({ value }) => value)).toEqual(['Bandits', 'not Torvan Front'])
  })

  it.each<[type: string, state: Aspect['state']]>([
    ['ASSAULT', 'disputed'],
    ['SUPPORT', 'not comparable'],
    ['REQUEST', 'not comparable'],
    ['ACCUSE', 'not comparable'],
  ])('of an event of type %s, Kenya and Ethiopia: %s', (type, state) => {
    const states = [inventParty('Kenya', { country: 'KE' }), inventParty('Ethiopia', { country: 'ET' })]
    const accounts = inventAccounts(states.map((party) => ({ mentions: [{ ...there, type, parties: [party] }] })))
    expect(actorOf(accounts)?.state).toBe(state)
  })

  it.each<[trigger: string, party: Party, denied: boolean, why: string]>([
    ['fired', inventParty('the army', { camp: 'state' }), true, '"the army had not fired"'],
    ['killed', inventParty('the army', { camp: 'state' }), true, '"the army had killed nobody"'],
    ['toll', inventParty('the army', { camp: 'state' }), false, '"the army gave no toll"'],
  ])('beside a granted event, a denied "%s": %o (%s)', (trigger, party, denied) => {
    const mention = { parties: [party], trigger: [0, trigger.length] as [number, number], sentenceText: trigger }
    const aspect = actorOf(inventAccounts([{ mentions: [{}, { status: 'denied', ...mention }] }]))
    expect(aspect !== null).toBe(denied)
  })

  it('whoever grants the event and clears somebody says that he did not do it', () => {
    const soldiers = inventParty('the army', { camp: 'state' })
    const aspect = actorOf(inventAccounts([{ mentions: [{}, { status: 'denied', parties: [soldiers] }] }]))
    expect(aspect?.values.map(({ value, denied }) => [value, denied])).toEqual([['not the army', true]])
  })

  it('whoever denies it disputes it, and is not shown as accusing himself', () => {
    const accounts = inventAccounts([
      { origin: 'Ada Quist', mentions: [{ ...there, parties: [inventParty('the Torvan army', { named: true })] }] },
      {
        origin: 'the Torvan army',
        mentions: [
          { ...there, status: 'denied', parties: [inventParty('the Torvan army', { named: true })] },
          { parties: [inventParty('Torvan army', { named: true })] },
        ],
      },
    ])
    const aspect = actorOf(accounts)
    expect(aspect?.state).toBe('disputed')
    expect(aspect?.claims.map(({ account, polarity, text }) => [account, polarity, text])).toEqual([
      [0, 'yes', 'the Torvan army'],
      [1, 'no', 'the Torvan army'],
    ])
  })
})

describe('who was hit', () => {
  it.each<[text: string, expected: boolean, why: string]>([
    ['four rifles', false, 'weapons were seized'],
    ['the rest of the country', false, 'a fragment'],
    ['our sovereignty', false, 'nothing with a body'],
    ['a leader of the movement', true, 'a person'],
    ['two cars full of explosives', true, 'a car'],
    ['his convoy', true, ''],
  ])('%s: %s (%s)', (text, expected) => {
    expect(recipientOf(inventAccounts([{ mentions: [{ parties: [hit(text)] }] }])) !== null).toBe(expected)
  })

  it.each<[one: Party, other: Party, state: Aspect['state'], why: string]>([
    [hit('fighters', { side: 'fighters' }), hit('farmers', { side: 'civilians' }), 'disputed', 'not both'],
    [hit('a bus'), hit('passengers', { side: 'civilians' }), 'not comparable', 'both may have been hit'],
    [hit('a market'), hit('the market'), 'agreed', ''],
  ])('%o and %o: %s (%s)', (one, other, state) => {
    const accounts = inventAccounts([one, other].map((party) => ({ mentions: [{ ...there, parties: [party] }] })))
    expect(recipientOf(accounts)?.state).toBe(state)
  })
  it.each([
    ['At least eleven shoppers', 'shoppers'],
    ['the shoppers', 'the shoppers'],
    ['1,200 farmers', 'farmers'],
  ])('%s: %s', (text, expected) => {
    const [hits] = recipientOf(inventAccounts([{ mentions: [{ parties: [hit(text)] }] }]))?.values ?? []
    expect(hits?.value).toBe(expected)
  })
  it.each<[party: Party, mention: Partial<Mention>, expected: boolean, why: string]>([
    [hit('Dol', { named: true }), { site: ['dol'] }, false, 'the place of the event'],
    [hit('Dol', { named: true, where: 'settlement' }), {}, false, 'a town says where'],
    [hit('the neighbouring country'), {}, false, 'so does this'],
    [hit('the center of Dol'), {}, false, 'and this'],
    [hit('the mill of Dol'), { site: ['dol'] }, true, 'a building may be hit'],
    [hit('Ada Quist', { named: true }), { site: ['dol'] }, true, ''],
  ])('%o of %o: %s (%s)', (party, mention, expected) => {
    const accounts = inventAccounts([{ mentions: [{ parties: [party], ...mention }] }])
    expect(recipientOf(accounts) !== null).toBe(expected)
  })
  it.each(['some of', 'three', 'them', 'at least 12', 'eleven people'])('%s is nobody', (text) => {
    expect(recipientOf(inventAccounts([{ mentions: [{ parties: [hit(text)] }] }]))).toBe(null)
  })
})

describe('one phrase and a piece of it', () => {
  const account = (...parties: Party[]) => [{ mentions: [{ parties }] }]
  it.each<[whole: string, piece: string, named: boolean, actors: string[], why: string]>([
    ['fighters from the north', 'fighters', false, ['fighters from the north'], 'the whole says more'],
    ['rebels and soldiers', 'rebels', false, ['rebels and soldiers', 'rebels'], 'two parties'],
    ['fighters of the Front', 'Front', true, ['fighters of the Front', 'Front'], 'a name'],
    ['fighters from the north', 'gunmen', false, ['fighters from the north', 'gunmen'], 'other words'],
  ])('%s, %s: %j', (whole, piece, named, actors) => {
    const at = Math.max(0, whole.indexOf(piece))
    const found = actorOf(
      inventAccounts(
        account(
          inventParty(whole, { span: [0, whole.length] }),
          inventParty(piece, { named, span: [at, at + piece.length] }),
        ),
      ),
    )
    expect(found?.values.map(({ value }) => value)).toEqual(actors)
  })
})

it.each<[types: string[], actors: string[] | undefined, why: string]>([
  [['ASSAULT', 'MOBILIZE'], ['gunmen 0'], 'who only came did not attack'],
  [['ASSAULT', 'RETREAT'], ['gunmen 0'], 'who left'],
  [['ASSAULT', 'PROTEST'], ['gunmen 0', 'gunmen 1'], 'a crowd that attacks'],
  [['MOBILIZE'], ['gunmen 0'], 'an event of its own'],
])('who did it, of mentions of %j: %j (%s)', (types, actors) => {
  const mentions = types.map((type, at) => ({ type, parties: [inventParty(`gunmen ${at}`)] }))
  expect(actorOf(inventAccounts([{ mentions }]))?.values.map(({ value }) => value)).toEqual(actors)
})

it.each<[phrase: string, bare: string]>([
  ['Between 10 and 14 demonstrators', 'demonstrators'],
  ['two or three gunmen', 'gunmen'],
  ['rebels and two gunmen', 'rebels and two gunmen'],
  ['nine gunmen', 'gunmen'],
])('without its number, %s: %s', (phrase, bare) => {
  expect(withoutNumber(inventParty(phrase))).toBe(bare)
})
