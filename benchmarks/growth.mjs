// Repeated pieces of text -> whether time grows with length and not with its square. Four times the text may take at most eight times
// as long (a square would take sixteen). Exit code 1 if anything grows faster.
//
//   npm run bench, or after a build: node benchmarks/growth.mjs

import { openDocument } from '../dist/intake/document.js'
import { read } from '../dist/pipeline.js'
import { findCounts } from '../dist/reading/counts/counts.js'
import { findTimes } from '../dist/reading/times/times.js'
import { loadResources } from '../dist/resources.js'
import { readParagraph } from '../dist/testing/read-text.js'

const resources = await loadResources()
const encoder = new TextEncoder()

const readText = async (text) =>
  read(await openDocument({ bytes: encoder.encode(JSON.stringify({ id: 'case', text })), origin: 'case' }), resources)

const countIn = (text) => findCounts(readParagraph(text), [], 'a1', resources)

function timesIn(text) {
  const article = { text, blocks: [{ kind: 'paragraph', span: [0, text.length] }], sentences: [], quotations: [] }
  return findTimes(article, { value: '2016-06-28', basis: 'given' }, 'a1')
}

const PARAGRAPH =
  'The army said that it had left Dren in northern Kosovo. “Nobody was hurt,” Ana Ruiz told Reuters. He denied it, according to source #.\n\n'

/** What is repeated (# stands for a running number), how often at first, and what is done with it. */
const CASES = [
  ['paragraphs of a report', PARAGRAPH, 50, readText],
  ['words of one sentence', 'the soldier walked by the river and sang ', 300, readText],
  ['counts: numbers', '12 ', 2000, countIn],
  ['counts: counts', '12 people, including 3 men, ', 2000, countIn],
  ['counts: digits', '1,000,', 2000, countIn],
  ['counts: number words', 'twenty thousand and ', 2000, countIn],
  ['times: dates', '3 May, ', 8000, timesIn],
  ['times: numbers', '19 ', 8000, timesIn],
  ['times: blanks', ' '.repeat(50), 8000, timesIn],
  ['times: dashes', '10-', 8000, timesIn],
  ['times: words that open a phrase', 'the last ', 8000, timesIn],
  ['times: spoken numbers', 'twenty-five thousand and ', 8000, timesIn],
]

/** Milliseconds below which a time is noise. */
const NOISE_MS = 20

const repeat = (piece, times) => Array.from({ length: times }, (_, at) => piece.replace('#', at)).join('')

async function milliseconds(run, text) {
  const begun = performance.now()
  await run(text)
  return performance.now() - begun
}

for (const [what, piece, times, run] of CASES) {
  await run(repeat(piece, Math.ceil(times / 4)))
  const short = await milliseconds(run, repeat(piece, times))
  const long = await milliseconds(run, repeat(piece, 4 * times))
  const grows = long > 8 * Math.max(short, NOISE_MS)
  if (grows) process.exitCode = 1
  console.log(`${grows ? 'BAD' : 'ok '}  ${what}: ${short.toFixed(0)} ms, four times as much ${long.toFixed(0)} ms`)
}
