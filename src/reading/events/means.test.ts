import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import type { Means } from '../../types.ts'
import { indexMeans, meansOf } from './means.ts'

const lexicon = indexMeans(JSON.parse(readFileSync(new URL('../../../lexicon/means.json', import.meta.url), 'utf8')))

it.each<[words: string[], mode: string | undefined, means: Means | undefined, why: string]>([
  [['went off', 'a car bomb'], undefined, 'bomb', 'the instrument says more than the trigger'],
  [['went off'], undefined, 'blast', 'a blast of some kind'],
  [['taken into custody'], undefined, 'arrest', 'a phrase'],
  [['shelled'], undefined, 'artillery', 'the trigger alone'],
  [['liberated'], undefined, 'control', 'who holds a town'],
  [['abducted', 'rifles'], undefined, 'abduction', 'an abduction at gunpoint is an abduction'],
  [['killed'], 'firearms', 'gunfire', 'the mode, where the words say nothing'],
  [['killed', 'a grenade'], 'firearms', 'bomb', 'words go before the mode'],
  [['killed'], undefined, undefined, 'nothing says by what means'],
  [['killed'], 'threaten', undefined, 'a mode that is no means'],
  [['gunboat diplomacy'], undefined, undefined, 'another word that begins alike'],
  [['determined', 'undermined'], undefined, undefined, 'mines inside other words'],
])('%j with mode %s: %s (%s)', (words, mode, means) => expect(meansOf(mode, words, lexicon)).toBe(means))
