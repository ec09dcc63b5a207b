// Lines on standard input: documents to `read`, readings to `reconcile`.

import { damage } from '../damage.ts'
import { runHearsay } from '../hearsay.ts'
import { changeJson } from './change-json.ts'
import { type Attempt, type Door, faultsOf, pick, type Random } from './door.ts'
import { REPORTS } from './reports.ts'

/** Some lines are as they were, so that those beside a bad one can be looked for. */
async function badLines(values: readonly object[], random: Random): Promise<Buffer> {
  const lines = values.map((value) => JSON.stringify(random() < 0.5 ? changeJson(value, random) : value))
  const bytes = Buffer.from(`${lines.join('\n')}\n`)
  return random() < 0.4 ? damage(bytes, random) : bytes
}

const GIVEN = REPORTS.map(({ text, title, published }, index) => ({
  id: `r${index}`,
  text,
  title,
  published,
  outlet: 'Qarn Wire',
  url: 'https://wire.example/1',
  language: 'en',
}))

export const readLines: Door = {
  name: 'read',
  open: async (folder) => async (random) => {
    const stdin = await badLines([pick(GIVEN, random), pick(GIVEN, random)], random)
    const keep = random() < 0.2 ? ['--record', 'lines.db'] : ['--no-record']
    const args = ['read', '--input', 'ndjson', '--format', 'ndjson', ...keep]
    const finished = await runHearsay(args, { cwd: folder, stdin })
    return { taken: finished.stdout !== '', faults: [...faultsOf(finished, 'read'), ...brokenLines(finished.stdout)] }
  },
}

export const reconcileLines: Door = {
  name: 'reconcile',
  open: async (folder) => {
    const stdin = GIVEN.map((line) => JSON.stringify(line)).join('\n')
    const read = await runHearsay(['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record'], {
      cwd: folder,
      stdin,
    })
    const readings: object[] = read.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    return async (random): Promise<Attempt> => {
      const finished = await runHearsay(['reconcile'], { cwd: folder, stdin: await badLines(readings, random) })
      return {
        taken: finished.stdout !== '',
        faults: [...faultsOf(finished, 'reconcile'), ...brokenLines(finished.stdout)],
      }
    }
  },
}

/** What others read on must be whole. */
function brokenLines(stdout: string): string[] {
  if (stdout !== '' && !stdout.endsWith('\n')) return ['the last line has no end']
  try {
    for (const line of stdout.split('\n')) if (line !== '') JSON.parse(line)
    return []
  } catch {
    return ['a line that is no JSON']
  }
}
