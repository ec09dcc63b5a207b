// Whatever byte of a record's file or of its seal is changed, verify tells: the seal holds a hash over all bytes of the file, and
// bytes all over both are changed in turn.

import { createHash } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { verifyRecord } from '../../record/custody/verify.ts'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

/** Small pages make a small record, so that each byte can have its turn. */
async function smallRecord(folder: string): Promise<string> {
  const path = join(folder, 'hearsay.db')
  const empty = new Database(path)
  empty.pragma('page_size = 512')
  empty.exec('VACUUM')
  empty.close()
  writeFileSync(join(folder, 'a.txt'), 'The mayor of Herat said on Monday that two people were killed at the bridge.\n')
  for (const args of [['read', 'a.txt', '--outlet', 'Herat'], ['grade', 'Herat', 'B'], ['incidents']])
    expect(await runHearsay(args, { cwd: folder })).toMatchObject({ code: 0 })
  expect(await runHearsay(['verify'], { cwd: folder })).toMatchObject({ code: 0, stderr: '' })
  return path
}

/** False, too, where it cannot even be opened any more. */
function holds(path: string): boolean {
  try {
    for (const _ of verifyRecord(path)) return false
    return true
  } catch {
    return false
  }
}

test('each byte of the seal in turn, every seventh of the record, and of some of them each bit', async () => {
  const path = await smallRecord(scratchFolder())
  const missed: string[] = []
  let flips = 0
  expect(readFileSync(`${path}.seal`, 'latin1')).toContain(
    createHash('sha256').update(readFileSync(path)).digest('hex'),
  )
  for (const file of [path, `${path}.seal`]) {
    const pristine = readFileSync(file)
    const handle = openSync(file, 'r+')
    const put = (at: number, byte: number) => writeSync(handle, Uint8Array.of(byte), 0, 1, at)
    for (const [at, byte] of pristine.entries()) {
      if (file === path && at % 7 !== 0) continue
      for (const bit of at % 199 === 0 ? [0, 1, 2, 3, 4, 5, 6, 7] : [at % 8]) {
        flips++
        put(at, byte ^ (1 << bit))
        if (holds(path)) missed.push(`${file}: bit ${bit} of byte ${at}`)
        put(at, byte)
      }
    }
    closeSync(handle)
    expect(readFileSync(file).equals(pristine)).toBe(true)
  }
  expect(missed).toEqual([])
  expect(flips).toBeGreaterThan(5000)
  expect(holds(path)).toBe(true)
}, 120_000)
