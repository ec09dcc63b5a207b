// Every format that README and help speak of is read as their examples say.

import { cpSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runHearsay, scratchFolder } from '../../testing/hearsay.ts'
import { startWebServer } from '../../testing/web-server.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const FIXTURES = fileURLToPath(new URL('../../intake/fixtures/', import.meta.url))

/** What the files that README and help speak of are in this test: how many documents they hold. */
const SAMPLES: Readonly<Record<string, [file: string, documents: number]>> = {
  'note.txt': [join(ROOT, 'examples/01-leposavic-wire.txt'), 1],
  'page.html': [join(ROOT, 'examples/02-leposavic-ibar.html'), 1],
  'page.webarchive': ['plistlib.webarchive', 1],
  'live.html': ['live-blog.html', 1],
  'note.md': ['note.md', 1],
  'report.pdf': ['groff.pdf', 1],
  'report.docx': ['python-docx.docx', 1],
  'report.odt': ['odfpy.odt', 1],
  'flat.fodt': ['flat.fodt', 1],
  'report.rtf': ['letter.rtf', 1],
  'book.epub': ['ebooklib.epub', 2],
  'talk.srt': ['talk.srt', 1],
  'talk.vtt': ['talk.vtt', 1],
  'posts.csv': ['python-csv.csv', 2],
  'posts.xlsx': ['openpyxl.xlsx', 2],
  'result.json': ['telegram.json', 2],
  'messages.html': ['telegram-html.export', 2],
  'chat.txt': ['whatsapp.txt', 2],
  'tweets.js': ['tweets.export', 2],
  'posts.json': ['facebook-posts.json', 1],
  'review.json': ['claim-review.json', 1],
  'older.xml': ['newsml1.xml', 1],
  'letter.eml': ['python-email.eml', 3],
  'letters.mbox': ['python-mailbox.mbox', 3],
  'feed.xml': ['feedgen.rss', 3],
  'feed.json': ['feed.json', 2],
  'crawl.warc.gz': ['wget.warc.gz', 3],
  'crawl.wacz': ['py-wacz.wacz', 3],
  'item.json': ['ninjs.json', 1],
  'message.xml': ['newsml-g2.xml', 3],
  'reports.zip': ['reports.zip', 3],
  'documents.ndjson': ['documents.ndjson', 2],
}

const filesIn = (text: string): string[] => text.replace(/https:\S+/g, '').match(/[\w.]+\.\w+/g) ?? []

/** What stands at the web address that README and help speak of is a page, on a server of this test's own. */
const ADDRESS = /https:\/\/news\.example(?=\/report\.html)/

test("every format of README's table is read as its example says", async () => {
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8')
  const examples = Array.from(readme.matchAll(/^\| [^|]+ \| `npx hearsay read ([^`]+)` \|/gm), ([, typed]) => typed)
  expect(examples.filter((typed) => ADDRESS.test(typed))).toHaveLength(1)
  expect(examples.flatMap(filesIn).toSorted()).toEqual(Object.keys(SAMPLES).toSorted())
  const cwd = scratchFolder()
  for (const [name, [file]] of Object.entries(SAMPLES)) cpSync(resolve(FIXTURES, file), join(cwd, name))
  const page = readFileSync(join(cwd, 'page.html'))
  const { url } = await startWebServer((path, response) =>
    path === '/report.html' ? response.end(page) : response.writeHead(404).end(),
  )
  for (const typed of examples) {
    const args = [
      'read',
      ...typed.replace(ADDRESS, url).split(' '),
      '--no-record',
      '--workers',
      '1',
      '--allow-private',
      'localhost',
      '--allow-private',
      '127.0.0.1',
    ]
    const { code, stdout, stderr } = await runHearsay(args, { cwd })
    const documents = filesIn(typed).reduce((sum, name) => sum + (SAMPLES[name]?.[1] ?? 0), 0) || 1
    expect({ typed, code, lines: stdout.trim().split('\n').length, stderr }).toMatchObject({
      code: 0,
      lines: documents,
    })
  }
}, 120_000)

test('the help of read has an example of every format', async () => {
  const { stdout } = await runHearsay(['read', '--help'], { cwd: ROOT, env: { COLUMNS: '100' } })
  const examples = Array.from(stdout.matchAll(/^ {2}hearsay read (.+?)(?: {2}|$)/gm), ([, files]) => filesIn(files))
  expect(stdout).toMatch(/^ {2}hearsay read https:\/\/news\.example\/report\.html {2}/m)
  const told = Object.keys(SAMPLES).filter((name) => !/^(?:note\.txt|documents\.ndjson)$/.test(name)) // told in words
  expect(told.filter((name) => !examples.flat().includes(name))).toEqual([])
})
