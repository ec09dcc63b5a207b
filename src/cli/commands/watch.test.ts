// `hearsay watch` and `hearsay changes`, as a user runs them, by the real reader, against servers on this machine.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dumpRecord, integrityOf } from '../../testing/dump-record.ts'
import { type Finished, finish, runHearsay, scratchFolder, startHearsay } from '../../testing/hearsay.ts'
import { inventReports, randomFrom } from '../../testing/invented-news.ts'
import { startWebServer, type WebServer } from '../../testing/web-server.ts'

const REPORTS = inventReports(11, 12, 60).map(({ name, content }) => ({ path: `/${name}`, content }))
const FEED = `<rss version="2.0"><channel><title>Northern Wire</title>${REPORTS.map(({ path }) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`
const OPEN = ['--allow-private', 'localhost', '--allow-private', '127.0.0.1', '--pause', '0s']

const serve = (pages: Readonly<Record<string, string>>): Promise<WebServer> =>
  startWebServer((path, response) => response.writeHead(pages[path] === undefined ? 404 : 200).end(pages[path]))

const examplesOf = async (command: string): Promise<string[]> => {
  const { stdout } = await runHearsay([command, '--help'], { cwd: scratchFolder(), env: { COLUMNS: '110' } })
  return Array.from(stdout.matchAll(/^ {2}hearsay (\w+.*?)(?: {2,}.*)?$/gm), ([, example]) => example)
}

test('killed again and again, a round ends with a record as if nobody had', { timeout: 240_000 }, async () => {
  const { url } = await serve({
    '/feed': FEED,
    ...Object.fromEntries(REPORTS.map(({ path, content }) => [path, content])),
  })
  const cwd = scratchFolder()
  const args = ['watch', `${url}/feed`, '--once', ...OPEN, '--record']
  const began = performance.now()
  const undisturbed = await runHearsay([...args, 'undisturbed.db'], { cwd })
  const took = performance.now() - began
  expect(undisturbed).toMatchObject({ code: 0, stderr: '' })
  expect(
    await runHearsay(
      [...args, 'undisturbed.db'].filter((arg) => arg !== `${url}/feed`),
      { cwd },
    ),
  ).toMatchObject({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(
      /^hearsay: nothing was due yet; the next check is due at 20\d\d-\d\d-\d\d \d\d:\d\d UTC\n$/,
    ),
  })

  const random = randomFrom(3)
  const said: string[] = []
  let kills = 0
  for (let code: number | null = null; code === null; ) {
    const child = startHearsay([...args, 'killed.db'], { cwd })
    const finished = finish(child)
    const moment = kills < 8 ? took * (0.1 + 0.4 * random()) : 120_000
    const timer = setTimeout(() => child.kill('SIGKILL'), moment)
    const { stdout, ...rest } = await finished
    clearTimeout(timer)
    code = rest.code
    said.push(...stdout.split('\n').filter((line) => line !== ''))
    if (code === null) kills++
  }
  expect(kills).toBeGreaterThan(2)

  const kept = (name: string) => {
    const { documents, versions, watched } = dumpRecord(join(cwd, name)) as Record<string, Record<string, unknown>[]>
    return {
      documents: documents.map(({ origin, sha256 }) => `${origin} ${sha256}`).toSorted(),
      versions: versions.map(({ address, told }) => `${address} ${told}`).toSorted(),
      watched: watched.map(({ address, answers }) => `${address} ${answers}`),
    }
  }
  expect(kept('killed.db').documents).toHaveLength(REPORTS.length)
  expect(kept('killed.db')).toEqual(kept('undisturbed.db'))
  expect(integrityOf(join(cwd, 'killed.db'))).toEqual(['ok'])
  const articlesIn = (lines: readonly string[]) => new Set(lines.filter((line) => line.startsWith('article')))
  expect(articlesIn(said)).toEqual(articlesIn(undisturbed.stdout.split('\n')))
})

test('a correction is told, and listed', { timeout: 120_000 }, async () => {
  const pages = { '/page': 'Bridge closed\n\nThe mayor said that two people had been hurt on the bridge on Monday.\n' }
  const { url } = await serve(pages)
  const cwd = scratchFolder()
  const read = () => runHearsay(['read', `${url}/page`, ...OPEN, '--workers', '1'], { cwd })
  await read()
  pages['/page'] = pages['/page'].replace('two people', 'four people')
  const { code, stdout, stderr } = await runHearsay(['watch', `${url}/page`, '--once', '--atom', 'new.xml', ...OPEN], {
    cwd,
  })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^changed {4}Bridge closed: .*said that \[-two-\] \{\+four\+\} people had .*\/page$/m)
  expect(readFileSync(join(cwd, 'new.xml'), 'utf8')).toContain(
    '<title>An article changed after publication: Bridge closed</title>',
  )

  const examples = await examplesOf('changes')
  expect(examples.length).toBeGreaterThan(1)
  for (const example of examples) {
    const [args] = example.split(' > ')
    const listed = await runHearsay(args.split(' '), { cwd, env: { COLUMNS: '140' } })
    expect(listed).toMatchObject({ code: 0, stderr: '' })
    if (!args.includes('ndjson')) expect(listed.stdout).toContain('[-two-] {+four+}')
    else
      expect(JSON.parse(listed.stdout)).toMatchObject({
        address: `${url}/page`,
        differences: [{ removed: 'two', added: 'four' }],
      })
  }
})

test('the examples in the help of watch', { timeout: 240_000 }, async () => {
  const page = REPORTS[0].content
  const { url } = await serve({
    '/feed.xml': FEED.replace(/(<item>.*?<\/item>).*(?=<\/channel>)/, '$1'),
    '/report.html': page,
    [REPORTS[0].path]: page,
  })
  const cwd = scratchFolder()
  writeFileSync(join(cwd, 'feeds.opml'), `<opml><body><outline xmlUrl="${url}/feed.xml"/></body></opml>`)
  mkdirSync(join(cwd, 'reports'))
  writeFileSync(join(cwd, 'reports', 'note.txt'), REPORTS[1].content)
  const examples = await examplesOf('watch')
  expect(examples.length).toBeGreaterThan(5)
  for (const [index, example] of examples.entries()) {
    const all = !/https:|opml|reports/.test(example)
    const args = example.replaceAll('https://news.example', url).replace(' --once', '').split(' ')
    const record = all ? 'all.db' : `${index}.db`
    if (all) await runHearsay(['watch', 'reports', '--once', '--record', record], { cwd })
    if (all) writeFileSync(join(cwd, 'reports', 'note.txt'), REPORTS[2].content)
    const told = await runHearsay([...args, '--once', '--record', record, ...OPEN], { cwd })
    expect({ example, ...told }).toMatchObject(
      example.includes('--no-follow') // the entry has a link, and nothing more
        ? { code: 1, stderr: expect.stringMatching(/#.+: there is no text in it/) }
        : { code: 0, stderr: '', stdout: expect.stringMatching(/./) },
    )
  }
})

test('Ctrl-C ends it cleanly, and what is typed wrongly is told', { timeout: 120_000 }, async () => {
  const { url } = await serve({ '/page': REPORTS[0].content })
  const cwd = scratchFolder()
  const child = startHearsay(['watch', `${url}/page`, ...OPEN], { cwd })
  const finished = finish(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  child.kill('SIGINT')
  expect(await finished).toMatchObject({ code: 0, stderr: expect.stringMatching(/^hearsay: stopping/) })
  const wrong: [args: string[], message: RegExp][] = [
    [['--every', '5s'], /^hearsay: --every must be a minute or more: 1m\n$/],
    [['--every', '2h', '--longest', '1h'], /^hearsay: --longest is shorter than --every/],
    [['--every', 'soon'], /^hearsay: "soon" is not a length of time; write for example 90s, 15m, 6h or 1d\n$/],
    [['ftp://news.example/'], /there is no such file/],
  ]
  for (const [args, message] of wrong) {
    const { code, stderr } = (await runHearsay(['watch', '--once', ...args], { cwd: scratchFolder() })) as Finished
    expect(stderr).toMatch(message)
    expect([args, code]).toEqual([args, args[0].startsWith('--') ? 2 : 1])
  }
})
