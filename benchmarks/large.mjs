// What is large, sent to the program -> the most memory that its processes take together, and how long it takes: a report of a megabyte,
// a text of 2.9 MB without a break, sixteen uploads of 45 MB at a time. Exit code 1 where a bound is exceeded. Linux tells the memory; it
// is read ten times a second.
//
//   npm run build && node benchmarks/large.mjs [report] [unbroken] [uploads]

import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inventReports } from '../dist/testing/invented-news.js'
import { memoryOf, runFilter } from './filter.mjs'

const MEGABYTE = 1_000_000
const PAYLOADS = { uploads: 16, megabytes: 45 }

const TRIALS = {
  report: { what: 'a report of 1 MB', bound: 450, run: () => filtered(longReport(MEGABYTE)) },
  unbroken: { what: 'a text of 2.9 MB without a break', bound: 700, run: () => filtered(unbroken(2.9 * MEGABYTE)) },
  uploads: { what: '16 uploads of 45 MB at a time', bound: 700, run: uploaded },
}

for (const name of process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TRIALS)) {
  const { what, bound, run } = TRIALS[name]
  const started = performance.now()
  const { megabytes, note = '' } = await run()
  const seconds = (performance.now() - started) / 1000
  if (megabytes > bound) process.exitCode = 1
  console.log(
    `${megabytes <= bound ? 'ok ' : 'BAD'}  ${what}: ${megabytes.toFixed(0)} MB, bound ${bound} MB; ${seconds.toFixed(0)} s${note}`,
  )
}

function filtered(text) {
  return runFilter([`${JSON.stringify({ id: 'long', text })}\n`], 1)
}

function longReport(size) {
  const pieces = []
  let length = 0
  for (const { content } of inventReports(3, 1000, 400)) {
    if (length >= size) break
    if (content.trimStart().startsWith('<')) continue
    pieces.push(content)
    length += content.length + 2
  }
  return pieces.join('\n\n').slice(0, size)
}

/** One paragraph, whose sentences never end. */
function unbroken(size) {
  return 'word and another word of the same kind '.repeat(size / 39)
}

/** Text that is refused only once it has been read: none of it is words. */
async function uploaded() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-large-'))
  const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
  const child = spawn(process.execPath, [main, 'serve', '--record', join(folder, 'r.db'), '--port', '0', '--no-open'])
  let megabytes = 0
  const watch = setInterval(() => {
    megabytes = Math.max(megabytes, memoryOf(child.pid))
  }, 100)
  try {
    const url = await new Promise((resolve) => {
      child.stdout.on('data', (chunk) => {
        const [found] = /http:\S+/.exec(String(chunk)) ?? []
        if (found) resolve(found)
      })
    })
    const body = new Uint8Array(PAYLOADS.megabytes * MEGABYTE)
    const send = (number) =>
      fetch(`${url}api/documents?name=upload-${number}.bin`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream', origin: url.slice(0, -1) },
        body,
      }).then(({ status }) => status)
    const statuses = await Promise.all(Array.from({ length: PAYLOADS.uploads }, (_, number) => send(number)))
    return { megabytes, note: `; answers: ${[...new Set(statuses)].join()}` }
  } finally {
    clearInterval(watch)
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}
