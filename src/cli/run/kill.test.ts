import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRecord } from '../../record/custody/check.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { dumpRecord, integrityOf } from '../../testing/dump-record.ts'
import { finish, runHearsay, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { inventReports, randomFrom } from '../../testing/invented-news.ts'

const KILLS = 14
const DOCUMENTS = 200

test(`killed ${KILLS} times while reading ${DOCUMENTS} documents, the record ends equal to an undisturbed one`, async () => {
  const folder = scratchFolder()
  writeDocuments(folder)
  const undisturbed = await runHearsay(['read', 'documents', '--record', 'undisturbed.db'], { cwd: folder })
  expect(undisturbed).toMatchObject({ code: 0 })

  const random = randomFrom(7)
  let interrupted = 0
  for (let kill = 0; kill < KILLS; kill++) {
    if (await readAndKill(folder, random)) interrupted++
    expect(checkCopy(folder)).toEqual([])
  }
  expect(interrupted, 'kills that hit a run which had not finished').toBeGreaterThanOrEqual(12)
  const last = await runHearsay(['read', 'documents', '--record', 'killed.db'], { cwd: folder })
  expect(last).toMatchObject({ code: 0 })

  const dump = dumpRecord(join(folder, 'killed.db'))
  expect(dump.documents).toHaveLength(DOCUMENTS)
  expect(dump.sightings).toHaveLength(DOCUMENTS + 2)
  expect(dump).toEqual(dumpRecord(join(folder, 'undisturbed.db')))
  expect(integrityOf(join(folder, 'killed.db'))).toEqual(['ok'])
}, 240_000)

/** Files, lines of NDJSON, and two of the files once more under other names. */
function writeDocuments(folder: string): void {
  const reports = inventReports(2016, DOCUMENTS, 60)
  mkdirSync(join(folder, 'documents', 'again'), { recursive: true })
  const lines: string[] = []
  for (const [index, { name, kind, content }] of reports.entries()) {
    if (index % 3 === 2) lines.push(JSON.stringify({ id: name, [kind]: content }))
    else writeFileSync(join(folder, 'documents', name), content)
  }
  for (const { name, content } of reports.slice(0, 2)) writeFileSync(join(folder, 'documents', 'again', name), content)
  writeFileSync(join(folder, 'documents', 'more.ndjson'), `${lines.join('\n')}\n`)
}

/** Of a copy, so that it is the next run which must put right what this one left behind. */
function checkCopy(folder: string): string[] {
  const copy = mkdtempSync(join(folder, 'copy-'))
  for (const name of ['killed.db', 'killed.db-wal']) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
  }
  const record = openRecord(join(copy, 'killed.db'), 'create')
  try {
    return checkRecord(record)
  } finally {
    closeRecord(record)
  }
}

/** Kills it at some instant: before it has opened the record, or a moment after its nth new document. */
async function readAndKill(folder: string, random: () => number): Promise<boolean> {
  const child = startHearsay(['read', 'documents', '--record', 'killed.db'], { cwd: folder })
  const finished = finish(child)
  const after = Math.floor(random() * 22)
  const moment = random() * (after === 0 ? 1200 : 25)
  if (after > 0) {
    await new Promise<void>((resolve) => {
      let news = 0
      child.stdout.on('data', (chunk: string) => {
        news += chunk.split('\n').filter((line) => line !== '' && !line.includes('already')).length
        if (news >= after) resolve()
      })
      child.on('close', () => resolve())
    })
  }
  await new Promise((resolve) => setTimeout(resolve, moment))
  child.kill('SIGKILL')
  return (await finished).code === null
}
