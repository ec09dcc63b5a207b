// Same text, same reading: whatever was read before it, by whichever worker, in whichever process.

import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import { randomFrom } from '../../testing/invented-news.ts'

const random = randomFrom(5)
const pick = (...from: readonly string[]): string => from[Math.floor(random() * from.length)]

/** In no dictionary, but each in many documents, here as a name and there as a common word. */
const UNKNOWN = 'kavelro shidun mobaro velka dunshi rokamo bashiro karodun movel shiroba'.split(' ')
const capital = (word: string): string => word[0].toUpperCase() + word.slice(1)

/** Some are in capitals throughout; endings make verbs and nouns of the same word. */
function inventDocument(): string {
  const [name, place] = [capital(pick(...UNKNOWN)), capital(pick(...UNKNOWN))]
  const sentence = pick(
    `${name} ${pick(...UNKNOWN)}s ${pick('attacks', 'strikes', 'talks')} in ${place}.`,
    `${pick(...UNKNOWN)}ed the ${pick(...UNKNOWN)} near ${place}, ${name} said.`,
    `“We ${pick(...UNKNOWN)} them,” a ${pick(...UNKNOWN)} of ${place} told ${name}.`,
    `“${name}'s ${pick(...UNKNOWN)} is ${place}'s,” said ${capital(pick(...UNKNOWN))}, ${name}'s spokesman.`,
    `The ${pick(...UNKNOWN)} ${name} ${pick(...UNKNOWN)}ing ${place} was left.`,
  )
  return random() < 0.4 ? sentence.toUpperCase() : sentence
}

const LINES = Array.from({ length: 300 }, (_, id) => JSON.stringify({ id: `d${id}`, text: inventDocument() }))

test('300 documents are read the same by one worker, by two in another order, and in one process after another', async () => {
  const cwd = scratchFolder()
  const read = async (lines: readonly string[], workers = 1): Promise<string[]> => {
    const args = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record', '--workers', String(workers)]
    const { code, stdout } = await runHearsay(args, { cwd, stdin: `${lines.join('\n')}\n` })
    expect(code).toBe(0)
    return stdout.trimEnd().split('\n')
  }
  const first = await read(LINES)
  expect(first).toHaveLength(LINES.length)
  expect((await read(LINES.toReversed(), 2)).reverse()).toEqual(first)
  const apart: string[] = []
  for (let at = 0; at < LINES.length; at += 75) apart.push(...(await read(LINES.slice(at, at + 75))))
  expect(apart).toEqual(first)
}, 240_000)
