// Invented look-alikes: do reports of one event get into one incident, and do other events of one town and day, or without a place, stay apart?
// All are reconciled at once. groups.txt was measured while the weights of src/reconciling/compare/ were chosen, tuned-on.txt chose them.
// Build first: node benchmarks/look-alikes.mjs [--tuned-on] [--worst]

import { fileURLToPath } from 'node:url'
import { openDocument } from '../dist/intake/document.js'
import { read } from '../dist/pipeline.js'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { loadResources } from '../dist/resources.js'
import { bCubed, ceafE, f1, muc } from './coreference.mjs'
import { eventAt, parseGroups } from './look-alikes/groups.mjs'

const FILE = process.argv.includes('--tuned-on') ? 'tuned-on.txt' : 'groups.txt'
const groups = parseGroups(fileURLToPath(new URL(`look-alikes/${FILE}`, import.meta.url)))
const resources = await loadResources()
const readings = []
for (const { id, published, text } of groups.flatMap(({ reports }) => reports)) {
  const bytes = new TextEncoder().encode(JSON.stringify({ id, published, text }))
  readings.push(await read(await openDocument({ bytes, origin: id, mediaType: 'application/json' }), resources))
}

const incidentOf = new Map(
  reconcile(readings).flatMap(({ id, accounts }) =>
    accounts.flatMap(({ document, events }) => events.map((event) => [`${document} ${event}`, id])),
  ),
)

/** Each event that a report tells of, with the incident of the most of its mentions; null where the reader finds none. */
const items = groups.flatMap(({ id: group, reports }) =>
  reports.flatMap((report) => {
    const { articles } = readings.find(({ document }) => document.id === report.id)
    const mentions = articles.flatMap(({ events }) => events)
    return [...new Set(report.parts.map(([, event]) => event))].map((event) => {
      const own = mentions.filter(({ trigger }) => eventAt(report, trigger[0]) === event)
      const incidents = own.map(({ id }) => incidentOf.get(`${report.id} ${id}`))
      return { name: `${report.id} ${event}`, group, gold: `${group} ${event}`, incident: mostOf(incidents) }
    })
  }),
)

function mostOf(values) {
  const counts = new Map()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}

const clustersBy = (keyOf) => {
  const clusters = new Map()
  for (const item of items) clusters.set(keyOf(item), [...(clusters.get(keyOf(item)) ?? []), item.name])
  return [...clusters.values()]
}

const pairs = items.flatMap((one, at) => items.slice(at + 1).map((other) => ({ one, other })))
const joined = pairs.filter(({ one, other }) => one.incident !== null && one.incident === other.incident)
const same = pairs.filter(({ one, other }) => one.gold === other.gold)
const wrong = joined.filter(({ one, other }) => one.gold !== other.gold)
const right = joined.length - wrong.length
const [gold, predicted] = [clustersBy(({ gold }) => gold), clustersBy(({ name, incident }) => incident ?? name)]
const [m, b, c] = [muc, bCubed, ceafE].map((measure) => f1([measure(gold, predicted)]))
const percent = (value) => (100 * value).toFixed(1)

console.log(
  `${groups.length} groups, ${readings.length} reports, ${items.length} events told of, ${items.filter(({ incident }) => incident === null).length} not found by the reader`,
)
console.log(
  `pairs joined: ${joined.length}, right ${right} (${percent(right / joined.length)} %); of ${same.length} pairs of one event joined ${right} (${percent(right / same.length)} %)`,
)
console.log(
  `pairs of two events of one group joined: ${wrong.filter(({ one, other }) => one.group === other.group).length}; of two groups: ${wrong.filter(({ one, other }) => one.group !== other.group).length}`,
)
console.log(
  `B-cubed P ${percent(b.precision)} R ${percent(b.recall)} F1 ${percent(b.f1)}; CoNLL ${percent((m.f1 + b.f1 + c.f1) / 3)}`,
)

if (process.argv.includes('--worst')) {
  const textOf = ({ name }) => readings.find(({ document }) => document.id === name.split(' ')[0]).document.text
  for (const { one, other } of wrong)
    console.log(`\njoined, though two: ${one.name} | ${other.name}\n  ${textOf(one)}\n  ${textOf(other)}`)
  for (const { one, other } of same)
    if (!joined.some((pair) => pair.one === one && pair.other === other))
      console.log(`\napart, though one: ${one.name} | ${other.name}\n  ${textOf(one)}\n  ${textOf(other)}`)
}
