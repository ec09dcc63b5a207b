import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { dumpRecord, integrityOf } from '../testing/dump-record.ts'
import { type Finished, finish, runHearsay, runShell, scratchFolder, startHearsay } from '../testing/hearsay.ts'
import { makeZip } from '../testing/make-zip.ts'

const GOOD = 'The mayor of Herat said on Monday that the bridge was closed.\n'

/** `make` puts it at `path`; the lines name it, and the cause. */
interface Case {
  what: string
  name: string
  make: (path: string) => void
  lines: RegExp[]
  /** How many documents it gives all the same. */
  read?: number
}

const CASES: Case[] = [
  {
    what: 'an empty file',
    name: 'empty.txt',
    make: (path) => writeFileSync(path, ''),
    lines: [/^hearsay: in\/empty\.txt: the file is empty$/],
  },
  {
    what: 'a picture',
    name: 'picture.txt',
    make: (path) => writeFileSync(path, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    lines: [/^hearsay: in\/picture\.txt: .*PNG image/],
  },
  {
    what: 'a binary of no known kind',
    name: 'binary.html',
    make: (path) => writeFileSync(path, Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 7) % 32))),
    lines: [/^hearsay: in\/binary\.html: .*binary/],
  },
  {
    what: 'a file of 200 MB',
    name: 'large.txt',
    make: (path) => {
      writeFileSync(path, 'a')
      truncateSync(path, 200e6)
    },
    lines: [/^hearsay: in\/large\.txt: 200 MB is over the limit of 50 MB; raise it with --max-size$/],
  },
  {
    what: 'invalid UTF-8',
    name: 'utf-8.txt',
    make: (path) => writeFileSync(path, Buffer.concat([Buffer.from(`Мэр сказал, что мост закрыт. ${GOOD}`), BROKEN])),
    lines: [/^hearsay: in\/utf-8\.txt: .*invalid UTF-8 at byte \d+/],
    read: 1,
  },
  {
    what: 'half a UTF-16 file',
    name: 'utf-16.txt',
    make: (path) => writeFileSync(path, Buffer.from(`\ufeff${GOOD}`, 'utf16le').subarray(0, 75)),
    lines: [/^hearsay: in\/utf-16\.txt: .*UTF-16.* cut off/],
    read: 1,
  },
  {
    what: 'HTML nested 100,000 deep',
    name: 'deep.html',
    make: (path) =>
      writeFileSync(path, `<!doctype html><html><body>${'<div>'.repeat(1e5)}${GOOD}${'</div>'.repeat(1e5)}`),
    lines: [/^hearsay: in\/deep\.html: .*nest/],
  },
  {
    what: 'a link that leads back to a folder above it',
    name: 'loop',
    make: (path) => symlinkSync('..', path),
    lines: [/^hearsay: in\/loop\/in: this link leads back to .*\/in, which contains it; not followed$/],
  },
  {
    what: 'a link to itself',
    name: 'itself.txt',
    make: (path) => symlinkSync('itself.txt', path),
    lines: [/^hearsay: in\/itself\.txt: its symbolic links lead in a circle$/],
  },
  {
    what: 'a link to nowhere',
    name: 'dangling.txt',
    make: (path) => symlinkSync('nowhere.txt', path),
    lines: [/^hearsay: in\/dangling\.txt: there is no such file$/],
  },
  {
    what: 'a folder that may not be read',
    name: 'closed',
    make: (path) => mkdirSync(path, { mode: 0o000 }),
    lines: [/^hearsay: in\/closed: permission to read it is denied$/],
  },
  {
    what: 'a file that may not be read',
    name: 'secret.txt',
    make: (path) => writeFileSync(path, GOOD, { mode: 0o000 }),
    lines: [/^hearsay: in\/secret\.txt: permission to read it is denied$/],
  },
  {
    what: 'a pipe among the files',
    name: 'pipe',
    make: makePipe,
    lines: [/^hearsay: in\/pipe: this is a pipe, socket or device/],
  },
  {
    what: 'malformed NDJSON in the middle of a stream',
    name: 'lines.ndjson',
    make: (path) =>
      writeFileSync(path, '{"text":"One said so."}\n{"text":"Two\n\n[4]\n{"id":"5"}\n{"text":"Six said so."}'),
    lines: [
      /^hearsay: in\/lines\.ndjson, line 2: malformed JSON \(.+\)$/,
      /^hearsay: in\/lines\.ndjson, line 4: not a JSON object$/,
      /^hearsay: in\/lines\.ndjson, line 5: none of its columns looks like the text of a report/,
    ],
    read: 2,
  },
  {
    what: 'an archive that unpacks to far more than it is',
    name: 'bomb.zip',
    make: (path) => writeFileSync(path, bomb()),
    lines: [
      /^hearsay: in\/bomb\.zip#0\.bin: this is a binary file/,
      /^hearsay: in\/bomb\.zip#1\.bin: this is a binary file/,
      /^hearsay: in\/bomb\.zip: it unpacks to more than 200 times its size/,
    ],
  },
  {
    what: 'an archive with a path that leads out of it',
    name: 'slip.zip',
    make: (path) =>
      writeFileSync(
        path,
        makeZip([
          { name: '../../escaped.txt', content: GOOD },
          { name: 'good.txt', content: `In the archive. ${GOOD}` },
        ]),
      ),
    lines: [/^hearsay: in\/slip\.zip#\.\.\/\.\.\/escaped\.txt: its name leads out of the archive/],
    read: 1,
  },
  {
    what: 'a damaged PDF',
    name: 'damaged.pdf',
    make: (path) => writeFileSync(path, '%PDF-1.7\nnothing'),
    lines: [/^hearsay: in\/damaged\.pdf: the PDF is damaged/],
  },
  {
    what: 'a web archive that lies about a length',
    name: 'lying.warc',
    make: (path) =>
      writeFileSync(path, 'WARC/1.1\r\nWARC-Type: response\r\nContent-Length: 999\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx'),
    lines: [/^hearsay: in\/lying\.warc#record 1: its length is stated as 999 B, which is wrong/],
  },
  {
    what: 'a feed that breaks off',
    name: 'feed.xml',
    make: (path) => writeFileSync(path, `<rss><channel><item><title>${GOOD}</title></item><item><title>Cut`),
    lines: [/^hearsay: in\/feed\.xml#2: the feed breaks off in this entry/],
    read: 1,
  },
  {
    what: 'a name with a line end and an escape sequence',
    name: 'odd\n\u001b[31m.txt',
    make: (path) => writeFileSync(path, ''),
    lines: [/^hearsay: in\/odd \ufffd\[31m\.txt: the file is empty$/],
  },
]

/** Twenty times the same 45 megabytes of nothing; a hundred are let through whatever they come from. */
function bomb(): Buffer {
  const nothing = Buffer.alloc(45e6)
  return makeZip(Array.from({ length: 20 }, (_, index) => ({ name: `${index}.bin`, content: nothing })))
}

function makePipe(path: string): void {
  execFileSync('sh', ['-c', 'mkfifo "$1"', 'sh', path])
}

/** The first two bytes of three, and a lone continuation. */
const BROKEN = Buffer.from([0xe2, 0x82, 0x20, 0x80])

let folder: string
let all: Finished

/** All of it in one folder, with good files before, between and after. */
beforeAll(async () => {
  folder = scratchFolder()
  for (const [index, { name, make }] of CASES.entries()) {
    const path = join(folder, 'in', name)
    mkdirSync(dirname(path), { recursive: true })
    make(path)
    writeFileSync(`${path}.good`, `Number ${index}. ${GOOD}`)
  }
  for (const name of ['.hidden', 'README.md', 'other.db', 'other.db-wal']) writeFileSync(join(folder, 'in', name), GOOD)
  all = await runHearsay(['read', 'in'], { cwd: folder, unprivileged: true })
  chmodSync(join(folder, 'in/closed'), 0o700)
}, 60_000)

/** A line of a list that the count is followed by. */
const COUNTED = /^hearsay: {2}/
const linesOf = (stderr: string): string[] =>
  stderr
    .trimEnd()
    .split('\n')
    .filter((line) => !COUNTED.test(line))

test('the reasons are counted in a few lines', () => {
  const counted = all.stderr.split('\n').filter((line) => COUNTED.test(line))
  expect(counted.length).toBeGreaterThan(3)
  expect(counted.length).toBeLessThanOrEqual(14) // twelve reasons, the rest, and what was read by kind
})

test.each(CASES)('$what gets one clear line', ({ lines }) => {
  for (const line of lines) expect(linesOf(all.stderr).filter((each) => line.test(each))).toHaveLength(1)
})

test('all others are read, nothing else is said, the exit code tells, and the record is sound', () => {
  const told = CASES.reduce((sum, { lines }) => sum + lines.length, 0)
  const read = CASES.reduce((sum, each) => sum + (each.read ?? 0) + 1, 0)
  expect(linesOf(all.stderr)).toHaveLength(told + 2) // the count, and what they lack
  expect(all.stderr).toMatch(
    `hearsay: ${read} documents read, 2 with a damaged encoding, ${told - 2} could not be read\n`,
  )
  expect(all.code).toBe(1)
  expect(dumpRecord(join(folder, 'hearsay.db')).documents).toHaveLength(read)
  expect(integrityOf(join(folder, 'hearsay.db'))).toEqual(['ok'])
})

test('a second run says the same of what is bad, and adds nothing', async () => {
  const again = await runHearsay(['read', 'in/utf-8.txt', 'in/empty.txt', 'in/empty.txt.good'], { cwd: folder })
  expect(again.stderr.split('\n').slice(0, 2).join('\n')).toMatch(
    /^.*utf-8\.txt: .*invalid UTF-8.*\n.*the file is empty$/,
  )
  expect(again.code).toBe(1)
})

test('a file that vanishes between the walk and its turn', async () => {
  const folder = scratchFolder()
  for (const name of ['victim.txt', 'z.txt']) writeFileSync(join(folder, name), `${name}. ${GOOD}`)
  makePipe(join(folder, 'slow'))
  const child = startHearsay(['read', 'slow', 'victim.txt', 'z.txt'], { cwd: folder })
  const finished = finish(child)
  // The run has walked all paths once it opens the pipe; the shell's own opening waits for that.
  const shell = runShell('exec 3>slow; rm victim.txt; echo "Slow said that the bridge was closed." >&3', folder)
  const { code, stderr } = await finished
  await shell
  expect(stderr).toMatch(/^hearsay: victim\.txt: there is no such file$/m)
  expect(code).toBe(1)
  expect(dumpRecord(join(folder, 'hearsay.db')).documents).toHaveLength(2)
})

test('a path that was typed wrong', async () => {
  const folder = scratchFolder()
  writeFileSync(join(folder, 'a.txt'), GOOD)
  const { code, stdout, stderr } = await runHearsay(['read', 'missing.txt', 'a.txt', '--no-record'], { cwd: folder })
  expect(stderr).toMatch(/^hearsay: missing\.txt: there is no such file$/m)
  expect(stdout).toMatch(/a\.txt$/m)
  expect(code).toBe(1)
})
