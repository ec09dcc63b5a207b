// An archive to `import`: damaged as bytes, or forged by somebody who knows the format, so that all its hashes are right.

import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { closeRecord, openRecord } from '../../record/open.ts'
import { damage } from '../damage.ts'
import { type Forged, forge } from '../forge-archive.ts'
import { runHearsay } from '../hearsay.ts'
import { changeJson } from './change-json.ts'
import { type Attempt, type Door, faultOf, faultsOf, pick, type Random } from './door.ts'
import { REPORTS } from './reports.ts'

export const damagedArchive: Door = {
  name: 'import, damaged',
  open: async (folder) => {
    const archive = readFileSync(await makeArchive(folder))
    return async (random) => importInto(folder, await damage(archive, random), random)
  },
}

export const forgedArchive: Door = {
  name: 'import, forged',
  open: async (folder) => {
    const lines = readFileSync(await makeArchive(folder), 'utf8')
      .trimEnd()
      .split('\n')
    return async (random) => {
      let forged: string[]
      try {
        forged = forge(lines, (archive) => change(archive, random))
      } catch {
        return { taken: false, faults: [] } // even a forger could not put that into an archive
      }
      return importInto(folder, Buffer.from(forged.join('')), random)
    }
  },
}

/** An entry, a document, a reading or a grade, or the order of them. */
function change(archive: Forged, random: Random): void {
  const { entries, documents, grades } = archive
  const list = pick<unknown[]>(
    [entries, documents, grades, documents, entries].filter(({ length }) => length > 0),
    random,
  )
  const index = Math.floor(random() * list.length)
  const chance = random()
  if (chance < 0.1) list.splice(index, 1, ...(random() < 0.5 ? [] : [list[index], structuredClone(list[index])]))
  else if (chance < 0.2) list.reverse()
  else list[index] = changeJson(list[index], random)
}

/** Of a record with three reports, a grade, a label, a description and an account by hand. */
async function makeArchive(folder: string): Promise<string> {
  const run = async (...args: string[]) => {
    const finished = await runHearsay([...args, '--record', 'own.db'], { cwd: folder })
    if (finished.code !== 0) throw new Error(`${args.join(' ')}: ${finished.stderr}`)
    return finished.stdout
  }
  for (const [index, { title, text }] of REPORTS.entries())
    writeFileSync(join(folder, `${index}.txt`), `${title}\n\n${text}\n`)
  await run('read', '0.txt', '1.txt', '2.txt')
  copyFileSync(join(folder, '0.txt'), join(folder, 'again.txt'))
  await run('read', 'again.txt')
  await run('grade', 'Ana Ruiz', 'B', '--why', 'she was there')
  const [document] = (await run('documents', '--format', 'ndjson')).split('\n')
  await run('describe', JSON.parse(document).id, '--outlet', 'Qarn Wire', '--published', '2026-03-12')
  const [incident] = JSON.parse(`[${(await run('incidents', '--format', 'ndjson')).trimEnd().split('\n').join(',')}]`)
  await run('label', incident.id, '--title', 'The market', '--tag', 'to check')
  writeFileSync(join(folder, 'own.ndjson'), await run('export', '--what', 'record', '--format', 'ndjson'))
  return join(folder, 'own.ndjson')
}

const LATER = [
  ['documents'],
  ['statements', '--format', 'ndjson'],
  ['sources'],
  ['parties'],
  ['log'],
  ['decisions'],
  ['corrections'],
  ['changes'],
  ['disputes'],
  ['search', 'market'],
  ['export', '--what', 'record', '--format', 'ndjson'],
  ['export', '--what', 'incidents', '--format', 'geojson'],
] as const

async function importInto(folder: string, archive: Buffer, random: Random): Promise<Attempt> {
  const record = join(folder, 'in.db')
  for (const end of ['', '-wal', '-shm', '.seal']) rmSync(`${record}${end}`, { force: true })
  writeFileSync(join(folder, 'in.ndjson'), archive)
  const run = (args: readonly string[]) => runHearsay([...args, '--record', record], { cwd: folder })
  const imported = await run(['import', 'in.ndjson'])
  const faults = faultsOf(imported, 'import')
  if (imported.code !== 0) return { taken: false, faults: [...faults, ...left(record)] }
  for (const args of [['verify'], ['incidents', '--format', 'ndjson'], pick(LATER, random)]) {
    const finished = await run(args)
    faults.push(...faultsOf(finished, args.join(' ')))
    if (args[0] === 'verify' && finished.code !== 0)
      faults.push(`verify after import: ${finished.stderr}${finished.stdout}`)
  }
  return { taken: true, faults }
}

/** Nothing of a refused archive may be in the record. */
function left(path: string): string[] {
  if (!existsSync(path)) return []
  try {
    const record = openRecord(path, 'read')
    try {
      const count = (table: string) => record.db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
      return ['documents', 'log'].flatMap((table) =>
        count(table) > 0 ? [`refused, and yet the record has ${count(table)} rows in ${table}`] : [],
      )
    } finally {
      closeRecord(record)
    }
  } catch (error) {
    return [faultOf(error)]
  }
}
