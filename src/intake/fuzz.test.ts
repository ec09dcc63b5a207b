// Files of every format, damaged at random: each gives documents or a sentence; nothing else is ever thrown.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { randomFrom } from '../testing/invented-news.ts'
import { tellAll } from '../testing/unpack-all.ts'

const FOLDER = new URL('fixtures/', import.meta.url)
const ROUNDS = 25

/** Bytes changed, a stretch taken out, doubled, or moved to the end; the file cut off. */
function damage(bytes: Buffer, random: () => number): Buffer {
  const at = () => Math.floor(random() * bytes.length)
  const [from, to] = [at(), at()].toSorted((one, other) => one - other)
  const ways = [
    () => {
      const changed = Buffer.from(bytes)
      for (let count = 1 + Math.floor(random() * 20); count > 0; count--) changed[at()] = Math.floor(random() * 256)
      return changed
    },
    () => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]),
    () => Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]),
    () => Buffer.concat([bytes.subarray(0, from), bytes.subarray(to), bytes.subarray(from, to)]),
    () => bytes.subarray(0, to),
  ]
  return ways[Math.floor(random() * ways.length)]()
}

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const whole = readFileSync(new URL(name, FOLDER))
  const random = randomFrom(name.length)
  for (let round = 0; round < ROUNDS; round++)
    await expect(tellAll('a', damage(whole, random)), `round ${round}`).resolves.toBeInstanceOf(Array)
})
