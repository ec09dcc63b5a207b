// Whole stages over cases/: each NAME.txt or NAME.html is read, and what comes out is compared with NAME.expected.
// A missing expected file is written, to be looked at and committed; a difference is written beside it as NAME.actual.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from './intake/document.ts'
import { read } from './pipeline.ts'
import { sharedResources } from './testing/resources.ts'
import { transcribe } from './testing/transcript.ts'

const FOLDER = new URL('../cases/', import.meta.url)
const resources = await sharedResources()

describe('cases', () => {
  it.each(readdirSync(FOLDER).filter((name) => /\.(?:txt|html)$/.test(name)))('%s', async (name) => {
    const beside = (ending: string) => new URL(name.replace(/\.\w+$/, ending), FOLDER)
    const actual = transcribe(
      await read(await openDocument({ bytes: readFileSync(new URL(name, FOLDER)), origin: name }), resources),
    )
    if (!existsSync(beside('.expected'))) {
      expect(process.env.CI, 'an expected file is missing').toBeUndefined()
      writeFileSync(beside('.expected'), actual)
    }
    const expected = readFileSync(beside('.expected'), 'utf8')
    if (actual === expected) rmSync(beside('.actual'), { force: true })
    else writeFileSync(beside('.actual'), actual)
    expect(actual).toBe(expected)
  })
})
