// Gold attributions and readings of the same texts -> exact F1 of sources, cues and contents separately, as papers on quotation
// attribution report it: a span is right if all its words are. node benchmarks/attribution-roles.mjs GOLD.jsonl READINGS.ndjson

import { readFileSync } from 'node:fs'

const [goldPath, readingsPath] = process.argv.slice(2)
const lines = (path) =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
const readings = new Map(lines(readingsPath).map((reading) => [reading.document.id, reading]))

const ROLES = ['source', 'cue', 'content']
const tallies = Object.fromEntries(ROLES.map((role) => [role, { right: 0, predicted: 0, gold: 0 }]))
for (const { id, text, attributions } of lines(goldPath)) {
  const statements = (readings.get(id)?.articles ?? []).flatMap((article) => article.statements)
  for (const role of ROLES) {
    const wanted = new Set(attributions.map((one) => wordsOf(text, one[role])).filter(Boolean))
    const found = new Set(
      statements.map((one) => wordsOf(text, role === 'source' ? (one.source?.spans ?? []) : one[role])).filter(Boolean),
    )
    tallies[role].gold += wanted.size
    tallies[role].predicted += found.size
    tallies[role].right += [...found].filter((span) => wanted.has(span)).length
  }
}

/** Each word with its place: punctuation at the ends makes no difference. */
function wordsOf(text, spans) {
  return spans
    .flatMap(([start, end]) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
    )
    .join(' ')
}

for (const [role, { right, predicted, gold }] of Object.entries(tallies)) {
  const [precision, recall] = [right / predicted, right / gold]
  const f1 = (2 * precision * recall) / (precision + recall)
  console.log(
    `${role.padEnd(8)} P ${(100 * precision).toFixed(1)}  R ${(100 * recall).toFixed(1)}  F1 ${(100 * f1).toFixed(1)}`,
  )
}
