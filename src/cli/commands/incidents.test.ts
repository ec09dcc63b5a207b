// The commands over incidents, as a user types them: two invented reports of one bombing that differ in the toll.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const REPORTS = [
  {
    id: 'wire',
    outlet: 'Harbour Courier',
    published: '2010-04-20',
    text: 'A car bomb killed 19 people in a market in Basra on Monday, the health ministry said.',
  },
  {
    id: 'daily',
    outlet: '=Shatt Post',
    published: '2010-04-21',
    text: 'Fourteen people were killed by a car bomb in Basra on Monday, said Wisam al-Fartusi, the director of the hospital.',
  },
  {
    id: 'other',
    outlet: 'Shatt Post',
    published: '2010-06-02',
    text: 'Police detained nine students in Mosul on Tuesday, the governor said.',
  },
]

let folder: string
let lines: string
const run = (...args: string[]) => runHearsay(args, { cwd: folder })
const parse = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

beforeAll(async () => {
  folder = scratchFolder()
  lines = REPORTS.map((report) => `${JSON.stringify(report)}\n`).join('')
  writeFileSync(join(folder, 'reports.ndjson'), lines)
  expect(await run('read', 'reports.ndjson')).toMatchObject({ code: 0 })
}, 60_000)

test('incidents: accounts of one event together, as a table, NDJSON, CSV and GeoJSON', async () => {
  const table = await run('incidents')
  expect(table.stdout).toMatch(/^WHAT, WHERE, WHEN +AS REPORTED +ACCOUNTS/)
  expect(table.stdout).toMatch(/ in +Basra[\s\S]*19 +April +2010/)
  expect(table.stdout).toContain('killed')
  const [bombing, ...others] = parse((await run('incidents', '--format', 'ndjson', '--since', '2010-04-01')).stdout)
  expect(bombing).toMatchObject({
    type: 'ASSAULT',
    origins: 2,
    place: { name: 'Basra' },
    time: { start: '2010-04-19' },
  })
  expect(bombing.accounts.map(({ document }: { document: string }) => document)).toEqual(['wire', 'daily'])
  expect(others.every(({ accounts }: { accounts: unknown[] }) => accounts.length === 1)).toBe(true)
  const csv = await run('incidents', '--format', 'csv', '--disputed')
  expect(csv.stdout.split('\r\n')).toHaveLength(3)
  expect(csv.stdout).toMatch(
    /incident_id,title,gist,tags,type.*\r\ni-\w+,.*,ASSAULT,.*,2010-04-19,2010-04-19,day,Basra,/,
  )
  const map = JSON.parse((await run('incidents', '--format', 'geojson')).stdout)
  expect(map.type).toBe('FeatureCollection')
  expect(map.features[0]).toMatchObject({ geometry: { type: 'Point' }, properties: { place: 'Basra', origins: 2 } })
})

test.each([
  ['Iraq', 'a country by its name'],
  ['IRQ', 'by its code'],
  ['Basra', 'a town'],
])('incidents --place %s finds what lies inside: %s', async (place) => {
  const rows = parse((await run('incidents', '--format', 'ndjson', '--place', place)).stdout)
  expect(rows.map((incident) => incident.place.name)).toContain('Basra')
})

test('incidents --place: what lies elsewhere is not found', async () => {
  expect((await run('incidents', '--place', 'Iran')).stderr).toContain('no incident matches')
})

test('incident: who says what of each aspect, side by side', async () => {
  const [{ id }] = parse((await run('incidents', '--format', 'ndjson', '--disputed')).stdout)
  const { stdout, code } = await run('incident', id.slice(0, 8))
  expect(stdout).toContain('2 accounts from 2 independent origins')
  expect(stdout).toMatch(/killed +19 people \[1\]\s/)
  expect(stdout).toMatch(/Fourteen people \[2\] +\S*disputed|disputed/)
  expect(code).toBe(0)
  expect(JSON.parse((await run('incident', id, '--format', 'ndjson')).stdout)).toMatchObject({ id })
  expect(await run('incident', 'i-nothing')).toMatchObject({ code: 2, stderr: expect.stringContaining('no incident') })
})

test('disputes: each value with who gives it', async () => {
  const rows = parse((await run('disputes', '--format', 'ndjson')).stdout)
  expect(rows.map(({ aspect, value }) => [aspect, value])).toEqual(
    expect.arrayContaining([
      ['count:killed', '19 people'],
      ['count:killed', 'Fourteen people'],
    ]),
  )
  expect((await run('disputes')).stdout).toMatch(/^INCIDENT +QUESTION +WHO SAYS WHAT/)
})

test('sources, and the grade that only the user gives', async () => {
  const before = parse((await run('sources', '--format', 'ndjson')).stdout)
  expect(before.find(({ source }) => source === 'Wisam al-Fartusi')).toMatchObject({ statements: 1, reliability: 'F' })
  expect(await run('grade', 'Wisam al-Fartusi', 'B', '--why', 'was there')).toMatchObject({ code: 0 })
  const after = parse((await run('sources', '--format', 'ndjson')).stdout)
  expect(after.find(({ source }) => source === 'Wisam al-Fartusi')).toMatchObject({ reliability: 'B' })
  expect(await run('grade', 'anybody', 'G')).toMatchObject({ code: 2 })
})

test('a new report joins what it belongs to', async () => {
  const report = {
    ...REPORTS[1],
    id: 'late',
    outlet: 'Gulf Wire',
    text: 'Hospital staff in Basra counted 14 dead in Monday’s car bomb attack.',
    published: '2010-04-22',
  }
  writeFileSync(join(folder, 'late.ndjson'), `${JSON.stringify(report)}\n`)
  await run('read', 'late.ndjson')
  const [bombing] = parse((await run('incidents', '--format', 'ndjson', '--disputed')).stdout)
  expect(bombing.accounts.map(({ document }: { document: string }) => document)).toContain('late')
})

test('reconcile: the same as a filter, and a line that is not a reading is named', async () => {
  const readings = await runHearsay(['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record'], {
    cwd: folder,
    stdin: lines,
  })
  const given = await runHearsay(['reconcile', '--input', 'ndjson', '--format', 'ndjson'], {
    cwd: folder,
    stdin: readings.stdout,
  })
  expect(given.code).toBe(0)
  const [first] = parse(given.stdout)
  expect(first).toMatchObject({ schema: 'hearsay/incident/1', origins: 2 })
  const turned = readings.stdout.trimEnd().split('\n').toReversed().join('\n')
  const damaged = await runHearsay(['reconcile'], { cwd: folder, stdin: `${turned}\n{"schema":"other"}\nnonsense\n` })
  expect(damaged.stdout).toBe(given.stdout)
  expect(damaged.stderr).toMatch(/line 4: this line is not a reading.*\n.*line 5: malformed JSON/)
  expect(damaged.code).toBe(1)
})

test('reconcile: whatever is wrong with a reading, its line is named, the others are used, and the exit code is 1', async () => {
  const { stdout: good } = await runHearsay(['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record'], {
    cwd: folder,
    stdin: lines,
  })
  const [line] = good.split('\n')
  const change = (change: (reading: Record<string, never>) => unknown): string => {
    const reading = JSON.parse(line)
    return JSON.stringify(change(reading) ?? reading)
  }
  const bad = [
    '{"schema":"hearsay/reading/1","articles":[],"document":{}}',
    '{"schema":"hearsay/reading/1","articles":[null],"document":{"text":""}}',
    'null',
    '[]',
    change((reading) => ({ ...reading, articles: {} })),
    change((reading) => ({ ...reading, document: null })),
    change((reading) => ({ ...reading, articles: [{}] })),
    line.replaceAll('"events":[{', '"events":[{"id":1},{'),
    line.replaceAll(/"span":\[\d+,/g, '"span":["x",'),
    line.slice(0, -20),
  ]
  const alone = await runHearsay(['reconcile'], { cwd: folder, stdin: good })
  const among = await runHearsay(['reconcile'], { cwd: folder, stdin: `${bad.join('\n')}\n${good}` })
  expect(among.stdout).toBe(alone.stdout)
  expect(among.code).toBe(1)
  const told = among.stderr.trimEnd().split('\n')
  expect(told.map((each) => /^hearsay: standard input, line (\d+): .+$/.exec(each)?.[1])).toEqual(
    bad.map((_, at) => String(at + 1)),
  )
})
