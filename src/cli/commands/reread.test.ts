// A record with readings of an older program: what looks at them bears it, and `reread` brings them up to date.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readingOf } from '../../record/documents.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { replaceReading } from '../../record/write.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import { olderReading } from '../../testing/older-reading.ts'
import type { Reading } from '../../types.ts'

const TEXT = `The army shelled Karim on Sunday, killing four, Mayor Ada Quist said.

Local media, citing the army, reported that a second attack killed 12 soldiers. The army denied the claim.
`

test('what older programs left out is tolerated, and read again', async () => {
  const folder = scratchFolder()
  const run = (...args: string[]) => runHearsay(args, { cwd: folder })
  const inRecord = (change?: (reading: Reading) => Reading): Reading => {
    const record = openRecord(join(folder, 'hearsay.db'), 'write')
    const reading = readingOf(record, 1)
    if (change) replaceReading(record, 1, change(reading), '2024-05-01T12:00:00.000Z')
    closeRecord(record)
    return reading
  }
  writeFileSync(join(folder, 'karim.txt'), TEXT)
  expect((await run('read', 'karim.txt')).code).toBe(0)
  const fresh = inRecord(olderReading)
  expect(fresh.articles[0].sentences?.length).toBe(3)
  expect(fresh.articles[0].events.length).toBeGreaterThan(1)

  for (const args of [['incidents'], ['statements'], ['show', fresh.document.sha256], ['export', '--what', 'events']]) {
    const { code, stdout, stderr } = await run(...args)
    expect([args, code, stderr]).toEqual([args, 0, stderr])
    expect(stdout).toContain('Karim')
  }
  expect(inRecord().articles[0].sentences).toBeUndefined()

  expect(await run('reread')).toMatchObject({ code: 0, stderr: expect.stringContaining('1 document read again') })
  expect(inRecord()).toEqual(fresh)
})
