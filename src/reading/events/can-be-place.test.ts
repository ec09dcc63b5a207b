import { expect, it } from 'vitest'
import { canBePlace } from './can-be-place.ts'

it.each<[words: string, kind: 'name' | 'description' | 'pronoun', can: boolean, why: string]>([
  ['a village', 'description', true, ''],
  ['the northern villages', 'description', true, 'several'],
  ['a girls’ school', 'description', true, ''],
  ['the neighbouring territories', 'description', true, ''],
  ['a school in the hills', 'description', true, 'the school, not the hills'],
  ['the first floor', 'description', false, 'a part of a building'],
  ['his window', 'description', false, ''],
  ['the rubble', 'description', false, ''],
  ['buildings to the ground', 'description', false, 'what was levelled'],
  ['the rebels of the city', 'description', false, 'the rebels'],
  ['Karim', 'name', true, ''],
  ['Kurdish', 'name', false, 'a people'],
  ['Karimi Kurdish', 'name', false, ''],
  ['Kurdistan', 'name', true, 'a land'],
  ['there', 'pronoun', false, ''],
])('%s (%s): %s (%s)', (words, kind, can) => {
  expect(canBePlace(words, kind)).toBe(can)
})
