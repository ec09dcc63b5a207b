// What is said of a source is the same wherever it is shown: the command, its exports, the list of sources and the page of one.

import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import type { SourceFigures } from '../../record/incidents/figures.ts'
import type { SourceListAnswer, SourcePageAnswer } from '../../server/answers.ts'
import { serveExampleRecord } from '../../testing/example-server.ts'
import { runHearsay } from '../../testing/hearsay.ts'

const figuresOf = ({ name, kind, statements, articles, outlets, incidents, shared, disputed }: Figures) => ({
  name,
  kind,
  statements,
  articles,
  outlets,
  incidents,
  shared,
  disputed,
})
type Figures = SourceListAnswer['sources'][number]

test('the figures of all named sources of the examples', async () => {
  const { url, path } = await serveExampleRecord()
  const get = async <Answer>(route: string): Promise<Answer> =>
    JSON.parse(await (await fetch(`${url}api/${route}`)).text())

  const printed = await runHearsay(['sources', '--record', path, '--format', 'ndjson'], { cwd: dirname(path) })
  const expected = printed.stdout
    .trimEnd()
    .split('\n')
    .map((line): SourceFigures => JSON.parse(line))
  expect(expected.length).toBeGreaterThan(30)
  expect(expected.filter(({ incidents }) => incidents > 0).length).toBeGreaterThan(10)

  const listed: Figures[] = []
  for (let page = 1, pages = 1; page <= pages; page++) {
    const answer = await get<SourceListAnswer>(`sources?named=yes&page=${page}`)
    listed.push(...answer.sources)
    pages = answer.pages
  }
  const shown = ({ name, kind, statements, outlets, incidents, shared, disputed }: Figures) => ({
    name,
    kind,
    statements,
    outlets,
    incidents,
    shared,
    disputed,
  })
  expect(listed.map(shown)).toEqual(
    expected.map(({ source, kind, statements, outlets, incidents, corroborated, contradicted }) => ({
      name: source,
      kind,
      statements,
      outlets,
      incidents,
      shared: corroborated,
      disputed: contradicted,
    })),
  )
  for (const source of listed) {
    const page = await get<SourcePageAnswer>(`source?name=${encodeURIComponent(source.name)}`)
    expect(figuresOf(page)).toEqual(figuresOf(source))
    expect(page.became).toHaveLength(source.incidents)
    expect(page.became.filter(({ disputed }) => disputed.length > 0)).toHaveLength(source.disputed)
  }
  const overview = await get<{ sources: Figures[] }>('overview')
  expect(overview.sources.map(figuresOf)).toEqual(listed.slice(0, overview.sources.length).map(figuresOf))
}, 120_000)

test('a grade is given to somebody who is cited, or to an outlet', async () => {
  const { path } = await serveExampleRecord()
  const grade = (name: string) => runHearsay(['grade', name, 'B', '--record', path], { cwd: dirname(path) })
  expect(await grade('the mayor of nowhere')).toMatchObject({
    code: 2,
    stderr: 'hearsay: no source or outlet in the record is called "the mayor of nowhere"; hearsay sources lists them\n',
  })
  for (const name of ['Blerton Hasolli', 'Voice of the Ibar'])
    expect((await grade(name)).stderr).toBe(`hearsay: ${name} is graded B\n`)
}, 60_000)
