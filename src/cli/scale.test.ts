// scale/: reading and reconciling in steps, by sort and on Spark, give the bytes of one process. 2,000 reports on Spark: nightly/spark.mjs.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { MAIN, runHearsay, runShell, scratchFolder } from '../testing/hearsay.ts'
import { lackingForSpark, partsOf, reconcileOnSpark } from '../testing/on-spark.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const REPORTS = 24

let folder: string
/** Of one process. */
let readings: string
let incidents: string

beforeAll(async () => {
  folder = scratchFolder()
  const accounts = join(ROOT, 'benchmarks/accounts')
  const reports = readdirSync(accounts)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name): { id: string; reports: { id: string }[] }[] =>
      JSON.parse(readFileSync(join(accounts, name), 'utf8')),
    )
    .flatMap(({ id, reports }) => reports.map((report) => JSON.stringify({ ...report, id: `${id}/${report.id}` })))
    .slice(0, REPORTS)
  // A document that comes twice, and a line that cannot be read.
  writeFileSync(join(folder, 'archive.ndjson'), `${[...reports, reports[3], '{"id":"broken",'].join('\n')}\n`)
  const read = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record', '--errors', 'ndjson']
  const stdin = readFileSync(join(folder, 'archive.ndjson'))
  readings = (await runHearsay(read, { cwd: folder, stdin })).stdout
  incidents = (await runHearsay(['reconcile', '--errors', 'ndjson'], { cwd: folder, stdin: readings })).stdout
    .split('\n')
    .filter((line) => !line.startsWith('{"schema":"hearsay/failure/1"'))
    .join('\n')
}, 120_000)

test('in steps, by sort and join: the same bytes', async () => {
  expect(incidents.split('\n').length).toBeGreaterThan(20)
  const whole = readings.split('\n').filter((line) => line.includes('"hearsay/reading/1"'))
  writeFileSync(join(folder, 'readings.ndjson'), `${whole.join('\n')}\n`)
  const ran = await runShell(
    `HEARSAY="'${process.execPath}' '${MAIN}'" sh '${ROOT}scale/steps.sh' < readings.ndjson > by-steps`,
    folder,
  )
  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(readFileSync(join(folder, 'by-steps'), 'utf8') === incidents).toBe(true)
}, 120_000)

const lacking = lackingForSpark()

test.skipIf(lacking !== null)(
  `on Spark: the same bytes${lacking === null ? '' : ` (${lacking})`}`,
  async () => {
    const out = join(folder, 'out')
    await reconcileOnSpark({ archive: join(folder, 'archive.ndjson'), out, partitions: 2 })
    expect(partsOf(join(out, 'readings')).split('\n').filter(isReading)).toEqual(readings.split('\n').filter(isReading))
    expect(partsOf(join(out, 'incidents')) === incidents).toBe(true)
    const failures = partsOf(join(out, 'failures')).trimEnd().split('\n')
    expect(failures).toHaveLength(1)
    expect(JSON.parse(failures[0])).toMatchObject({
      schema: 'hearsay/failure/1',
      message: expect.stringMatching(/^malformed JSON/),
    })
  },
  300_000,
)

const isReading = (line: string): boolean => line.includes('"hearsay/reading/1"')
