// Whole stages over cases/: each NAME.txt, .html or .eml is read, and what comes out is compared with NAME.expected.
// `npm run cases` writes all expected files anew. A missing one is written, to be looked at and committed; a difference is written beside it as NAME.actual.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openDocument } from './intake/document.ts'
import { read } from './pipeline.ts'
import { sharedResources } from './testing/resources.ts'
import { transcribe } from './testing/transcript.ts'
import { unpackAll } from './testing/unpack-all.ts'

const FOLDER = new URL('../cases/', import.meta.url)
const resources = await sharedResources()

/** A letter may hold several documents: one after the other. */
async function transcribeFile(name: string): Promise<string> {
  const transcripts: string[] = []
  for (const item of await unpackAll(name, readFileSync(new URL(name, FOLDER)))) {
    if ('failure' in item) throw item.failure
    transcripts.push(transcribe(await read(await openDocument(item.received), resources)))
  }
  return transcripts.join('')
}

describe('cases', () => {
  it.each(readdirSync(FOLDER).filter((name) => /\.(?:txt|html|eml)$/.test(name)))('%s', async (name) => {
    const beside = (ending: string) => new URL(name.replace(/\.\w+$/, ending), FOLDER)
    const actual = await transcribeFile(name)
    if (!existsSync(beside('.expected')) || process.env.UPDATE_CASES) {
      expect(process.env.CI, 'an expected file is missing').toBeUndefined()
      writeFileSync(beside('.expected'), actual)
    }
    const expected = readFileSync(beside('.expected'), 'utf8')
    if (actual === expected) rmSync(beside('.actual'), { force: true })
    else writeFileSync(beside('.actual'), actual)
    expect(actual).toBe(expected)
  })
})
