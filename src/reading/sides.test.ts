import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Camp, Side } from '../types.ts'
import { indexSides } from './sides.ts'

const sides = indexSides(JSON.parse(readFileSync(new URL('../../lexicon/sides.json', import.meta.url), 'utf8')))

it.each<[words: string, side: Side | undefined, camp: Camp | undefined, why: string]>([
  ['four soldiers', 'fighters', 'state', 'an army has soldiers'],
  ['unidentified gunmen', 'fighters', undefined, 'they may be anybody’s'],
  ['separatist rebels', 'fighters', 'rebels', 'rebels'],
  ['a gang of smugglers', undefined, 'bandits', 'no party to a war'],
  ['paramilitaries', 'fighters', 'paramilitaries', 'neither rebels nor the state'],
  ['paramilitary police', 'fighters', 'state', 'police'],
  ['two shepherds', 'civilians', undefined, 'civilians'],
  ['the government', undefined, 'state', 'a state'],
  ['women and soldiers', undefined, 'state', 'both, so neither'],
  ['five people', undefined, undefined, 'a word for anybody'],
  ['a militiaman’s armyworm', undefined, undefined, 'other words that begin alike'],
])('%s: %s of %s (%s)', (words, side, camp) => expect([sides.sideOf(words), sides.campOf(words)]).toEqual([side, camp]))
