// ECB+ (Cybulska and Vossen, LREC 2014): do mentions of one event in many reports get into one incident? From raw text, with the lemma
// baseline beside it. Build first: it measures dist/. The corpus belongs to its publishers; FILES are dev.jsonl and train.jsonl.
//
//   node benchmarks/ecbplus.mjs inputs FILES | hearsay read --input ndjson --format ndjson --no-record > readings.ndjson
//   node benchmarks/ecbplus.mjs score readings.ndjson FILES
//
// `inputs --fit` gives the topics that the weights of src/reconciling/compare/ were chosen on instead; these are no measure.

import { readFileSync } from 'node:fs'
import { infinitiveOf, singularOf } from '../dist/language/lemma.js'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { bCubed, ceafE, f1, muc } from './coreference.mjs'
import { isFitted, KINDS, occurrencesIn, overlaps, readReports } from './ecbplus/reports.mjs'

function score(file, reports) {
  const readings = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  const byId = new Map(reports.map((report) => [report.id, report]))
  const incidents = reconcile(readings)
  const incidentOf = new Map(
    incidents.flatMap(({ id, accounts }) =>
      accounts.flatMap(({ document, events }) => events.map((event) => [`${document} ${event}`, id])),
    ),
  )
  const items = readings.flatMap((reading) => itemsOf(byId.get(reading.document.id), reading, incidentOf))
  const topics = new Set(items.map(({ topic }) => topic))
  const chosen = Object.entries(KINDS).map(([kind, numbers]) => [kind, numbers.filter((topic) => topics.has(topic))])
  for (const [kind, numbers] of [...chosen, ['all', [...topics]]])
    if (numbers.length > 0)
      report(
        kind,
        items.filter(({ topic }) => numbers.includes(topic)),
      )
  joined(items, byId, readings, incidents)
}

/** The actions of a report that annotators went through, each with the incident that Hearsay has for it, if any, and with its lemma. */
function itemsOf(report, { document, articles }, incidentOf) {
  const events = articles.flatMap(({ events }) => events)
  return occurrencesIn(report).map(({ id, text, spans, cluster }) => {
    const found = events.find(({ trigger }) => spans.some((span) => overlaps(span, trigger)))
    return {
      name: `${report.id} ${id}`,
      topic: report.topic,
      gold: `${report.topic} ${cluster}`,
      incident: found === undefined ? null : (incidentOf.get(`${document.id} ${found.id}`) ?? null),
      lemma: lemmaOf(text),
    }
  })
}

/** Of the first word that is not a small one; whether it is a noun or a verb is not known. */
function lemmaOf(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']
  const word = words.find((each) => !SMALL.has(each)) ?? words[0]
  return infinitiveOf(singularOf(word))
}

const SMALL = new Set('a an the to of in on was were is are be been being has have had will would'.split(' '))

const SYSTEMS = {
  'each mention alone': ({ name }) => name,
  'same lemma': ({ lemma }) => lemma,
  'same lemma and topic, which is given': ({ topic, lemma }) => `${topic} ${lemma}`,
  Hearsay: ({ name, incident }) => incident ?? name,
}

function report(kind, items) {
  const found = items.filter(({ incident }) => incident !== null)
  const topics = new Set(items.map(({ topic }) => topic)).size
  console.log(`\n${kind}: ${topics} topics, ${items.length} actions, ${found.length} of them found by Hearsay`)
  for (const [which, own] of [
    ['all actions', items],
    ['those found', found],
  ]) {
    console.log(`  ${which.padEnd(38)}    MUC   B3 P   B3 R  B3 F1  CEAFe  CoNLL`)
    for (const [name, keyOf] of Object.entries(SYSTEMS)) row(name, own, keyOf)
  }
}

function row(name, items, keyOf) {
  const [gold, predicted] = [clustersBy(items, ({ gold }) => gold), clustersBy(items, keyOf)]
  const [m, b, c] = [muc, bCubed, ceafE].map((measure) => f1([measure(gold, predicted)]))
  const cells = [m.f1, b.precision, b.recall, b.f1, c.f1, (m.f1 + b.f1 + c.f1) / 3]
  console.log(`  ${name.padEnd(38)}${cells.map((value) => (100 * value).toFixed(1).padStart(7)).join('')}`)
}

function clustersBy(items, keyOf) {
  const clusters = new Map()
  for (const item of items) clusters.set(keyOf(item), [...(clusters.get(keyOf(item)) ?? []), item.name])
  return [...clusters.values()]
}

/** Pairs of reports with an incident in common: are they on one event (a subtopic), and how many pairs with a gold event in common are found? */
function joined(items, byId, readings, incidents) {
  const pairs = (groups) =>
    new Set(
      groups.flatMap((group) =>
        [...new Set(group)].sort().flatMap((one, at, all) => all.slice(at + 1).map((other) => `${one} ${other}`)),
      ),
    )
  const goldPairs = pairs(clustersBy(items, ({ gold }) => gold).map((names) => names.map((name) => name.split(' ')[0])))
  const found = pairs(incidents.map(({ accounts }) => accounts.map(({ document }) => document)))
  const sameEvent = [...found].filter((pair) => new Set(pair.split(' ').map((id) => byId.get(id).subtopic)).size === 1)
  const recalled = [...goldPairs].filter((pair) => found.has(pair))
  console.log(
    `\n${readings.length} reports. Pairs with an incident in common: ${found.size}, on one event ${sameEvent.length} (${share(sameEvent.length, found.size)})`,
  )
  console.log(
    `Pairs with an annotated event in common: ${goldPairs.size}, with an incident in common ${recalled.length} (${share(recalled.length, goldPairs.size)})`,
  )
}

const share = (part, whole) => `${((100 * part) / whole).toFixed(1)} %`

const [command, ...rest] = process.argv.slice(2)

if (command === 'inputs') {
  const fit = rest.includes('--fit')
  for (const { id, topic, text } of readReports(rest.filter((file) => file !== '--fit')))
    if (isFitted(topic) === fit) console.log(JSON.stringify({ id, text }))
} else if (command === 'score') score(rest[0], readReports(rest.slice(1)))
else throw new Error('give "inputs FILES" or "score READINGS FILES"')
