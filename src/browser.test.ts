import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openDocument, read, reconcile } from './index.ts'
import { quietClose, visit } from './testing/browser.ts'
import { serveBundled } from './testing/bundled.ts'
import { sharedResources } from './testing/resources.ts'
import { TWO_REPORTS } from './testing/two-incidents.ts'
import type { Article, Incident, Reading } from './types.ts'

const NAMES = ['01-leposavic-wire.txt', '10-datu-piang-wire.html', '12-tibu-wire.txt', '16-krasnoselsk-caspian.txt']
const example = (name: string) => readFileSync(new URL(`../examples/${name}`, import.meta.url))

/** The program of docs/library.md, and a way to call it. */
const [, DOCUMENTED] =
  /```js\n([\s\S]*?)```/.exec(readFileSync(new URL('../docs/library.md', import.meta.url), 'utf8')) ?? []
const PROGRAM = `${DOCUMENTED}
globalThis.readExamples = async (names) =>
  readAll(await Promise.all(names.map(async (name) => ({ name, bytes: await fetchFile('examples/' + name) }))))
globalThis.ready = true
`

interface Found {
  readings: Reading[]
  incidents: unknown
}

/** A statement by its words, without ids. */
const wordsOf = ({ statements }: Article): string[] =>
  statements.map(({ source, cue, content, stance }) => JSON.stringify([source?.spans, cue, content, stance]))

test('a browser reads what Node reads, but for what rounding decides, and reconciles to the same incidents', async () => {
  const visitor = await visit(await serveBundled(PROGRAM))
  const { page } = visitor
  await page.waitForFunction('globalThis.ready')
  const readAll = (names: string[]): Promise<Found> =>
    page.evaluate(
      (names) => (globalThis as unknown as { readExamples: (names: string[]) => never }).readExamples(names),
      names,
    )
  const { readings, incidents } = await readAll(NAMES)
  expect(incidents).toEqual(reconcile(readings))
  expect((await readAll(NAMES.slice(0, 1))).readings, 'and the same again').toEqual(readings.slice(0, 1))
  const resources = await sharedResources()
  let [same, all] = [0, 0]
  for (const [at, name] of NAMES.entries()) {
    const expected = await read(await openDocument({ bytes: example(name), origin: name }), resources)
    expect(readings[at].document, name).toEqual(expected.document)
    expect(readings[at].reader).toEqual({ ...expected.reader, settings: 'wasm' })
    for (const [index, article] of expected.articles.entries()) {
      const found = readings[at].articles[index]
      expect([found.blocks, found.times, found.counts], name).toEqual([article.blocks, article.times, article.counts])
      const words = new Set(wordsOf(found))
      same += wordsOf(article).filter((statement) => words.has(statement)).length
      all += article.statements.length
    }
  }
  expect(all).toBeGreaterThan(30)
  expect(same / all).toBeGreaterThan(0.85)
  await quietClose(visitor)
}, 300_000)

test('reconciling runs in a browser as it is, without a bundler', async () => {
  const url = await serveBundled('globalThis.ready = true')
  const visitor = await visit(url)
  const readings = TWO_REPORTS.map(({ reading }) => reading)
  const program = `import('/hearsay/dist/reconciling/reconcile.js').then(({ reconcile }) => reconcile(${JSON.stringify(readings)}))`
  const found = await visitor.page.evaluate<Incident[]>(program)
  expect(found).toEqual(reconcile(readings))
  expect(found.length).toBeGreaterThan(0)
  await quietClose(visitor)
})
