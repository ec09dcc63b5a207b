import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { walk } from './walk.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-walk-'))
})

afterEach(() => rmSync(folder, { recursive: true }))

function make(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), path)
  }
}

async function walked(paths: string[] = ['.'], except?: string): Promise<string[]> {
  const found: string[] = []
  for await (const file of walk(
    paths.map((path) => (path === '-' ? path : join(folder, path))),
    except,
  )) {
    found.push(
      file.path.replace(`${folder}/`, '') + ('failure' in file ? ` (${file.failure.message.split(/[;:]/)[0]})` : ''),
    )
  }
  return found
}

test('folders in folders, by code unit whatever the locale', async () => {
  make('b.txt', 'B.txt', 'a/z.txt', 'a/é.txt', 'a10.txt', 'a9.txt')
  expect(await walked()).toEqual(['B.txt', 'a/z.txt', 'a/é.txt', 'a10.txt', 'a9.txt', 'b.txt'])
})

test('paths in the order typed; standard input among them', async () => {
  make('b.txt', 'a.txt')
  expect(await walked(['b.txt', '-', 'a.txt', 'c.txt'])).toEqual([
    'b.txt',
    '-',
    'a.txt',
    'c.txt (there is no such file)',
  ])
})

test('hidden files, read-me files, records, and what a browser saves beside a page are passed over', async () => {
  make(
    '.hidden',
    '.git/config',
    'README.md',
    '~$report.docx',
    'readme',
    'x.db',
    'x.db-wal',
    'x.db.seal',
    'page_files/a.js',
    'page.html',
    'my_files/a.txt',
    'README-first.txt',
  )
  expect(await walked()).toEqual(['README-first.txt', 'my_files/a.txt', 'page.html'])
})

test('unless they are named', async () => {
  make('.hidden', 'README.md', 'x.db')
  expect(await walked(['.hidden', 'README.md', 'x.db'])).toEqual(['.hidden', 'README.md', 'x.db'])
})

test('the record itself is never read, under whatever name', async () => {
  make('a.txt', 'record')
  symlinkSync('record', join(folder, 'link'))
  expect(await walked(['.', 'record'], join(folder, 'record'))).toEqual(['a.txt'])
})

test('a link to a folder is followed, once; back up it is not', async () => {
  make('in/a.txt', 'out/b.txt')
  symlinkSync('../out', join(folder, 'in/link'))
  symlinkSync('../out', join(folder, 'in/more'))
  symlinkSync('..', join(folder, 'in/up'))
  expect(await walked(['in'])).toEqual([
    'in/a.txt',
    'in/link/b.txt',
    'in/up/in (this link leads back to '.concat(`${folder}/in, which contains it)`),
  ])
})

test('links upon links, which would give 2^20 paths, end at once', async () => {
  for (let level = 0; level < 20; level++) {
    make(`${level}/file.txt`)
    for (const name of ['x', 'y']) symlinkSync(`../${level + 1}`, join(folder, `${level}/${name}`))
  }
  make('20/file.txt')
  expect(await walked(['0'])).toHaveLength(21)
})
