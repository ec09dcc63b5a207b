// Two claims -> whether their passages tell of one event, in an incident that is one, and in one that holds several.

import { describe, expect, it } from 'vitest'
import { parseDay } from '../../calendar.ts'
import { inventAccounts, inventParty, inventTally } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Mention } from '../mention.ts'
import { areOfOneEvent, commonGround, type Needed } from './common-ground.ts'

const on = (first: string, last = first): Partial<Mention> => ({
  when: { first: parseDay(first) ?? 0, last: parseDay(last) ?? 0, precision: 'day', span: [0, 4] },
})
const by = (text: string, camp: 'state' | 'rebels'): Partial<Mention> => ({ parties: [inventParty(text, { camp })] })
const using = (text: string): Partial<Mention> => ({ parties: [inventParty(text, { role: 'instrument' })] })
const inDol: Partial<Mention> = { place: inventSpot(10, 30) }
const inKarim: Partial<Mention> = { place: inventSpot(14, 35, { name: 'Karim' }) }

it.each<[one: Partial<Mention>, other: Partial<Mention>, expected: string[], why: string]>([
  [{}, {}, [], 'nothing'],
  [{ ...inDol, ...on('2024-05-06') }, { ...inDol, ...on('2024-05-06') }, ['place', 'date'], 'town and day'],
  [
    { place: inventSpot(10, 30, { precision: 'country', country: 'TD' }) },
    { place: inventSpot(10.1, 30, { country: 'TD' }) },
    [],
    'a country alone is no place',
  ],
  [{ site: ['ostrava', 'mill'] }, { site: ['ostrava', 'mill'] }, ['place'], 'a site that no gazetteer knows'],
  [on('2024-05-01', '2024-05-31'), on('2024-05-06'), [], 'a month is no date'],
  [
    { ...on('2024-05-09'), publishedOn: parseDay('2024-05-07') },
    on('2024-05-09'),
    [],
    'what has happened was not after its report',
  ],
  [using('rockets'), using('rockets'), ['means'], 'the same means'],
  [by('rebels', 'rebels'), by('rebels', 'rebels'), ['people'], 'the same people'],
  [{ tallies: [inventTally(9, 'people')] }, { tallies: [inventTally(9, 'men')] }, ['toll'], 'the same toll'],
  [{ tallies: [inventTally(1, 'man')] }, { tallies: [inventTally(1, 'man')] }, [], 'one is killed everywhere'],
])('%o and %o have %j in common (%s)', (one, other, expected) => {
  const [a, b] = inventAccounts([{ mentions: [one] }, { mentions: [other] }]).map(({ mentions }) => mentions)
  expect(commonGround(a, b)).toEqual(expected)
})

const NEEDED: Needed = { alone: 1, among: 3, sideBySide: true }
const raid = { ...inDol, ...on('2024-05-06'), ...using('drones') }
const far: Partial<Mention> = { sentence: [900, 990] }
const round: Partial<Mention>[] = [{ ...raid }, { ...inKarim, ...far }]

describe('whether two claims are of one event', () => {
  const areOne = (one: Partial<Mention>[], other: Partial<Mention>[], document?: string): boolean => {
    const accounts = inventAccounts(
      [one, other].map((all) => ({
        mentions: document ? all.map((mention) => ({ document, ...mention })) : all,
      })),
    )
    const [a, b] = accounts.map(({ mentions: [mention] }, account) => ({
      account,
      mention,
      value: { kind: 'status' as const, status: 'actual' as const },
      polarity: 'yes' as const,
      text: '',
      span: mention.trigger,
    }))
    return areOfOneEvent(a, b, accounts, NEEDED)
  }

  it.each<[one: Partial<Mention>[], other: Partial<Mention>[], expected: boolean, why: string]>([
    [[inDol], [inDol], true, 'one town, in an incident of one town'],
    [[{}], [{}], false, 'nothing in common'],
    [[inDol], [{ ...inDol, another: true }], false, '"another attack"'],
    [round, [raid], true, 'place, day and means, among several events'],
    [round, [{ ...inDol, ...on('2024-05-06') }], false, 'place and day alone, among several events'],
    [
      [
        { ...raid, when: null },
        { ...inKarim, ...far },
      ],
      [raid, far],
      false,
      'an attack like it, of another day',
    ],
    [[{}, { ...inDol, ...far }], [{}, { ...inKarim, ...far }], false, 'nothing said of it, among several'],
  ])('%j and %j: %s (%s)', (one, other, expected) => {
    expect(areOne(one, other)).toBe(expected)
  })

  it.each<[second: Partial<Mention>, expected: boolean, why: string]>([
    [{ sentence: [101, 200], sentenceText: 'The hospital counted 12.' }, true, 'the next sentence'],
    [{ sentence: [101, 200], sentenceText: 'Meanwhile, 12 died in a raid.' }, false, 'goes on to something else'],
    [{ sentence: [600, 700], sentenceText: 'The hospital counted 12.' }, false, 'far away'],
    [{ sentence: [101, 200], sentenceText: 'In Karim 12 died.', ...inKarim }, false, 'another town'],
    [{ sentence: [101, 200], sentenceText: '', headline: true }, false, 'a heading is not beside anything'],
  ])('side by side in one article, among several events: %j: %s (%s)', (second, expected) => {
    expect(areOne([inDol, { ...inKarim, ...far }], [second], 'one report')).toBe(expected)
  })
})
