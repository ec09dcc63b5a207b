// The mentions of one event -> what its incident says before any question is asked: its kind, its day and its place.

import { expect, it } from 'vitest'
import { parseDay } from '../calendar.ts'
import { inventMention } from '../testing/invented-account.ts'
import { inventChain, inventSpot } from '../testing/invented-chain.ts'
import { incidentOf } from './incident.ts'
import type { Mention, When } from './mention.ts'

const on = (iso: string): When => {
  const day = parseDay(iso) ?? 0
  return { first: day, last: day, precision: 'day', span: [0, 1] }
}
const incidentFrom = (...parts: Partial<Mention>[]) =>
  incidentOf(
    [inventChain({ mentions: parts.map((part, at) => inventMention({ event: `v${at + 1}`, ...part })) })],
    () => new Set(),
  )
const dying: Partial<Mention> = { trigger: [0, 4], sentenceText: 'died' }

it.each<[mentions: Partial<Mention>[], mode: string | undefined, why: string]>([
  [[{ mode: 'aerial' }, {}], 'aerial', 'one of two says how'],
  [[{ mode: 'aerial' }, { course: 'over' }], 'aerial', 'an air strike on a town that is taken'],
  [[{ mode: 'aerial' }, { course: 'over' }, { course: 'going on' }], undefined, 'a battle that air strikes helped'],
])('%j is %s: %s', (mentions, mode) => {
  expect(incidentFrom(...mentions).mode).toBe(mode)
})

it.each<[mentions: Partial<Mention>[], day: string | undefined, why: string]>([
  [
    [{ when: on('2024-05-06') }, { when: on('2024-05-07'), headline: true }],
    '2024-05-06',
    'the text, not its headline',
  ],
  [[{}, { when: on('2024-05-07'), headline: true }], '2024-05-07', 'the headline alone'],
  [[{ when: on('2024-05-07') }, { when: on('2024-05-06'), status: 'denied' }], '2024-05-07', 'not what is denied'],
])('%j: %s (%s)', (mentions, day) => {
  expect(incidentFrom(...mentions).time?.start).toBe(day)
})

it.each<[mentions: Partial<Mention>[], place: string, why: string]>([
  [[{ place: inventSpot(1, 2) }, { place: inventSpot(3, 4, { name: 'Gao' }), ...dying }], 'Dol', 'where it happened'],
  [
    [
      { place: inventSpot(3, 4, { name: 'Dol', precision: 'region' }) },
      { place: inventSpot(3, 4, { name: 'Gao' }), ...dying },
    ],
    'Gao',
    'the town, within the region',
  ],
  [[{}, { place: inventSpot(3, 4, { name: 'Gao' }), ...dying }], 'Gao', 'where somebody died, which is all there is'],
  [[{}, { below: 9, place: inventSpot(1, 2) }], 'Dol', 'told further down, and nowhere else'],
])('%j: %s (%s)', (mentions, place) => {
  const { place: own, aspects } = incidentFrom(...mentions)
  expect(own?.name).toBe(place)
  expect(aspects.find(({ name }) => name === 'place')?.values.map(({ value }) => value)).toContain(place)
})

it('has no place where what is told further down lies apart', () => {
  const told = [inventSpot(1, 2), inventSpot(30, 40, { name: 'Karim' })].map((place) => ({ below: 9, place }))
  expect(incidentFrom({}, ...told).place).toBeNull()
})
