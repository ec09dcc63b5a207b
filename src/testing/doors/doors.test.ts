// Every door is tried some hundred times with damaged input: each is taken or refused, and nothing breaks. nightly/doors.mjs does more.

import { expect, test } from 'vitest'
import { closeAfterwards } from '../closing.ts'
import { DOOR_NAMES, doorOf, openDoors } from './doors.ts'

const ATTEMPTS = 1000
const SEED = 7

test('damaged input at every door', { timeout: 300_000 }, async () => {
  const doors = openDoors(SEED)
  closeAfterwards(doors.close)
  const tried = new Map<string, { taken: number; refused: number }>()
  for (let number = 0; number < ATTEMPTS; number++) {
    const { name } = doorOf(number)
    const { taken, faults } = await doors.try(number)
    expect(faults, `node nightly/doors.mjs 1 ${SEED} ${number}: ${name}`).toEqual([])
    const counts = tried.get(name) ?? { taken: 0, refused: 0 }
    counts[taken ? 'taken' : 'refused']++
    tried.set(name, counts)
  }
  expect([...tried.keys()].toSorted()).toEqual([...DOOR_NAMES].toSorted())
  // One that refuses everything, or takes everything, is tried in name only.
  for (const [name, { taken, refused }] of tried) {
    expect(refused, `${name} refuses something`).toBeGreaterThan(0)
    expect(taken, `${name} takes something`).toBeGreaterThan(0)
  }
})
