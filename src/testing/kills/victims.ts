// A record to start from, and every command that writes, with all that it needs: what gets killed.

import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runProgram } from '../hearsay.ts'
import { inventReports } from '../invented-news.ts'

export interface Victim {
  name: string
  args: string[]
  /** What one run more of the same command adds to the log. */
  again: 'nothing' | 'an entry'
  env?: Record<string, string>
}

/** Where everything lies; the record under test is r.db, a copy of start.db for each kill. */
export async function prepareVictims(folder: string): Promise<Victim[]> {
  const reports = inventReports(7, 12, 40)
  for (const part of ['first', 'more', 'watched', 'other']) mkdirSync(join(folder, part))
  for (const [index, { name, content }] of reports.entries())
    writeFileSync(join(folder, ['first', 'more', 'watched', 'other'][index % 4], name), content)
  writeFileSync(join(folder, 'places.txt'), PLACES)

  const run = async (...args: string[]): Promise<string> => {
    const { code, stdout, stderr } = await runProgram(args, { cwd: folder })
    if (code !== 0) throw new Error(`hearsay ${args.join(' ')}: ${stderr}`)
    return stdout
  }
  await run('read', 'other', '--record', 'other.db')
  await run('export', '--what', 'record', '--output', 'other.ndjson', '--record', 'other.db')
  await run('read', 'first', '--outlet', 'Northern Wire', '--record', 'start.db')
  await run('grade', 'Northern Wire', 'B', '--record', 'start.db')
  const first = async (list: string): Promise<Record<string, string>> =>
    JSON.parse((await run(list, '--format', 'ndjson', '--record', 'start.db')).split('\n')[0])
  const [document, incident, party] = [await first('documents'), await first('incidents'), await first('parties')]

  return [
    { name: 'read', args: ['read', 'more'], again: 'nothing' },
    { name: 'import', args: ['import', 'other.ndjson'], again: 'nothing' },
    { name: 'reread', args: ['reread', '--all'], again: 'an entry' },
    { name: 'describe', args: ['describe', document.id, '--outlet', 'Lanta Wire'], again: 'nothing' },
    { name: 'label', args: ['label', incident.id, '--title', 'A title of our own'], again: 'an entry' },
    { name: 'account', args: ['account', incident.id, '--source', 'Ada Quist', 'We saw it.'], again: 'an entry' },
    { name: 'corrections', args: ['corrections', '--output', 'out.corrections'], again: 'nothing' },
    { name: 'parties', args: ['parties', '--of', party.source, '--side-of', 'the government'], again: 'an entry' },
    { name: 'grade', args: ['grade', 'Northern Wire', 'C'], again: 'an entry' },
    { name: 'watch', args: ['watch', 'watched', '--once'], again: 'nothing' },
    { name: 'export', args: ['export', '--what', 'record', '--output', 'out.export'], again: 'nothing' },
    { name: 'gazetteer add', args: ['gazetteer', 'add', 'places.txt'], again: 'nothing', env: ownPlaces(folder) },
  ]
}

/** Everything that a command may replace, which must never be half of the old or the new. */
export const OUTPUTS = ['out.corrections', 'out.export']

const ownPlaces = (folder: string): Record<string, string> => ({
  HEARSAY_GAZETTEER: join(folder, 'places.gazetteer'),
})

const PLACES = Array.from({ length: 20_000 }, (_, index) =>
  [900_000_000 + index, `Lanta ${index}`, `Lanta ${index}`, '', 10, 20, 'P', 'PPL', 'XK', '', '', '', '', '', 700]
    .concat(['', '', 'Europe/Belgrade', '2024-05-01'])
    .join('\t'),
).join('\n')
