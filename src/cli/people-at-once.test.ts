// Real clients against a real server: the benchmark, in small. benchmarks/RESULTS.md has the figures of two hundred and ten.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const BENCHMARK = fileURLToPath(new URL('../../benchmarks/people.mjs', import.meta.url))

test('while twenty read, ten decide, and every decision that was accepted is in the log under the right name', () => {
  const { status, stdout } = spawnSync(process.execPath, [BENCHMARK, '60', '20', '10', '4', '200'], {
    encoding: 'utf8',
  })
  const [, accepted, logged, right, chain] =
    /^(\d+) decisions accepted, (\d+) in the log, (\d+) about the same under the same name; (.*)$/m.exec(stdout) ?? []
  expect(Number(accepted), stdout).toBeGreaterThan(10)
  expect([logged, right, chain]).toEqual([accepted, accepted, 'the chain of the log holds'])
  expect(stdout.match(/all answered 200/g), 'nobody is refused').toHaveLength(2)
  expect(status).toBe(0)
}, 240_000)
