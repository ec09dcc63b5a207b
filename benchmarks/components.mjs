// Readings of real reports -> how the largest component and the largest incident grow with the record. A component is what one more report may
// make reconciling cluster again, so its share of all event chains must fall as the record grows.
//
//   node benchmarks/components.mjs READINGS.ndjson...      after npm run build; the reports in an order by their hash, at 250, 500, ...
//   node benchmarks/components.mjs --largest 10 READINGS.ndjson...      and the largest incidents of all, for reading
//   node benchmarks/components.mjs --at 4006,40000 READINGS.ndjson...   components alone, of so many, exchanged (exchange.mjs), by way of files

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { affectedComponents } from '../dist/reconciling/component.js'
import { constraintsOf } from '../dist/reconciling/constraints.js'
import { openMatchStore } from '../dist/reconciling/match-store.js'
import { updateIncidents } from '../dist/reconciling/reconcile.js'
import { titleOf } from '../dist/record/incidents/title.js'

const { values: options, positionals } = parseArgs({
  options: { largest: { type: 'string' }, at: { type: 'string' } },
  allowPositionals: true,
})
const percent = (part, whole) => ((100 * part) / whole).toFixed(1)

if (options.at) {
  console.log('| reports | chains | components of several | largest, chains | next | processor s | peak MB |')
  console.log('|---|---|---|---|---|---|---|')
  for (const count of options.at.split(',')) await componentsAt(Number(count))
  process.exit()
}

const hashOf = ({ document }) => createHash('sha256').update(document.id).digest('hex')
const readings = positionals
  .flatMap((file) => readFileSync(file, 'utf8').split('\n').filter(Boolean))
  .map((line) => JSON.parse(line))
  .map((reading) => ({ reading, hash: hashOf(reading) }))
  .sort((a, b) => (a.hash < b.hash ? -1 : 1))
  .map(({ reading }) => reading)

const store = openMatchStore()
const incidents = new Map()

function add(reports) {
  const changes = reports.map((reading) => ({ id: reading.document.id, reading }))
  const { removed, added } = updateIncidents(store, changes)
  for (const id of removed) incidents.delete(id)
  for (const incident of added) incidents.set(incident.id, incident)
}

/** What there is of so many reports; the last of them was added alone. */
function measure(count, seconds, lastMs) {
  const keys = [...store.documents()].flatMap(([, { chains }]) => chains.map(({ key }) => key))
  const components = [...affectedComponents(keys, store, constraintsOf([]))].map(
    ({ parts }) => parts.flatMap(({ chains }) => chains).length,
  )
  const largest = components.reduce((most, size) => Math.max(most, size), 0)
  const [most] = [...incidents.values()].map(sizeOf).sort((a, b) => b.reports - a.reports || b.mentions - a.mentions)
  const cells = [
    count,
    keys.length,
    ([...store.allPairs()].length / keys.length).toFixed(1),
    `${largest} (${percent(largest, keys.length)} %)`,
    `${most.reports} / ${most.mentions}`,
    incidents.size,
    seconds.toFixed(1),
    lastMs.toFixed(0),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}

const sizeOf = ({ accounts }) => ({
  reports: new Set(accounts.map(({ document }) => document)).size,
  mentions: accounts.reduce((sum, { events }) => sum + events.length, 0),
})

console.log(
  '| reports | chains | pairs a chain | largest component | largest incident: reports, mentions | incidents | processor s | one report more, ms |',
)
const counts = []
for (let count = 250; count < readings.length; count *= 2) counts.push(count)
counts.push(readings.length)
const secondsUsed = () => process.cpuUsage().user / 1e6
let done = 0
let used = 0
for (const count of counts) {
  const begun = secondsUsed()
  add(readings.slice(done, count - 1))
  const before = secondsUsed()
  add(readings.slice(count - 1, count))
  const after = secondsUsed()
  done = count
  used += after - begun
  measure(count, used, 1000 * (after - before))
}

const textOf = new Map(readings.map(({ document }) => [document.id, document]))
const ranked = [...incidents.values()].sort((a, b) => sizeOf(b).reports - sizeOf(a).reports || (a.id < b.id ? -1 : 1))
for (const incident of ranked.slice(0, Number(options.largest ?? 0))) {
  const { reports, mentions } = sizeOf(incident)
  console.log(`\n## ${titleOf(incident)} [${incident.id}] ${reports} reports, ${mentions} mentions`)
  console.log(`${JSON.stringify(incident.time)} ${incident.place?.name} ${incident.place?.country}`)
  for (const { document, sentence } of incident.accounts.toSorted((a, b) => (a.document < b.document ? -1 : 1))) {
    const { outlet, published } = textOf.get(document)
    console.log(`- ${document} ${outlet ?? ''} ${published ?? ''}: ${sentence}`)
  }
}

async function componentsAt(count) {
  const { exchanged } = await import('./exchange.mjs')
  const { openClosestOfAll } = await import('../dist/reconciling/closest-of-all.js')
  const { openGroups } = await import('../dist/reconciling/numbered-groups.js')
  const { compareAll, comparisonsOf } = await import('../dist/record/shelf/comparisons.js')
  const { openFileShelf } = await import('../dist/record/shelf/file-shelf.js')
  const { packReading } = await import('../dist/record/shelf/packed-document.js')
  const before = process.cpuUsage()
  const shelf = openFileShelf()
  for await (const line of exchanged(positionals, count)) shelf.putPacked(packReading(JSON.parse(line)))
  const numbered = shelf.number()
  const closest = openClosestOfAll(numbered.count)
  for (const piece of comparisonsOf(numbered)) {
    const { chains, scores } = compareAll(piece)
    for (const [at, score] of scores.entries()) closest.offer(chains[2 * at], chains[2 * at + 1], score)
  }
  const groups = openGroups(numbered.count)
  for (let chain = 0; chain < numbered.count; chain++)
    for (const { one, other } of closest.connecting(chain)) groups.link(one, other)
  const sizes = Array.from(groups.groups(), ({ length }) => length).sort((a, b) => b - a)
  shelf.close()
  const used = process.cpuUsage(before)
  const cells = [
    count,
    numbered.count,
    sizes.filter((size) => size > 1).length,
    `${sizes[0]} (${percent(sizes[0], numbered.count)} %)`,
    sizes.slice(1, 6).join(', '),
    ((used.user + used.system) / 1e6).toFixed(0),
    (process.resourceUsage().maxRSS / 1024).toFixed(0),
  ]
  console.log(`| ${cells.join(' | ')} |`)
}
