// `hearsay export` as a user types it: every example of its help is run, and gives what it says; what does not fit gets one sentence.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { check } from '@placemarkio/check-geojson'
import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { beforeAll, expect, test } from 'vitest'
import { MAIN, runHearsay, runShell, runTyped, scratchFolder } from '../../testing/hearsay.ts'

const REPORTS = [
  {
    id: 'wire',
    outlet: 'Harbour Courier',
    published: '2016-06-21',
    text: 'A car bomb killed 19 people in a market in Basra on Monday, the health ministry said.',
  },
  {
    id: 'daily',
    outlet: '=Shatt Post',
    published: '2016-06-21',
    text: 'Fourteen people were killed by a car bomb in Basra on Monday, said Wisam al-Fartusi, the director of the hospital.',
  },
]

let folder: string
let help: string
let incident: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder, env: { COLUMNS: '100' } })
const readOut = (file: string) => readFileSync(join(folder, file), 'utf8')

beforeAll(async () => {
  folder = scratchFolder()
  writeFileSync(join(folder, 'reports.ndjson'), REPORTS.map((report) => `${JSON.stringify(report)}\n`).join(''))
  expect(await run('read', 'reports.ndjson', '--collection', 'Drava')).toMatchObject({ code: 0 })
  help = (await run('export', '--help')).stdout
  const [line] = (await run('incidents', '--disputed', '--format', 'ndjson')).stdout.split('\n')
  incident = JSON.parse(line).id
}, 60_000)

/** "  statements  csv, ndjson, ..." -> [statements, [csv, ndjson, ...]] */
const fits = (): [what: string, formats: string[]][] =>
  Array.from(
    /default first:\n([\s\S]*?)\n\n/.exec(help)?.[1].matchAll(/^ {2}(\w+) +(.+)$/gm) ?? [],
    ([, what, formats]) => [what, formats.split(', ')],
  )

const examples = (): string[] =>
  Array.from(help.matchAll(/^ {2}(hearsay export.*?)(?: {2,}.*)?$/gm), ([, command]) => command)

test('every example of the help is run, and there is one for each kind and each format', async () => {
  expect(fits().length).toBeGreaterThan(6)
  const told = examples().join('\n')
  for (const [what, formats] of fits()) {
    if (what !== 'statements') expect(told).toMatch(new RegExp(`--what ${what}\\b`))
    for (const format of formats) expect(told, format).toContain(`--format ${format}`)
  }
  for (const example of examples()) {
    const { code, stderr } = await runTyped(example.replace('i-3f9a', incident), folder)
    expect({ example, code, stderr }).toMatchObject({ code: 0 })
    const file = /(?:>|--output) (\S+)/.exec(example)?.[1] ?? ''
    expect(readFileSync(join(folder, file)).length, example).toBeGreaterThan(0)
  }
}, 240_000)

test("README's table of formats has every one of them, by examples of the help", () => {
  const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8')
  const told = Array.from(readme.matchAll(/^\| [^|]+ \| `npx (hearsay export [^`]+)` \|/gm), ([, command]) => command)
  expect(told.filter((command) => !examples().includes(command))).toEqual([])
  const formats = new Set(fits().flatMap(([, names]) => names))
  expect([...formats].filter((name) => !told.some((command) => command.includes(`--format ${name}`)))).toEqual([])
})

test('what the examples wrote is what they say', async () => {
  const rows = (file: string): Record<string, string>[] => parse(readOut(file), { columns: true })
  expect(rows('statements.csv').map(({ document, outlet }) => [document, outlet])).toContainEqual([
    'daily',
    "'=Shatt Post",
  ])
  expect(rows('events.csv').some(({ killed_low, source }) => killed_low === '19' && source.includes('ministry'))).toBe(
    true,
  )
  expect(rows('disputed.csv')).toMatchObject([
    { killed_best: '', killed_low: '14', killed_high: '19', country: 'IQ', geoname_id: expect.stringMatching(/^\d+$/) },
  ])
  expect(rows('ged.csv')).toMatchObject([
    { relid: incident, country: 'Iraq', low: '14', high: '19', where_prec: '1', date_prec: '1' },
  ])
  expect(rows('acled.csv')).toMatchObject([
    { event_id_cnty: incident, iso: '368', fatalities: '', event_date: '2016-06-20' },
  ])
  expect(rows('polecat.csv')[0]).toMatchObject({ 'Event ID': incident, 'Event Type': 'ASSAULT', Country: 'IRQ' })
  expect(check(readOut('incidents.geojson'))).toMatchObject({ type: 'FeatureCollection' })
  expect(readOut('articles.bib')).toContain('journal = {Harbour Courier}')
  expect(readOut('dossier.html')).toContain('=Shatt Post')
  const file = readFileSync(join(folder, 'events.parquet'))
  const buffer = file.buffer.slice(file.byteOffset, file.byteOffset + file.length)
  const events = await parquetReadObjects({
    file: { byteLength: file.length, slice: (start, end) => buffer.slice(start, end) },
  })
  expect(events.map(({ id, trigger }) => [id, trigger])).toEqual(
    rows('events.csv').map(({ id, trigger }) => [id, trigger]),
  )
})

test('CSV for a spreadsheet has a mark by which it knows UTF-8, and semicolons', () => {
  const text = readOut('for-excel.csv')
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(parse(text, { columns: true, bom: true, delimiter: ';' })).toEqual(
    parse(readOut('statements.csv'), { columns: true }),
  )
})

test('what stands between cells can be typed as it is', async () => {
  const { stdout } = await run('export', '--delimiter', ';')
  expect(stdout).toMatch(/^document;article;/)
})

test('bytes through a pipe are those of the file', async () => {
  await runShell(`"${process.execPath}" "${MAIN}" export --what events --format parquet | cat > piped.parquet`, folder)
  expect(readFileSync(join(folder, 'piped.parquet')).equals(readFileSync(join(folder, 'events.parquet')))).toBe(true)
})

test.each([
  ['--what readings --format csv', 'readings cannot be written as csv; the formats are ndjson'],
  [
    '--what statements --format ged',
    'statements cannot be written as ged; the formats are csv, ndjson, parquet, annotations, schema-org',
  ],
  ['--what incident', '--what incident needs an id: --id ID; hearsay incidents lists them'],
  ['--what incident --id i-nobody', 'no incident\'s id begins with "i-nobody"; hearsay incidents lists them'],
  ['--format ndjson --bom', '--bom goes with CSV (csv, ged, acled, polecat), not with ndjson'],
  [
    '--what incidents --format geojson --delimiter tab',
    '--delimiter goes with CSV (csv, ged, acled, polecat), not with geojson',
  ],
  ['--what events --id i-1', '--id goes with --what incident, not with events'],
  ['--what events --disputed', '--disputed goes with --what incidents, not with events'],
  ['--output hearsay.db', '--output hearsay.db would overwrite the record itself; name another file'],
])('export %s: %s', async (typed, sentence) => {
  const { code, stdout, stderr } = await run('export', ...typed.split(' '))
  expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `hearsay: ${sentence}\n` })
})
