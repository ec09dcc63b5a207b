// The accounts of an incident -> what is left of each when what its article tells aside, of another town or day, is taken out.

import { expect, it } from 'vitest'
import { parseDay } from '../../calendar.ts'
import { inventAccounts } from '../../testing/invented-account.ts'
import { inventSpot } from '../../testing/invented-chain.ts'
import type { Mention } from '../mention.ts'
import { withoutAside } from './aside.ts'

const inDol: Partial<Mention> = { place: inventSpot(10, 30) }
const inKarim: Partial<Mention> = { place: inventSpot(14, 35, { name: 'Karim' }) }
const on = (day: string): Partial<Mention> => ({
  when: { first: parseDay(day) ?? 0, last: parseDay(day) ?? 0, precision: 'day', span: [0, 4] },
})

it.each<[why: string, mentions: Partial<Mention>[][], left: number[]]>([
  ['another town, beside the incident’s own', [[inDol], [inDol], [inDol, inKarim, {}]], [1, 1, 2]],
  [
    'another day, beside the incident’s own',
    [[on('2024-05-06')], [on('2024-05-06')], [on('2024-05-06'), on('2024-04-01')]],
    [1, 1, 1],
  ],
  ['an article that knows only the other town', [[inDol], [inDol], [inKarim, {}]], [1, 1, 2]],
  [
    'a dateline is where the reporter was',
    [[inDol], [inDol], [inDol, { ...inKarim, placeBasis: 'dateline' }]],
    [1, 1, 2],
  ],
  ['as many for one town as for the other', [[inDol], [inKarim]], [1, 1]],
  [
    'a month is no other day',
    [
      [on('2024-05-06')],
      [on('2024-05-06'), { when: { first: 19_800, last: 19_830, precision: 'month', span: [0, 4] } }],
    ],
    [1, 2],
  ],
  ['no place and no day', [[{}], [{}, {}]], [1, 2]],
])('%s', (_, mentions, left) => {
  const accounts = withoutAside(inventAccounts(mentions.map((own) => ({ mentions: own }))))
  expect(accounts.map((account) => account.mentions.length)).toEqual(left)
})
