// node benchmarks/cells-second/draw.mjs READINGS SEED COUNT [EXCLUDED.json] -> the readings of COUNT reports, drawn by a seed in bundles of up to four that
// share words and are three days apart at most. The excluded are those of the ids in earlier draws (a JSON list).

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const [, , file, seed, count, excluded] = process.argv
const out = new Set(excluded ? JSON.parse(readFileSync(excluded, 'utf8')) : [])
const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
const hash = (text) => createHash('sha256').update(text).digest('hex')
const reports = lines
  .map((line) => ({ line, reading: JSON.parse(line) }))
  .map(({ line, reading: { document, articles } }) => ({
    line,
    id: document.id,
    day: Date.parse(articles[0]?.published?.value ?? 0) / 86_400_000,
    words: new Set((document.text.slice(0, 1500).match(/\p{Lu}\p{L}{3,}/gu) ?? []).map((word) => word.toLowerCase())),
  }))
  .filter(({ id }) => !out.has(id))
  .toSorted((a, b) => (hash(seed + a.id) < hash(seed + b.id) ? -1 : 1))
const inHow = new Map()
for (const { words } of reports) for (const word of words) inHow.set(word, (inHow.get(word) ?? 0) + 1)
const likeness = (a, b) => [...a.words].reduce((sum, word) => sum + (b.words.has(word) ? 1 / inHow.get(word) : 0), 0)

const MAX_BUNDLE = 4
const DAYS = 3
const drawn = new Set()
for (const first of reports) {
  if (drawn.size >= Number(count)) break
  if (drawn.has(first)) continue
  const others = reports
    .filter((other) => other !== first && !drawn.has(other) && Math.abs(other.day - first.day) <= DAYS)
    .map((other) => ({ other, score: likeness(first, other) }))
    .filter(({ score }) => score >= 0.15)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, MAX_BUNDLE - 1)
  for (const report of [first, ...others.map(({ other }) => other)]) drawn.add(report)
}
for (const { line } of [...drawn].slice(0, Number(count))) console.log(line)
