// Two processes write to one record and one of them is killed at a moment: what is then wrong with the record, in words.

import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRecord } from '../../record/custody/check.ts'
import { verifyRecord } from '../../record/custody/verify.ts'
import { closeRecord, openRecord } from '../../record/open.ts'
import { dumpRecord, integrityOf } from '../dump-record.ts'
import { finish, runProgram, startHearsay } from '../hearsay.ts'
import { OUTPUTS, type Victim } from './victims.ts'

export interface Outcome {
  killed: boolean
  faults: string[]
}

const RECORD = ['--record', 'r.db']
const WHY = 'it wrote all the while'
const IS_ITS_ENTRY = new RegExp(`after.*${WHY}`)
const BYSTANDER = ['grade', 'Northern Wire', 'B', '--why', WHY, ...RECORD]
const OLDER = 'the older file\n'

/** @param after milliseconds from the start to the kill */
export async function killOnce(folder: string, victim: Victim, after: number): Promise<Outcome> {
  const path = freshRecord(folder)
  for (const out of OUTPUTS) writeFileSync(join(folder, out), OLDER)
  const before = entriesOf(path)
  const setting = { cwd: folder, env: victim.env }
  const run = () => runProgram([...victim.args, ...recordOf(victim)], setting)

  const process = startHearsay([...victim.args, ...recordOf(victim)], setting)
  const ended = finish(process)
  const bystander = runProgram(BYSTANDER, { cwd: folder })
  await new Promise((resolve) => setTimeout(resolve, after))
  process.kill('SIGKILL')
  const { code } = await ended
  const { code: bystanderCode, stderr } = await bystander

  const faults: string[] = []
  if (code !== null && code !== 0) faults.push(`it ended with ${code} before the kill`)
  if (bystanderCode !== 0) faults.push(`the other process ended with ${bystanderCode}: ${stderr}`)
  faults.push(...faultsOf(path, 'after the kill'))
  // The next grade of the same source says in its entry what was there before.
  const graded = dumpRecord(path).log.filter((row) => IS_ITS_ENTRY.test(JSON.stringify(row))).length
  if (graded !== 1) faults.push(`the entry of the other process is there ${graded} times`)
  for (const out of OUTPUTS) {
    const text = readFileSync(join(folder, out), 'utf8')
    if (text !== OLDER && text !== '' && !text.endsWith('\n')) faults.push(`${out} is cut off`)
  }

  for (const time of victim.again === 'nothing' ? ['again', 'a third time'] : ['again']) {
    const entries = entriesOf(path)
    if (entries < before) faults.push('entries of the log are lost')
    const { code, stderr } = await run()
    if (code !== 0) faults.push(`run ${time}, it ended with ${code}: ${stderr}`)
    if (time === 'a third time' && entriesOf(path) !== entries) faults.push('run a third time, it changed the record')
  }
  faults.push(...faultsOf(path, 'after another run'))
  return { killed: code === null, faults }
}

/** How long a command takes, in milliseconds, when nothing disturbs it. */
export async function undisturbed(folder: string, victim: Victim): Promise<number> {
  freshRecord(folder)
  const start = performance.now()
  const args = [...victim.args, ...recordOf(victim)]
  const { code, stderr } = await runProgram(args, { cwd: folder, env: victim.env })
  if (code !== 0) throw new Error(`hearsay ${args.join(' ')}: ${stderr}`)
  return performance.now() - start
}

/** r.db, as start.db is. */
export function freshRecord(folder: string): string {
  for (const name of readdirSync(folder))
    if (name.startsWith('r.db') || name.startsWith('places.gaz')) rmSync(join(folder, name))
  for (const ending of ['', '.seal'])
    if (existsSync(join(folder, `start.db${ending}`)))
      copyFileSync(join(folder, `start.db${ending}`), join(folder, `r.db${ending}`))
  return join(folder, 'r.db')
}

/** What the record's own checks and SQLite's find wrong, and documents that are there twice. */
export function faultsOf(path: string, when: string): string[] {
  const record = openRecord(path, 'write')
  const faults = checkRecord(record)
  closeRecord(record)
  faults.push(...Array.from(verifyRecord(path)), ...integrityOf(path).filter((line) => line !== 'ok'))
  const documents = dumpRecord(path).documents.map((row) => JSON.stringify(row))
  if (new Set(documents).size !== documents.length) faults.push('a document is there twice')
  return faults.map((fault) => `${when}: ${fault}`)
}

const recordOf = ({ name }: Victim): string[] => (name === 'gazetteer add' ? [] : RECORD)
const entriesOf = (path: string): number => dumpRecord(path).log.length
