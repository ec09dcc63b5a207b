// training/ is Python: its own tests, run from here where there is a Python. They hold that an export writes the reader.json that the
// package reads, and that the corpora as published become training files. None needs more than the standard library.

import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const TESTS = fileURLToPath(new URL('../training/tests', import.meta.url))
const python = ['python3', 'python'].find((name) => {
  const { status, stdout } = spawnSync(name, ['-c', 'import sys; print(sys.version_info >= (3, 11))'], {
    encoding: 'utf8',
  })
  return status === 0 && stdout.trim() === 'True'
})

test('the tests of training/ pass', ({ skip }) => {
  if (!python) skip('there is no Python 3.11 or newer here')
  const { status, stderr } = spawnSync(python ?? '', ['-B', '-m', 'unittest', 'discover', '-s', TESTS, '-t', TESTS], {
    encoding: 'utf8',
  })
  expect(status, stderr).toBe(0)
  expect(stderr).toMatch(/Ran \d{2,} tests/)
}, 60_000)
