import { copyFileSync, existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRecord } from '../../record/custody/check.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { dumpRecord, integrityOf } from '../../testing/dump-record.ts'
import { finish, runHearsay, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { inventReports } from '../../testing/invented-news.ts'

const DOCUMENTS = 60

/**
 * Where a run is killed: in milliseconds after what it has printed of so many new documents, by so many workers. Before the first
 * it may not have opened the record yet; after the last it seals it. What lies between, at every write, is the matter of
 * record/cut-off.test.ts.
 */
const KILLS: [documents: number, ms: number, workers: number][] = [
  [0, 0, 1],
  [0, 400, 1],
  [1, 0, 2],
  [8, 7, 1],
  [14, 13, 2],
]

test(`killed ${KILLS.length} times while reading ${DOCUMENTS} documents, the record ends equal to an undisturbed one`, async () => {
  const folder = scratchFolder()
  writeDocuments(folder)
  const undisturbed = await runHearsay(['read', 'documents', '--record', 'undisturbed.db'], { cwd: folder })
  expect(undisturbed).toMatchObject({ code: 0 })

  for (const kill of KILLS) {
    expect(await readAndKill(folder, ...kill), 'the run had not finished').toBe(true)
    expect(checkCopy(folder)).toEqual([])
  }
  const last = await runHearsay(['read', 'documents', '--record', 'killed.db'], { cwd: folder })
  expect(last).toMatchObject({ code: 0 })

  const dump = dumpRecord(join(folder, 'killed.db'))
  expect(dump.documents).toHaveLength(DOCUMENTS)
  expect(dump.sightings).toHaveLength(DOCUMENTS + 2)
  expect(dump).toEqual(dumpRecord(join(folder, 'undisturbed.db')))
  expect(integrityOf(join(folder, 'killed.db'))).toEqual(['ok'])
})

/** Files, lines of NDJSON, and two of the files once more under other names. */
function writeDocuments(folder: string): void {
  const reports = inventReports(2016, DOCUMENTS, 40)
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

/** True where it hit a run that had not finished. */
async function readAndKill(folder: string, documents: number, ms: number, workers: number): Promise<boolean> {
  const args = ['read', 'documents', '--record', 'killed.db', '--workers', String(workers)]
  const child = startHearsay(args, { cwd: folder })
  const finished = finish(child)
  if (documents > 0) {
    await new Promise<void>((resolve) => {
      let news = 0
      child.stdout.on('data', (chunk: string) => {
        news += chunk.split('\n').filter((line) => line !== '' && !line.includes('already')).length
        if (news >= documents) resolve()
      })
      child.on('close', () => resolve())
    })
  }
  await new Promise((resolve) => setTimeout(resolve, ms))
  child.kill('SIGKILL')
  return (await finished).code === null
}
