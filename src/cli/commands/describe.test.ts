import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const TEXT =
  'The mayor of Zerin, Tomas Hala, said on Tuesday that the bridge was closed. Nobody was hurt, the council said.\n'

async function startRecord() {
  const cwd = scratchFolder()
  const run = (...args: string[]) => runHearsay(args, { cwd })
  writeFileSync(join(cwd, 'a.txt'), TEXT)
  writeFileSync(join(cwd, 'b.txt'), `${TEXT}The river rose.\n`)
  const listed = async () => {
    const { stdout } = await run('documents', '--format', 'ndjson')
    return stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  }
  return { cwd, run, listed }
}

test('what is said of a document when it is read', async () => {
  const { run, listed } = await startRecord()
  const said = [
    '--outlet',
    'Lanta Wire',
    '--published',
    '4 May 2021',
    '--url',
    'https://lanta.example/1',
    '--collection',
    'bridges',
  ]
  expect(await run('read', 'a.txt', ...said)).toMatchObject({ code: 0, stderr: 'hearsay: 1 document read\n' })
  const { stdout } = await run('show', (await listed())[0].id, '--format', 'ndjson')
  const [article] = JSON.parse(stdout).articles
  expect(article).toMatchObject({
    outlet: 'Lanta Wire',
    url: 'https://lanta.example/1',
    published: { value: '2021-05-04', basis: 'given' },
    times: [{ start: '2021-05-04', basis: 'publication' }],
  })
  expect((await run('documents', '--collection', 'bridges')).stdout).toContain('Lanta Wire')
  expect((await run('documents', '--collection', 'dams')).stderr).toContain('there is no collection "dams"')
  expect((await run('read', 'a.txt', '--outlet', 'Zerin Post')).stderr).toContain(
    'it is in the record already, as it was described then',
  )
  for (const [args, error] of [
    [['--published', 'yesterday'], '"yesterday" is not a date'],
    [['--url', 'lanta'], '"lanta" is not a web address'],
    [['--outlet', ' '], 'must be between 1 and 1000 characters long'],
    [['b.txt', '--title', 'x'], '--title and --url are of one document'],
  ] as const)
    expect(await run('read', 'a.txt', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(error) })
}, 120_000)

test('described later, one by one or all in one go, kept through re-reading and archives, and in the log', async () => {
  const { cwd, run, listed } = await startRecord()
  expect((await run('read', 'a.txt', 'b.txt')).stderr).toContain(
    'without a date: 2, without an outlet: 2; hearsay documents --without date lists them, hearsay describe fills them in',
  )
  const [first, second] = await listed()
  expect((await run('describe', first.id, '--outlet', 'Lanta Wire', '--published', '2021-05-04')).stderr).toBe(
    'hearsay: 1 document described and read again\n',
  )
  expect((await run('describe', first.id, '--outlet', 'Lanta Wire')).stderr).toBe(
    'hearsay: 0 documents described and read again\n',
  )
  const { stdout: lacking } = await run('documents', '--without', 'date', '--format', 'csv')
  expect(lacking.trim().split(/\r?\n/)).toHaveLength(2)
  writeFileSync(
    join(cwd, 'facts.csv'),
    `id,outlet,published,collection\n${first.id},Lanta Wire,2021-05-04,\n${second.id},Zerin Post,2021-05,bridges\n`,
  )
  expect((await run('describe', '--from', 'facts.csv')).stderr).toBe('hearsay: 1 document described and read again\n')
  await run('reread', '--all')
  expect(await listed()).toMatchObject([
    { outlet: 'Lanta Wire', published: '2021-05-04' },
    { outlet: 'Zerin Post', published: '2021-05' },
  ])
  const { stdout: log } = await run('log', '--format', 'ndjson')
  const entries = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(entries.map(({ what }) => what)).toEqual(['received', 'received', 'describe', 'describe', 'reread', 'reread'])
  expect(JSON.parse(entries[2].detail)).toMatchObject({
    given: { given: { outlet: 'Lanta Wire', published: { basis: 'given' } } },
  })
  await run('describe', first.id, '--clear', 'outlet,published')
  expect((await listed())[0]).toMatchObject({ outlet: null, published: null })
  expect(await run('verify')).toMatchObject({ code: 0 })
  const { stdout: archive } = await run('export', '--what', 'record')
  writeFileSync(join(cwd, 'archive.ndjson'), archive)
  expect(await run('import', 'archive.ndjson', '--record', 'other.db')).toMatchObject({ code: 0 })
  expect(await run('verify', '--record', 'other.db')).toMatchObject({ code: 0 })
  writeFileSync(join(cwd, 'bad.csv'), `id,published\n${second.id},some day\n`)
  expect(await run('describe', '--from', 'bad.csv')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bad.csv, row 2: "some day" is not a date'),
  })
}, 180_000)
