// Does the program still read as well as it did? floors.json has, for each evaluation set, its hash, the figure that was measured,
// and the floor below which it must not fall. A set that is not here is skipped; a file with another hash is refused. Exit code 1
// if a figure is below its floor or a file was refused.
//
//   CORPORA=folder of the sets SCORE=folder of the scorer npm run floors [-- --only plover,times]
//
// Without CORPORA and SCORE only the sets of this repository are measured. To raise a floor, edit floors.json: the figure, the
// floor one point below it, commit and date. A floor is lowered only on purpose, with a line in CHANGELOG.md.

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const { CORPORA, SCORE } = process.env
const { values } = parseArgs({ options: { only: { type: 'string' } } })
const only = values.only?.split(',')

/** Node.js over a script, with files as standard input and output; what it printed where there is no file for it. */
function run(args, { input = 'ignore', output = 'pipe' } = {}) {
  const ran = spawnSync(process.execPath, args, {
    stdio: [
      input === 'ignore' ? 'ignore' : openSync(input, 'r'),
      output === 'pipe' ? 'pipe' : openSync(output, 'w'),
      'inherit',
    ],
    encoding: 'utf8',
    maxBuffer: 1e9,
  })
  if (ran.status !== 0) throw new Error(`${args.join(' ')}: exit code ${ran.status}`)
  return ran.stdout
}

/** PolNeAR marks no statement within another: where a floor says `outermost`, those are left out before they are scored. */
function withoutNested(readings) {
  const lines = readFileSync(readings, 'utf8').split('\n').filter(Boolean)
  const outermost = lines.map((line) => {
    const reading = JSON.parse(line)
    for (const article of reading.articles) article.statements = article.statements.filter(({ within }) => !within)
    return `${JSON.stringify(reading)}\n`
  })
  writeFileSync(readings, outermost.join(''))
}

/** The headline figure of a set, in per cent: its documents are read by the built program and scored against it. */
function measure({ task, outermost = false }, gold) {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-floors-'))
  const [documents, readings] = [join(folder, 'documents.ndjson'), join(folder, 'readings.ndjson')]
  const scorer = join(SCORE, 'score.mjs')
  try {
    run([scorer, 'inputs', task, gold], { output: documents })
    const filter = ['read', '--input', 'ndjson', '--format', 'ndjson', '--no-record']
    run([here('../dist/cli/main.js'), ...filter], { input: documents, output: readings })
    if (outermost) withoutNested(readings)
    const { headline } = JSON.parse(run([scorer, task, gold, readings, '--json']))
    return { figure: headline.name, value: 100 * headline.value }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The labelled groups of this repository. Their last column is the mean of three measures. */
function measureAccounts() {
  const [, value] = /^all .*?([\d.]+)$/m.exec(run([here('accounts.mjs')])) ?? []
  return { figure: 'CoNLL', value: Number(value) }
}

const OWN = 'accounts'

function filesOf({ task, set }) {
  if (task !== OWN) return CORPORA && SCORE ? [join(CORPORA, set)] : []
  const names = readdirSync(here('accounts/')).filter((name) => name.endsWith('.json'))
  return names.sort().map((name) => here(`accounts/${name}`))
}

/** "ok", "BAD" or "skipped", and why. */
function check(entry) {
  const files = filesOf(entry)
  if (files.length === 0) return ['skipped', 'CORPORA and SCORE do not say where the sets and the scorer are']
  const missing = files.find((file) => !existsSync(file))
  if (missing) return ['skipped', `there is no ${missing}`]
  const hash = createHash('sha256')
  for (const file of files) hash.update(readFileSync(file))
  if (hash.digest('hex') !== entry.sha256) return ['BAD', `${files[0]} is not the set that the floor was measured on`]
  const { figure, value } = entry.task === OWN ? measureAccounts() : measure(entry, files[0])
  if (figure !== entry.figure) return ['BAD', `the scorer gives ${figure}, the floor is for ${entry.figure}`]
  const told = `${figure} ${value.toFixed(1)}, floor ${entry.floor.toFixed(1)}, measured ${entry.measured.toFixed(1)} (${entry.commit}, ${entry.date})`
  return [value >= entry.floor ? 'ok' : 'BAD', told]
}

for (const entry of JSON.parse(readFileSync(here('floors.json'), 'utf8'))) {
  if (only && !only.includes(entry.task)) continue
  const [outcome, why] = check(entry)
  if (outcome === 'BAD') process.exitCode = 1
  console.log(`${outcome.padEnd(7)}  ${entry.task.padEnd(17)}  ${entry.set.padEnd(28)}  ${why}`)
}
