// Files of documents -> a fingerprint of the results for each: the SHA-256 of its readings and of its incidents.
// Run it before and after a change that only moves or renames code: the two outputs must be equal, line for line.
//
//   node benchmarks/fingerprint.mjs [--keep FOLDER] [DOCUMENTS.ndjson ...]
//
// The reports of examples/ and the groups of benchmarks/accounts/ are always included. --keep writes the readings and incidents
// to FOLDER, so that two runs can be compared with `cmp` and `diff`.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'

const { values, positionals } = parseArgs({ options: { keep: { type: 'string' } }, allowPositionals: true })
const here = (path) => new URL(path, import.meta.url).pathname
if (values.keep) mkdirSync(values.keep, { recursive: true })

fingerprint('examples', ['read', 'examples', '--format', 'ndjson'], null)
const groups = readdirSync(here('accounts')).filter((name) => name.endsWith('.json'))
const accounts = groups.flatMap((file) =>
  JSON.parse(readFileSync(join(here('accounts'), file), 'utf8')).flatMap(({ id, reports }) =>
    reports.map((report) => JSON.stringify({ ...report, id: `${id}/${report.id}` })),
  ),
)
for (const [name, documents] of [
  ['accounts', accounts.join('\n')],
  ...positionals.map((file) => [basename(file, '.ndjson'), readFileSync(file)]),
])
  fingerprint(name, ['read', '--input', 'ndjson', '--format', 'ndjson'], documents)

function fingerprint(name, read, input) {
  const readings = hearsay([...read, '--no-record', '--workers', '1'], input)
  const incidents = hearsay(['reconcile', '--input', 'ndjson', '--format', 'ndjson'], readings)
  if (values.keep) {
    writeFileSync(join(values.keep, `${name}.readings.ndjson`), readings)
    writeFileSync(join(values.keep, `${name}.incidents.ndjson`), incidents)
  }
  console.log([name.padEnd(20), hash(readings), hash(incidents)].join('  '))
}

function hearsay(words, input) {
  const ran = spawnSync(process.execPath, [here('../dist/cli/main.js'), ...words], {
    cwd: here('..'),
    input: input ?? '',
    maxBuffer: 2 ** 31 - 1,
  })
  if (ran.error || ran.status > 1)
    throw ran.error ?? new Error(`hearsay ${words[0]} ended with ${ran.status}: ${ran.stderr}`)
  return ran.stdout
}

function hash(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
