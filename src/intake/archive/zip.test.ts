import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeZip } from '../../testing/make-zip.ts'
import { tellAll, unpackAll } from '../../testing/unpack-all.ts'

const GOOD = 'The mayor said so.'

test('what Info-ZIP packed is read as it lies there, hidden files passed over', async () => {
  const bytes = readFileSync(new URL('../fixtures/info-zip.zip', import.meta.url))
  expect((await tellAll('a.zip', bytes)).sort()).toEqual([
    'a.zip#reports/bridge.txt: The mayor of Herat said on Monday that the bridge was closed.',
    'a.zip#reports/dam é.html: Dam holds The minister said that the dam held through the night.',
    'a.zip#reports/map.gif! this is a GIF image, which cannot be read; if it shows text, a program for text recognition such as Tesseract or OCRmyPDF makes text of it',
    'a.zip#reports/road.md: Road The army said that the road was open.',
  ])
})

test('archives in archives, each path in full', async () => {
  const inner = makeZip([{ name: 'b/c.txt', content: GOOD }])
  const outer = makeZip([
    { name: 'inner.zip', content: inner },
    { name: '__MACOSX/._inner.zip', content: 'x' },
    { name: 'README.md', content: 'x' },
    { name: 'z.txt', content: GOOD },
  ])
  expect(await tellAll('o.zip', outer)).toEqual([`o.zip#inner.zip#b/c.txt: ${GOOD}`, `o.zip#z.txt: ${GOOD}`])
})

test('a page saved with all that belongs to it is one document', async () => {
  const page = '<html><body><h1>Quay shut</h1><p>The quay is shut, the harbour master said.</p></body></html>'
  const frame = '<html><body><p>Buy a boat, said its maker.</p></body></html>'
  const read = async (...names: string[]): Promise<string[]> =>
    (await tellAll('o.zip', makeZip(names.map((name) => ({ name, content: /_|\/f/.test(name) ? frame : page }))))).map(
      (line) => line.split(':')[0],
    )
  expect(await read('Quay shut.html', 'Quay shut_files/f.html', 'Quay shut_files/f.js')).toEqual([
    'o.zip#Quay shut.html',
  ])
  expect(await read('a/Kai.htm', 'a/Kai-Dateien/f.html')).toEqual(['o.zip#a/Kai.htm'])
  expect(await read('x/index.html', 'x/index_1.html', 'x/index.rdf')).toEqual(['o.zip#x/index.html'])
  // Folders that only look so.
  expect(await read('my_files/f.html', 'index_1.html')).toEqual(['o.zip#my_files/f.html', 'o.zip#index_1.html'])
})

test('lines in an archive are a document each', async () => {
  const content = '{"id":"1","text":"One."}\nnot JSON\n{"id":"3","html":"<p>Three.</p>"}\n'
  expect(await tellAll('o.zip', makeZip([{ name: 'a.ndjson', content }]))).toEqual([
    'o.zip#a.ndjson: One.',
    expect.stringMatching(/^o\.zip#a\.ndjson! malformed JSON/),
    'o.zip#a.ndjson: Three.',
  ])
})

test('gzip keeps the name, and what it tells', async () => {
  expect(await tellAll('a.ndjson.gz', gzipSync('{"text":"One."}\n{"text":"Two."}'))).toEqual([
    'a.ndjson.gz: One.',
    'a.ndjson.gz: Two.',
  ])
  expect(await tellAll('a.md.gz', gzipSync('*One.*'))).toEqual(['a.md.gz: One.'])
  expect(await tellAll('a.zip.gz', gzipSync(makeZip([{ name: 'b.txt', content: GOOD }])))).toEqual([
    `a.zip.gz#b.txt: ${GOOD}`,
  ])
})

describe('archives made to do harm get one clear line for what is bad; the rest is read', () => {
  const nested = (depth: number): Buffer =>
    depth === 0 ? Buffer.from(GOOD) : makeZip([{ name: depth === 1 ? 'a.txt' : 'a.zip', content: nested(depth - 1) }])
  const zeros = (megabytes: number): Buffer => Buffer.alloc(megabytes * 1e6, 'a')
  const good = { name: 'good.txt', content: GOOD }

  test.each<[what: string, bytes: Buffer, expected: (string | RegExp)[]]>([
    [
      'a path out of the archive',
      makeZip([{ name: '../../etc/cron.d/x', content: GOOD }, good]),
      [/^a\.zip#\.\.\/\.\.\/etc\/cron\.d\/x! its name leads out of the archive/, /good/],
    ],
    [
      'an absolute path',
      makeZip([{ name: '/etc/passwd', content: GOOD }, good]),
      [/passwd! its name leads out/, /good/],
    ],
    ['a drive', makeZip([{ name: 'C:\\x.txt', content: GOOD }, good]), [/! its name leads out/, /good/]],
    [
      'more than it says',
      makeZip([{ name: 'l.txt', content: zeros(5), claimedSize: 10 }, good]),
      [/l\.txt! the archive is damaged \(.*too many bytes/, /good/],
    ],
    [
      'less than it says',
      makeZip([{ name: 'l.txt', content: GOOD, claimedSize: 1000 }, good]),
      [/l\.txt! the archive is damaged \(.*not enough bytes/, /good/],
    ],
    [
      'over the limit',
      makeZip([{ name: 'l.txt', content: zeros(60) }, good]),
      ['a.zip#l.txt! 60 MB is over the limit of 50 MB; raise it with --max-size', /good/],
    ],
    [
      'encrypted',
      makeZip([{ name: 'l.txt', content: GOOD, encrypted: true }, good]),
      [/l\.txt! it is encrypted/, /good/],
    ],
    [
      'too deep',
      makeZip([{ name: 'n.zip', content: nested(6) }, good]),
      [/! this is a ZIP archive inside 5 others; it is not opened$/, /good/],
    ],
    ['cut off', makeZip([good]).subarray(0, 60), [/^a\.zip! the archive is damaged \(/]],
    ['nothing in it', makeZip([]), [/^a\.zip! the archive is empty$/]],
    ['not an archive', Buffer.from('PK\x03\x04 and then words'), [/^a\.zip! the archive is damaged/]],
    [
      'a directory that says there is more',
      makeZip([good], { claimedEntries: 5 }),
      [/good/, /^a\.zip! the archive is damaged/],
    ],
  ])('%s', async (_, bytes, expected) => {
    const lines = await tellAll('a.zip', bytes)
    expect(lines).toHaveLength(expected.length)
    for (const [index, line] of expected.entries()) expect(lines[index]).toMatch(line)
  })

  test.each<[string, Parameters<typeof makeZip>[0], string]>([
    ['nothing', [], 'a.zip! the archive is empty'],
    [
      'what systems leave behind',
      [{ name: '__MACOSX/._a.txt', content: 'x' }],
      'a.zip! the archive holds nothing that is read',
    ],
  ])('an archive of %s is not passed over in silence', async (_, entries, line) => {
    expect(await tellAll('a.zip', makeZip(entries))).toEqual([line])
  })

  test('a bomb goes off at a hundred megabytes, whatever it would have come to', async () => {
    const layer = makeZip(Array.from({ length: 40 }, (_, index) => ({ name: `${index}.txt`, content: zeros(4) })))
    const bomb = makeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.zip`, content: layer })))
    const all = await unpackAll('b.zip', bomb)
    expect(all.filter((item) => 'failure' in item).map((item) => 'failure' in item && item.failure.message)).toEqual([
      expect.stringMatching(/^it unpacks to more than 200 times its size \(\d+ MB so far\)/),
    ])
    expect(all.length).toBeLessThan(30)
  })
})
