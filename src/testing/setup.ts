// Runs before each test file: property tests roam while someone watches, and in CI try the same values each time, so that a
// failure is the change's own. What a file opens is closed when it ends.

import fc from 'fast-check'
import { afterAll } from 'vitest'
import { closeAll } from './closing.ts'

if (process.env.CI) fc.configureGlobal({ seed: 20161017 })

afterAll(closeAll, 60_000)
