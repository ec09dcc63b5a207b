import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const REPORT =
  'KHARTOUM, May 4 (Lanta Wire) - Nine people were killed on Tuesday when gunmen attacked a market in Khartoum, the police said.\n'
const HEAD =
  'event_id_cnty,event_date,time_precision,event_type,sub_event_type,country,iso,location,latitude,longitude,source,notes,fatalities\n'
const ROW = (id: string, date: string, town: string, at: string) =>
  `${id},${date},1,Violence against civilians,Attack,Sudan,729,${town},${at},Lanta Wire,"Gunmen, it is said, attacked.",8\n`

test('a data set against the record: the same, theirs only, and how many are ours', async () => {
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'a.txt'), REPORT)
  writeFileSync(
    join(cwd, 'acled.csv'),
    HEAD +
      ROW('SUD1', '04 May 2021', 'Khartoum', '15.55,32.53') +
      ROW('SUD2', '04 May 2021', 'Kassala', '15.45,36.4') +
      ROW('SUD3', '04 May 2019', 'Khartoum', '15.55,32.53'),
  )
  const run = (...args: string[]) => runHearsay(args, { cwd })
  await run('read', 'a.txt', '--published', '2021-05-04')
  const { code, stdout, stderr } = await run('compare', 'acled.csv', '--format', 'ndjson')
  const rows = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(rows).toMatchObject([
    {
      verdict: 'same',
      event: 'SUD1',
      incident_place: 'Khartoum',
      days_apart: 0,
      event_deaths: 8,
      incident_deaths_low: 9,
    },
    { verdict: 'theirs only', event: 'SUD2', incident: null },
  ])
  const table = await run('compare', 'acled.csv')
  expect(table.stdout).toContain('theirs only')
  expect(table.stderr).toContain('ACLED, 3 events from 2019-05-04 to 2021-05-04, 2 of them in the days of the record')
  expect(table.stderr).toContain('1 the same, 1 theirs only, 0 ours only')
  writeFileSync(join(cwd, 'b.csv'), 'date,text\n2021-05-04,x\n')
  expect(await run('compare', 'b.csv')).toMatchObject({
    code: 2,
    stderr: 'hearsay: b.csv: these are not the columns of ACLED, UCDP GED or GDELT (date, text)\n',
  })
  expect(await run('compare', 'none.csv')).toMatchObject({ code: 2, stderr: expect.stringContaining('none.csv') })
  writeFileSync(join(cwd, 'c.csv'), `${HEAD}"${'x'.repeat(100)}`)
  expect((await run('compare', 'c.csv')).code).toBe(2)
}, 120_000)
