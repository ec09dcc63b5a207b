import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'

const ON_DEPOT =
  'An explosion killed three people at a depot in Mitrovica on 14 March 2023, the mayor, Tomas Hala, said.\n'
const DENIED =
  'The blast at the depot in Mitrovica on 14 March 2023 killed one person, not three, said Ana Ruiz, a police spokeswoman.\n'
const ON_FLOOD = 'A flood killed two people in Valencia, Spain, on 3 May 2022, the fire brigade said.\n'

const cwd = scratchFolder()
const run = (...args: string[]) => runHearsay(args, { cwd })
const rows = (stdout: string) => stdout.split('\n').filter(Boolean)

test('documents are filed, listed and renamed; nothing is read again for it', { timeout: 240_000 }, async () => {
  for (const [name, text] of Object.entries({ 'depot.txt': ON_DEPOT, 'denied.txt': DENIED, 'flood.txt': ON_FLOOD }))
    writeFileSync(join(cwd, name), text)
  await run('read', 'depot.txt', '--collection', 'Depot')
  await run('read', 'denied.txt', 'flood.txt')
  expect((await run('collections', '--format', 'csv')).stdout).toMatch(
    /^name,documents,articles,statements,incidents\r?\nDepot,1,1,1,1\r?\n$/,
  )

  const ids = rows((await run('documents', '--format', 'ndjson')).stdout).map((line) => JSON.parse(line).id)
  expect((await run('describe', ids[2], '--collection', 'Water')).stderr).toBe('hearsay: 1 document filed\n')
  expect((await run('describe', ids[2], '--collection', 'Water')).stderr).toContain('0 documents')
  const { detail } = JSON.parse(rows((await run('log', '--about', ids[2], '--format', 'ndjson')).stdout).at(-1) ?? '')
  expect(JSON.parse(detail)).toMatchObject({ before: {}, given: { collection: 'Water' } })

  expect((await run('collections', '--rename', 'Water', '--to', 'Depot')).stderr).toContain(
    'there is a collection "Depot" already',
  )
  expect((await run('collections', '--rename', 'Fire', '--to', 'Smoke')).stderr).toContain(
    'there is no collection "Fire"',
  )
  expect((await run('collections', '--rename', 'Water')).code).toBe(2)
  expect((await run('collections', '--rename', 'Water', '--to', 'Floods')).stderr).toBe(
    'hearsay: "Water" is now "Floods": 1 document\n',
  )
  expect((await run('verify')).code).toBe(0)
})

/** Of each command what is in it without a collection, in "Depot" and in "Floods". */
const LISTS: [command: string[], all: number, depot: number, floods: number][] = [
  [['documents'], 3, 1, 1],
  [['statements'], 3, 1, 1],
  [['incidents'], 2, 1, 1],
  [['sources'], 3, 1, 1],
  [['parties'], 3, 1, 1],
  [['disputes'], 2, 2, 0],
  [['search', 'killed'], 6, 2, 2],
  [['log'], 5, 1, 3],
  [['decisions'], 0, 0, 0],
  [['changes'], 0, 0, 0],
  [['export', '--what', 'statements'], 3, 1, 1],
  [['export', '--what', 'articles'], 3, 1, 1],
  [['export', '--what', 'documents'], 3, 1, 1],
  [['export', '--what', 'sources'], 3, 1, 1],
  [['export', '--what', 'incidents'], 2, 1, 1],
  [['export', '--what', 'readings'], 3, 1, 1],
]

test.each(LISTS)('%s takes a collection', { timeout: 120_000 }, async (command, ...counts) => {
  const found = []
  for (const chosen of [[], ['--collection', 'Depot'], ['--collection', 'Floods']]) {
    const { code, stdout, stderr } = await run(...command, '--format', 'ndjson', ...chosen)
    expect(code, stderr).toBe(0)
    found.push(rows(stdout).length)
  }
  expect(found).toEqual(counts)
  expect(await run(...command, '--collection', 'Fire')).toMatchObject({
    code: 2,
    stderr: 'hearsay: there is no collection "Fire"; hearsay collections lists them\n',
  })
})

test('an incident of a collection is whole, and says how many accounts lie outside', { timeout: 120_000 }, async () => {
  const { stderr } = await run('incidents', '--collection', 'Depot')
  expect(stderr).toContain('1 of their 2 accounts are of documents outside the collection')
  expect((await run('incidents', '--collection', 'Floods')).stderr).not.toContain('outside')
  const { stdout } = await run('export', '--what', 'collection', '--collection', 'Depot')
  expect(stdout).toContain('2 accounts, 1 of them of documents outside the collection')
  expect(stdout.match(/<h2 id="i-/g)).toHaveLength(1)
  expect(stdout).not.toContain('flood')
  for (const [args, error] of [
    [['--what', 'collection'], '--what collection needs a name'],
    [['--what', 'incident', '--id', 'i-1', '--collection', 'Depot'], 'does not go with --what incident'],
  ] as const)
    expect(await run('export', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(error) })
})

test('a collection goes to another record, alone and with its custody', { timeout: 120_000 }, async () => {
  await run('export', '--what', 'record', '--collection', 'Depot', '--output', 'depot.ndjson')
  const archive = readFileSync(join(cwd, 'depot.ndjson'), 'utf8')
  expect(archive).not.toContain('flood')
  expect(archive).not.toContain('denied')
  expect((await run('import', 'depot.ndjson', '--record', 'new.db')).stderr).toBe('hearsay: 1 document imported\n')
  expect((await run('collections', '--record', 'new.db', '--format', 'ndjson')).stdout).toContain(
    '"name":"Depot","documents":1',
  )
  expect((await run('verify', '--record', 'new.db')).code).toBe(0)
  expect((await run('import', 'depot.ndjson')).stderr).toBe('hearsay: 0 documents imported, 1 already there\n')
  // An entry that was written otherwise is found, although the entries around it are not there to bind it.
  writeFileSync(join(cwd, 'forged.ndjson'), archive.replace('"who":"hearsay', '"who":"nobody'))
  expect((await run('import', 'forged.ndjson', '--record', 'forged.db')).stderr).toContain(
    'is not what was written there',
  )
})
