// The labelled pairs in claims/ and readings of their reports -> how far the program's relations between claims are right:
//
//   node benchmarks/claims.mjs READINGS [--half 0|1] [--wrong]
//
// READINGS is NDJSON of readings whose ids are the keys of the texts (claims/README.md). Build first: it measures dist/. A pair whose claims the
// reader did not find counts as told to be nothing, so the figures are of the whole way from text to relation. --wrong lists pairs, of half 0 alone.

import { createReadStream, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { aspectsOf } from '../dist/reconciling/aspects/aspects.js'
import { chainMentions } from '../dist/reconciling/chain-mentions.js'
import { constraintsOf } from '../dist/reconciling/constraints.js'
import { mentionsOf } from '../dist/reconciling/mentions.js'

const { values: options, positionals } = parseArgs({
  options: { half: { type: 'string' }, wrong: { type: 'boolean' } },
  allowPositionals: true,
})
const [readingsFile] = positionals
const half = Number(options.half ?? 0)

const pairs = readFileSync(fileURLToPath(new URL('claims/pairs.jsonl', import.meta.url)), 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line))
  .filter((pair) => pair.half === half)

const NO_CONSTRAINTS = constraintsOf([])
const texts = new Map()
for await (const line of createInterface({ input: createReadStream(readingsFile) })) {
  if (!line) continue
  const reading = JSON.parse(line)
  const chains = mentionsOf(reading).flatMap((mentions) => chainMentions(mentions, NO_CONSTRAINTS))
  texts.set(reading.document.id, { text: reading.document.text, chains })
}

const ASPECTS = {
  happened: ['status'],
  actor: ['actor'],
  victim: ['recipient'],
  killed: ['count:killed'],
  injured: ['count:injured'],
  detained: ['count:detained', 'count:abducted'],
  missing: ['count:missing'],
  displaced: ['count:displaced'],
  means: ['instrument'],
  place: ['place'],
  time: ['time'],
}

const touch = ([from, to], [start, end]) => from < end && start < to

/** What the article tells of the events in the sentence of a claim, as an account of its own. */
function accountOf({ text, sentence }, originNumber) {
  const chains = (texts.get(text)?.chains ?? []).filter(({ mentions }) =>
    mentions.some(({ trigger }) => touch(trigger, sentence)),
  )
  const chained = chains.flatMap(({ mentions }) => mentions)
  const beside = chained.filter(({ trigger }) => touch(trigger, sentence))
  const sources = new Set(beside.map(({ origin }) => `${origin.kind} ${origin.label}`))
  const mentions = chained.filter(({ origin }) => sources.has(`${origin.kind} ${origin.label}`))
  if (mentions.length === 0) return null
  const [first] = mentions
  return {
    document: text,
    article: 1,
    event: first.event,
    events: mentions.map(({ event }) => event),
    sentence: first.sentenceText,
    statement: first.statement,
    origin: first.origin.label,
    originNumber,
    originKind: 'named',
    chain: [],
    basis: 'first-hand',
    ...(first.published === undefined ? {} : { published: first.published }),
    mentions,
    chains,
  }
}

/** contradictory, revised, same, compatible or not-comparable; missed where a claim was not found. */
function relationOf({ question, one, other, sameSource }) {
  const [a, b] = [accountOf(one, 0), accountOf(other, sameSource ? 0 : 1)]
  if (!a || !b) return 'missed'
  // Of one article what is not told as one event is not compared.
  if (one.text === other.text && !a.chains.some((chain) => b.chains.includes(chain))) return 'not-comparable'
  for (const aspect of aspectsOf([a, b]).aspects.filter(({ name }) => ASPECTS[question].includes(name))) {
    const own = (claim, account, { span, sentence }) =>
      claim.account === account && (touch(claim.span, span) || (question === 'happened' && touch(claim.span, sentence)))
    const [ones, others] = [
      aspect.claims.filter((claim) => own(claim, 0, one)),
      aspect.claims.filter((claim) => own(claim, 1, other)),
    ]
    if (ones.length === 0 || others.length === 0) continue
    const at = (claim) => aspect.claims.indexOf(claim)
    const isDisputed = ones.some((left) =>
      others.some((right) =>
        aspect.disputes.some(({ claims }) => claims.includes(at(left)) && claims.includes(at(right))),
      ),
    )
    if (isDisputed) return 'contradictory'
    if (ones.some(({ revised }) => revised)) return 'revised'
    const isSame = aspect.values.some(({ accounts }) => accounts.includes(0) && accounts.includes(1))
    return isSame ? 'same' : aspect.state === 'agreed' ? 'compatible' : 'not-comparable'
  }
  return 'missed'
}

const judged = pairs.map((pair) => ({ pair, found: relationOf(pair) }))
const percent = (value) => (100 * value).toFixed(1).padStart(6)

function row(name, isGold, isFound, among = judged) {
  const right = among.filter(({ pair, found }) => isGold(pair.relation) && isFound(found)).length
  const told = among.filter(({ found }) => isFound(found)).length
  const there = among.filter(({ pair }) => isGold(pair.relation)).length
  console.log(
    `${name.padEnd(34)} precision ${percent(right / told)} (${right} of ${told})  recall ${percent(right / there)} (${right} of ${there})`,
  )
}

const contradictory = (relation) => relation === 'contradictory'
const agreeing = (relation) => relation === 'same' || relation === 'compatible'
const both = judged.filter(({ found }) => found !== 'missed')
console.log(`${judged.length} pairs, both claims found in ${both.length}`)
row('contradictory', contradictory, contradictory)
row('same or compatible', agreeing, agreeing)
console.log('\nwhere both claims were found:')
row('contradictory', contradictory, contradictory, both)
row('same or compatible', agreeing, agreeing, both)
for (const question of Object.keys(ASPECTS))
  row(
    `contradictory: ${question}`,
    contradictory,
    contradictory,
    judged.filter(({ pair }) => pair.question === question),
  )

if (options.wrong && half === 0)
  for (const { pair, found } of judged) {
    if (contradictory(found) === contradictory(pair.relation)) continue
    const said = ({ text, span, sentence }) => {
      const { text: whole = '' } = texts.get(text) ?? {}
      return `${whole.slice(sentence[0], span[0])}[${whole.slice(...span)}]${whole.slice(span[1], sentence[1])}`.replaceAll(
        '\n',
        ' ',
      )
    }
    console.log(
      `\n${pair.id} ${pair.question}: ${pair.relation}, found ${found}${pair.sameSource ? ' (one source)' : ''}`,
    )
    console.log(`  ${said(pair.one)}\n  ${said(pair.other)}`)
  }
