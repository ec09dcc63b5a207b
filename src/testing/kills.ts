// Two processes write to one record and one of them is killed at a random moment: what is then wrong with the record, in words.

import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkRecord } from '../record/custody/check.ts'
import { verifyRecord } from '../record/custody/verify.ts'
import { closeRecord, openRecord } from '../record/open.ts'
import { dumpRecord, integrityOf } from './dump-record.ts'
import { finish, runProgram, startHearsay } from './hearsay.ts'
import { inventReports, randomFrom } from './invented-news.ts'

export interface Victim {
  name: string
  args: string[]
  /** Of another run the record does not change; otherwise it gets one more entry in the log. */
  again: 'nothing' | 'an entry'
}

const BYSTANDER = ['grade', 'Bystander', 'B', '--why', 'it wrote all the while']
const RECORD = ['--record', 'r.db']

/** A folder with a record to start from, and all that the commands need. */
export async function prepareKills(folder: string): Promise<Victim[]> {
  const reports = inventReports(7, 12, 40)
  for (const part of ['first', 'more', 'watched', 'other']) mkdirSync(join(folder, part))
  for (const [index, { name, content }] of reports.entries())
    writeFileSync(join(folder, ['first', 'more', 'watched', 'other'][index % 4], name), content)
  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runProgram(args, { cwd: folder })
    if (code !== 0) throw new Error(`hearsay ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  await run('read', 'other', '--record', 'other.db')
  await run('export', '--what', 'record', '--output', 'other.ndjson', '--record', 'other.db')
  await run('read', 'first', '--record', 'start.db')
  const first = async (list: string): Promise<string> =>
    JSON.parse((await run(list, '--format', 'ndjson', '--record', 'start.db')).split('\n')[0]).id
  const [document, incident] = [await first('documents'), await first('incidents')]
  const party = JSON.parse((await run('parties', '--format', 'ndjson', '--record', 'start.db')).split('\n')[0]).source
  return [
    { name: 'read', args: ['read', 'more'], again: 'nothing' },
    { name: 'import', args: ['import', 'other.ndjson'], again: 'nothing' },
    { name: 'reread', args: ['reread', '--all'], again: 'an entry' },
    { name: 'describe', args: ['describe', document, '--outlet', 'Lanta Wire'], again: 'nothing' },
    { name: 'label', args: ['label', incident, '--title', 'A title of our own'], again: 'an entry' },
    { name: 'account', args: ['account', incident, '--source', 'Ada Quist', 'We saw it.'], again: 'an entry' },
    { name: 'corrections', args: ['corrections', '--output', 'out.corrections'], again: 'nothing' },
    { name: 'parties', args: ['parties', '--of', party, '--side-of', 'the government'], again: 'an entry' },
    { name: 'grade', args: ['grade', 'Northern Wire', 'C'], again: 'an entry' },
    { name: 'watch', args: ['watch', 'watched', '--once'], again: 'nothing' },
    { name: 'export', args: ['export', '--what', 'record', '--output', 'out.export'], again: 'nothing' },
  ]
}

export interface Outcome {
  killed: boolean
  faults: string[]
}

/** @param share of the time that an undisturbed run takes */
export async function killOnce(folder: string, { args, again }: Victim, share: number, ms: number): Promise<Outcome> {
  const path = freshRecord(folder)
  const outs = ['out.corrections', 'out.export'].map((name) => join(folder, name))
  for (const out of outs) writeFileSync(out, 'the older file\n')
  const before = entries(path)

  const victim = startHearsay([...args, ...RECORD], { cwd: folder })
  const ended = finish(victim)
  const other = runProgram([...BYSTANDER, ...RECORD], { cwd: folder })
  await new Promise((resolve) => setTimeout(resolve, share * ms))
  victim.kill('SIGKILL')
  const { code } = await ended
  const bystander = await other

  const faults: string[] = []
  if (code !== null && code !== 0) faults.push(`ended with ${code} before the kill`)
  if (bystander.code !== 0) faults.push(`the other process ended with ${bystander.code}: ${bystander.stderr}`)
  faults.push(...whole(path, 'after the kill'))
  const graded = dumpRecord(path).log.filter((row) => JSON.stringify(row).includes('it wrote all the while')).length
  if (graded !== 1) faults.push(`the other process's entry is there ${graded} times`)
  for (const out of outs) {
    const text = readFileSync(out, 'utf8')
    if (text !== 'the older file\n' && text !== '' && !text.endsWith('\n')) faults.push(`${out} is cut off`)
  }

  const left = entries(path)
  const rerun = await runProgram([...args, ...RECORD], { cwd: folder })
  if (rerun.code !== 0) faults.push(`run again, it ended with ${rerun.code}: ${rerun.stderr}`)
  faults.push(...whole(path, 'after another run'))
  const once = entries(path)
  const third = await runProgram([...args, ...RECORD], { cwd: folder })
  if (third.code !== 0) faults.push(`run a third time, it ended with ${third.code}: ${third.stderr}`)
  if (again === 'nothing' && entries(path) !== once) faults.push('a third run changed the record')
  const { documents } = dumpRecord(path)
  const hashes = documents.map((row) => JSON.stringify(row))
  if (new Set(hashes).size !== hashes.length) faults.push('a document is there twice')
  if (left < before) faults.push('entries of the log are lost')
  return { killed: code === null, faults }
}

/** How long each takes when nothing disturbs it, and what the record then holds. */
export async function undisturbed(folder: string, { args }: Victim): Promise<number> {
  freshRecord(folder)
  const start = performance.now()
  const { code, stderr } = await runProgram([...args, ...RECORD], { cwd: folder })
  if (code !== 0) throw new Error(`hearsay ${args.join(' ')}: ${stderr}`)
  return performance.now() - start
}

/** Kills spread over the commands; what was wrong, each with its command and moment. */
export async function killMany(folder: string, kills: number, seed: number): Promise<{ killed: number; faults: string[] }> {
  const victims = await prepareKills(folder)
  const times = new Map<Victim, number>()
  for (const victim of victims) times.set(victim, await undisturbed(folder, victim))
  const random = randomFrom(seed)
  const faults: string[] = []
  let killed = 0
  for (let kill = 0; kill < kills; kill++) {
    const victim = victims[kill % victims.length]
    const share = random()
    const outcome = await killOnce(folder, victim, share, times.get(victim) ?? 0)
    if (outcome.killed) killed++
    faults.push(...outcome.faults.map((fault) => `${victim.name}, killed at ${share.toFixed(3)}: ${fault}`))
  }
  return { killed, faults }
}

function freshRecord(folder: string): string {
  for (const name of readdirSync(folder)) if (name.startsWith('r.db')) rmSync(join(folder, name))
  for (const ending of ['', '.seal'])
    if (existsSync(join(folder, `start.db${ending}`)))
      copyFileSync(join(folder, `start.db${ending}`), join(folder, `r.db${ending}`))
  return join(folder, 'r.db')
}

function whole(path: string, when: string): string[] {
  const record = openRecord(path, 'write')
  const faults = checkRecord(record)
  closeRecord(record)
  faults.push(...Array.from(verifyRecord(path)), ...integrityOf(path).filter((line) => line !== 'ok'))
  return faults.map((fault) => `${when}: ${fault}`)
}

const entries = (path: string): number => dumpRecord(path).log.length
