// Words -> a class of means; and whether the same harm can have been done with both of two.

import { expect, it } from 'vitest'
import type { MeansClass } from '../types.ts'
import { classOf, relateClasses } from './means.ts'
import { classOfWords } from './means-of-mention.ts'

it.each<[words: string, expected: MeansClass | null]>([
  ['an air strike', 'air strike'],
  ['airstrikes', 'air strike'],
  ['two warplanes', 'air strike'],
  ['an unmanned aircraft', 'drone'],
  ['a suicide car bomb', 'suicide bomb'],
  ['a roadside bomb', 'roadside bomb'],
  ['a truck bomb', 'car bomb'],
  ['barrel bombs', 'air strike'],
  ['mortar shells', 'artillery'],
  ['rockets', 'missile'],
  ['a rocket-propelled grenade', 'grenade'],
  ['a land mine', 'mine'],
  ['machetes', 'knife'],
  ['Kalashnikovs', 'firearms'],
  ['the blast', 'explosion'],
  ['the attack', null],
  ['a determined crowd', null],
  ['the gold mine', 'mine'],
])('%s: %s', (words, expected) => expect(classOf(words)).toBe(expected))

it('"bombed" leaves open what fell from where', () => {
  const mention = {
    trigger: [10, 16] as [number, number],
    sentence: [10, 40] as [number, number],
    means: 'air' as const,
  }
  expect(classOfWords({ ...mention, sentenceText: 'bombed the market from the air' })).toBe('air strike')
  expect(classOfWords({ ...mention, means: null, sentenceText: 'bombed the market again' })).toBe(null)
  const bombarded = { ...mention, trigger: [10, 21] as [number, number], means: 'artillery' as const }
  expect(classOfWords({ ...bombarded, sentenceText: 'bombardment of the town' })).toBe(null)
  expect(classOfWords({ ...bombarded, sentenceText: 'shelled the town a bit' })).toBe('artillery')
})

it.each<[one: MeansClass, other: MeansClass, expected: ReturnType<typeof relateClasses>]>([
  ['air strike', 'air strike', 'same'],
  ['air strike', 'drone', 'compatible'],
  ['explosion', 'bomb', 'compatible'],
  ['explosion', 'artillery', 'compatible'],
  ['artillery', 'bomb', 'contradictory'],
  ['air strike', 'bomb', 'compatible'],
  ['air strike', 'car bomb', 'contradictory'],
  ['roadside bomb', 'mine', 'compatible'],
  ['firearms', 'fire', 'unrelated'],
  ['firearms', 'knife', 'contradictory'],
  ['missile', 'artillery', 'compatible'],
  ['chemical', 'missile', 'unrelated'],
  ['chemical', 'firearms', 'contradictory'],
])('%s and %s: %s', (one, other, expected) => {
  expect(relateClasses(one, other)).toBe(expected)
  expect(relateClasses(other, one)).toBe(expected)
})
