// Forty kills at random moments, each beside another process that writes to the same record: nothing is lost, doubled or cut off.
// A thousand of them: node nightly/kills.mjs

import { expect, test } from 'vitest'
import { scratchFolder } from '../testing/hearsay.ts'
import { killMany } from '../testing/kills/kill-many.ts'

test('a process that is killed while it writes costs nothing', { timeout: 900_000 }, async () => {
  const seed = Date.now() % 1e9
  const { killed, faults } = await killMany(scratchFolder(), 40, seed)
  expect(faults, `seed ${seed}`).toEqual([])
  expect(killed).toBeGreaterThan(20)
})
