// node benchmarks/cells-second/score.mjs READINGS INCIDENTS -> by question and half, how many of the shown values that were judged are right, and how
// many were not judged.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { valuesIn } from './values.mjs'

const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const labels = new Map(
  ['labels.tsv', 'labels-later.tsv']
    .flatMap((name) => linesOf(fileURLToPath(new URL(name, import.meta.url))))
    .map((line) => {
      const [key, , label] = line.split('\t')
      return [key, label]
    }),
)
const [readings, incidents] = process.argv.slice(2, 4).map((file) => linesOf(file).map((line) => JSON.parse(line)))
const scores = new Map()
for (const { key, half, question } of valuesIn(readings, incidents)) {
  const name = `${question.startsWith('count:') ? 'toll' : question} ${half}`
  const score = scores.get(name) ?? { right: 0, judged: 0, unjudged: 0 }
  const label = labels.get(key)
  if (label === undefined) score.unjudged += 1
  else score.judged += 1
  if (label === 'right') score.right += 1
  scores.set(name, score)
}
for (const [name, { right, judged, unjudged }] of scores)
  console.log(name.padEnd(14), `${right} of ${judged}, ${unjudged} not judged`)
