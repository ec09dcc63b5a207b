// The guides can be followed: each is executed from start to end in an empty folder, and what it counts on is in the files.

import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet'
import { expect, test } from 'vitest'
import { runHearsay, runShell, scratchFolder } from '../testing/hearsay.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const GUIDES = join(ROOT, 'docs/guides')

const blocksOf = (guide: string, language: string): string[] =>
  [...readFileSync(join(GUIDES, guide), 'utf8').matchAll(/```(\w+)\n([\s\S]*?)```/g)].flatMap(([, written, code]) =>
    written === language ? [code] : [],
  )

/** All its commands, one after another, as a shell would; `serve` goes on until somebody ends it, so that it is left out. */
async function follow(guide: string): Promise<{ folder: string; stdout: string }> {
  const folder = scratchFolder()
  cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true })
  const commands = blocksOf(guide, 'sh')
    .flatMap((block) => block.trim().split('\n'))
    .filter((line) => !line.startsWith('npx hearsay serve'))
  expect(commands.length).toBeGreaterThan(8)
  const variables = new Map<string, string>()
  let stdout = ''
  for (const line of commands) {
    const [, name, inner] = /^(\w+)=\$\((.+)\)$/.exec(line) ?? []
    const filled = (inner ?? line).replace(/\$(\w+)/g, (_, variable) => variables.get(variable) ?? 'UNSET')
    const printed = await runLine(filled, folder)
    if (name === undefined) stdout += printed
    else expect(variables.set(name, printed.trim()).get(name), line).toMatch(/^\S+$/)
  }
  return { folder, stdout }
}

/** "npx hearsay log --record a.db | tail -1 > head.txt": Hearsay in this process, what it is piped into by the shell. */
async function runLine(line: string, cwd: string): Promise<string> {
  const [, typed, pipe, file] =
    /^(?:npx hearsay (.+?))?(?:(?:^| \| )((?:tail|grep|cut|head) .+?))?(?: > (\S+))?$/.exec(line) ?? []
  expect(typed ?? pipe, line).toBeDefined()
  const args = (typed?.match(/"[^"]*"|\S+/g) ?? []).map((arg) => arg.replace(/^"|"$/g, ''))
  const { code, stdout, stderr } = args.length === 0 ? NOTHING : await runHearsay(args, { cwd })
  expect(code, `${line}\n${stderr}`).toBe(0)
  writeFileSync(join(cwd, 'piped'), stdout)
  const piped =
    pipe === undefined ? stdout : (await runShell(typed === undefined ? pipe : `< piped ${pipe}`, cwd)).stdout
  if (file === undefined) return piped
  writeFileSync(join(cwd, file), piped)
  return ''
}

const NOTHING = { code: 0, stdout: '', stderr: '' }

const written = (folder: string, file: string): string => readFileSync(join(folder, file), 'utf8')

test('there are three guides, and the README leads to each', () => {
  const guides = readdirSync(GUIDES)
  expect(guides).toHaveLength(3)
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  for (const guide of guides) expect(readme).toContain(`docs/guides/${guide}`)
})

test('comparing two outlets on one event', async () => {
  const { folder, stdout } = await follow('compare-two-outlets.md')
  expect(stdout).toContain('Voice of the')
  expect(stdout).toContain('Dardania Hour')
  expect(stdout).toContain('Leposavi')
  expect(stdout).toContain('(unnamed)')
  expect(stdout).toMatch(/^“.+SHA-256 of the file [0-9a-f]{64}/m)
  expect(written(folder, 'citations.md')).toMatch(/^> “/)
  expect(written(folder, 'dossier.html')).toContain('<blockquote')
}, 300_000)

test('documenting a violation for an archive', async () => {
  const { folder, stdout } = await follow('document-a-violation.md')
  expect(written(folder, 'verified.txt')).toMatch(/^head +[0-9a-f]{64}$/m)
  expect(stdout).toContain('describe')
  expect(stdout).toMatch(/noted +entry \d+ of .+ is there; \d+ entries came since/)
  const dossier = written(folder, 'dossier.html')
  expect(dossier).toContain('Helicopter attack on the market at Karou')
  expect(dossier).toContain('We counted nineteen dead at the market.')
  expect(written(folder, 'passages.txt')).toContain('https://wire.example/2021/10/market')
  const heads = [...stdout.matchAll(/^head +([0-9a-f]{64})$/gm)].map(([, head]) => head)
  expect(heads.at(-1), 'of the record, and of its copy').toBe(heads.at(-2))
}, 300_000)

test('building a dataset of events', async () => {
  const guide = 'events-for-analysis.md'
  const { folder, stdout } = await follow(guide)
  expect(stdout).toMatch(/^i-[0-9a-f]+|ASSAULT|Attack|explosion/im)
  expect(written(folder, 'references.bib')).toMatch(/^@article\{/)
  expect(written(folder, 'facts.csv')).toMatch(/^id,/)
  expect(statSync(join(folder, 'ged.csv')).size).toBeGreaterThan(500)
  const rowsOf = async (file: string) => parquetReadObjects({ file: await asyncBufferFromFile(join(folder, file)) })
  const [incidents, events] = [await rowsOf('incidents.parquet'), await rowsOf('events.parquet')]
  const assaults = incidents.filter(({ type }) => type === 'ASSAULT')
  expect(assaults.length).toBeGreaterThan(3)
  expect(incidents.filter(({ country, disputed }) => country === 'ML' && disputed !== '').length).toBeGreaterThan(0)

  // What the examples in Python, SQL and R name is there under that name.
  const python = [
    ...blocksOf(guide, 'python')
      .join('')
      .matchAll(/(?:incidents|assaults)\[+((?:"\w+"(?:, )?)+)\]/g),
  ]
  const named = python.flatMap(([, columns]) => columns.match(/\w+/g) ?? []).filter((column) => column !== 'month')
  const inR = [
    ...blocksOf(guide, 'r')
      .join('')
      .matchAll(/assaults\$(\w+)/g),
  ].map(([, column]) => column)
  const [byEvent, byIncident] = blocksOf(guide, 'sql').map((query) =>
    (query.replace(/'[^']*'/g, '').match(/\b[a-z]\w*(?=[^\w(]|$)/g) ?? []).filter((word) => word !== 'mentions'),
  )
  expect([named.length > 4, inR.length > 3, byEvent.length > 4, byIncident.length > 6]).toEqual([
    true,
    true,
    true,
    true,
  ])
  const csv = written(folder, 'incidents.csv').split('\n')[0].split(',')
  for (const column of named) expect(Object.keys(incidents[0]), column).toContain(column)
  for (const column of byIncident) expect(Object.keys(incidents[0]), column).toContain(column)
  for (const column of byEvent) expect(Object.keys(events[0]), column).toContain(column)
  for (const column of inR.filter((column) => column !== 'month')) expect(csv, column).toContain(column)
  for (const { sha256, start, end } of events)
    expect([/^[0-9a-f]{64}$/.test(String(sha256)), Number(end) > Number(start)]).toEqual([true, true])
}, 300_000)
