// Readings of real reports, exchanged (exchange.mjs) -> a record of as many, and what its life costs: writing, incidents, one report more, export,
// import, verify, serve. Each step is a process of its own, after npm run build; Linux, by /usr/bin/time.
//
//   node benchmarks/archive.mjs --from READINGS.ndjson [--from ...] COUNT

import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { exchanged } from './exchange.mjs'

const SELF = fileURLToPath(import.meta.url)
const MAIN = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))
const NOON = '2024-05-01T12:00:00.000Z'

const { values, positionals } = parseArgs({
  options: { from: { type: 'string', multiple: true }, step: { type: 'string' }, record: { type: 'string' } },
  allowPositionals: true,
})
const count = Number(positionals[0] ?? 1000)

if (values.step) await STEPS()[values.step]()
else await run()

async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-archive-'))
  const record = join(folder, 'hearsay.db')
  const archive = join(folder, 'archive.ndjson')
  console.log('| step | s | processor s | peak MB | MB on disk after it |\n|---|---|---|---|---|')
  try {
    const self = (step) => [
      SELF,
      '--step',
      step,
      '--record',
      record,
      ...values.from.flatMap((file) => ['--from', file]),
      String(count),
    ]
    measure('write', self('write'), record)
    measure('incidents, all', self('refresh'), record)
    measure('one report more', self('more'), record)
    measure('export', [MAIN, 'export', '--what', 'record', '--record', record, '--output', archive], archive)
    measure('import', [MAIN, 'import', archive, '--record', join(folder, 'copy.db')], join(folder, 'copy.db'))
    measure('verify', [MAIN, 'verify', '--record', record], record)
    await serve(record)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measure(name, args, file) {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%e %U %S %M', process.execPath, ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  })
  const [seconds, user, system, memory] = stderr.trim().split('\n').at(-1).split(' ').map(Number)
  const told = stderr
    .trim()
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('took'))
    .join('; ')
  console.log(
    `| ${name}${told ? ` (${told})` : ''}${status === 0 ? '' : `: ended with ${status}`} | ${seconds} | ${(user + system).toFixed(1)} | ${(memory / 1024).toFixed(0)} | ${(statSync(file).size / 1e6).toFixed(0)} |`,
  )
}

async function serve(record) {
  const begun = performance.now()
  const child = spawn(process.execPath, [MAIN, 'serve', '--record', record, '--port', '0', '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let told = ''
  const address = await new Promise((found, failed) => {
    const look = (chunk) => {
      told += chunk
      const [url] = /http:\/\/\S+/.exec(told) ?? []
      if (url) found(url)
    }
    child.stdout.on('data', look)
    child.stderr.on('data', look)
    child.on('close', () => failed(new Error(told)))
  })
  const listening = performance.now()
  await (await fetch(new URL('/api/overview', address))).json()
  const answered = performance.now()
  const [, peak] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? []
  child.kill()
  console.log(
    `| serve, until it listens; until the overview | ${((listening - begun) / 1000).toFixed(1)}; ${((answered - begun) / 1000).toFixed(1)} | | ${(Number(peak) / 1024).toFixed(0)} | |`,
  )
}

function STEPS() {
  const withRecord = async (work) => {
    const { openRecord, closeRecord } = await import('../dist/record/open.js')
    const record = openRecord(values.record, 'create')
    await work(record)
    closeRecord(record)
  }
  const add = async (record, line) => {
    const { writeDocument } = await import('../dist/record/write.js')
    const reading = JSON.parse(line)
    const bytes = new TextEncoder().encode(reading.document.text)
    const document = { ...reading.document, sha256: createHash('sha256').update(bytes).digest('hex') }
    writeDocument(record, { bytes, origin: document.origin }, { ...reading, document }, NOON)
  }
  const refresh = async (record) => {
    const { refreshIncidents } = await import('../dist/record/incidents/refresh.js')
    const begun = performance.now()
    refreshIncidents(record)
    console.error(`took ${(performance.now() - begun).toFixed(0)} ms`)
  }
  return {
    write: () =>
      withRecord(async (record) => {
        for await (const line of exchanged(values.from, count)) await add(record, line)
      }),
    refresh: () => withRecord(refresh),
    more: () =>
      withRecord(async (record) => {
        let last = ''
        for await (const line of exchanged(values.from, count + 1)) last = line
        await add(record, last)
        await refresh(record)
      }),
  }
}
