// Pairs of event mentions of real reports, labelled one event or not (pairs/) -> how many the comparison lets through, and how many of them are right.
//
//   node benchmarks/pairs.mjs READINGS.ndjson... [--half 0|1]      after npm run build; readings of the wire reports that pairs.jsonl names
//
// Labels were made by reading the passages; texts are named by their hash, as in claims/.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { compareChains } from '../dist/reconciling/compare/compare.js'
import { chainsOf, NOTHING_SAID } from '../dist/reconciling/reconcile.js'
import { MIN_PAIR_SCORE } from '../dist/reconciling/update-pairs.js'

const { values: options, positionals } = parseArgs({ options: { half: { type: 'string' } }, allowPositionals: true })
const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean)
const hashOf = (text) => `wire-reports/${createHash('sha256').update(text).digest('hex')}`
const keyOf = ({ text, trigger }) => `${text} ${trigger}`

const pairs = linesOf(fileURLToPath(new URL('pairs/pairs.jsonl', import.meta.url)))
  .map((line) => JSON.parse(line))
  .filter(({ half, same }) => same !== null && (options.half === undefined || half === Number(options.half)))
const wanted = new Set(pairs.flatMap(({ one, other }) => [one.text, other.text]))

const chains = new Map()
for (const reading of positionals.flatMap(linesOf).map((line) => JSON.parse(line))) {
  const text = hashOf(reading.document.text)
  if (!wanted.has(text)) continue
  for (const chain of chainsOf(reading, NOTHING_SAID).chains)
    for (const { trigger } of chain.mentions) chains.set(keyOf({ text, trigger }), chain)
}

const found = pairs
  .map(({ one, other, same }) => ({ one: chains.get(keyOf(one)), other: chains.get(keyOf(other)), same }))
  .filter(({ one, other }) => one && other)
const passing = found.filter(({ one, other }) => compareChains(one, other) >= MIN_PAIR_SCORE)
const right = passing.filter(({ same }) => same)
const share = (part, whole) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`
console.log(`pairs found: ${share(found.length, pairs.length)}`)
console.log(`candidate pairs that are one event: ${share(right.length, passing.length)}`)
console.log(`of pairs of one event found: ${share(right.length, found.filter(({ same }) => same).length)}`)
