// Files of every format, damaged at random: each gives documents or a sentence, soon; nothing else is ever thrown. benchmarks/sweep.mjs does more of them.

import { expect, test } from 'vitest'
import { damage } from '../testing/damage.ts'
import { randomFrom } from '../testing/invented-news.ts'
import { allSamples } from '../testing/samples.ts'
import { tryIntake } from '../testing/try-intake.ts'

const ROUNDS = 6

test.each(allSamples(new URL('fixtures/', import.meta.url)))('$name', async ({ name, bytes }) => {
  expect((await tryIntake(name, bytes)).faults, 'whole').toEqual([])
  for (let round = 0; round < ROUNDS; round++) {
    const damaged = await damage(bytes, randomFrom(1000 * name.length + round))
    expect((await tryIntake(name, damaged)).faults, `round ${round}`).toEqual([])
  }
})
