// The labelled groups in accounts/ -> scores for incidents, origins and disputes: node benchmarks/accounts.mjs [--half 0|1] [--worst].
// Build first: it measures dist/.

import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { openDocument } from '../dist/intake/document.js'
import { read } from '../dist/pipeline.js'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { loadResources } from '../dist/resources.js'
import { ownWordsOf } from './accounts/own-words.mjs'
import { bCubed, ceafE, f1, muc } from './coreference.mjs'

const { values: options } = parseArgs({ options: { half: { type: 'string' }, worst: { type: 'boolean' } } })
const FOLDER = fileURLToPath(new URL('accounts/', import.meta.url))
const resources = await loadResources()

const groups = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .flatMap((name) => JSON.parse(readFileSync(FOLDER + name, 'utf8')))
  .filter((_, at) => options.half === undefined || at % 2 === Number(options.half))

const outcomes = []
for (const group of groups) outcomes.push(await outcomeOf(group))

/** A group read and reconciled by itself, its gold and its predicted clusters over the accounts that gold names. */
async function outcomeOf(group) {
  const readings = []
  for (const { id, outlet, published, text } of group.reports) {
    const bytes = new TextEncoder().encode(JSON.stringify({ id: `${group.id}/${id}`, outlet, published, text }))
    readings.push(await read(await openDocument({ bytes, origin: id, mediaType: 'application/json' }), resources))
  }
  const incidents = reconcile(readings)
  const accounts = group.incidents.flatMap((incident, gold) =>
    incident.accounts.map((name) => ({ name, gold, incident: holding(name, group, readings, incidents) })),
  )
  const named = group.incidents.map((_, gold) => accounts.filter((one) => one.gold === gold).map(({ name }) => name))
  const apart = new Map()
  for (const { name, incident } of accounts) {
    const key = incident?.id ?? `missed ${name}`
    apart.set(key, [...(apart.get(key) ?? []), name])
  }
  return {
    group,
    accounts,
    gold: named,
    predicted: [...apart.values()],
    disputes: disputesOf(group, accounts),
    origins: originsOf(group, accounts),
  }
}

/** The incident with a mention whose trigger touches that of the account. */
function holding(name, { id: group, reports }, readings, incidents) {
  const [, report, words, nth = '1'] = /^([^:]+): (.*?)(?:#(\d+))?$/.exec(name)
  const { text } = reports.find(({ id }) => id === report)
  let start = -1
  for (let times = 0; times < Number(nth); times++) start = text.indexOf(words, start + 1)
  if (start < 0) throw new Error(`${group}: no "${words}" in ${report}`)
  const reading = readings.find(({ document }) => document.id === `${group}/${report}`)
  const events = reading.articles
    .flatMap(({ events }) => events)
    .filter(({ trigger }) => trigger[0] < start + words.length && start < trigger[1])
    .map((event) => event.id)
  return incidents.find(({ accounts }) =>
    accounts.some(
      (account) => account.document === reading.document.id && account.events.some((event) => events.includes(event)),
    ),
  )
}

/** Predicted incidents that hold most of a gold one's accounts stand for it. */
function standingFor(gold, accounts) {
  const found = new Map()
  for (const { gold: own, incident } of accounts)
    if (incident) found.set(incident, [...(found.get(incident) ?? []), own])
  return [...found]
    .filter(([, owners]) => owners.filter((own) => own === gold).length * 2 > owners.length)
    .map(([incident]) => incident)
}

function disputesOf(group, accounts) {
  return group.incidents.map(({ disputed = [] }, gold) => {
    const predicted = new Set(
      standingFor(gold, accounts).flatMap(({ aspects }) =>
        aspects.filter(({ state }) => state === 'disputed').map(({ name }) => name),
      ),
    )
    return { gold: disputed, predicted: [...predicted] }
  })
}

/** Gold's number of origins, with and without the outlets' own words, beside that of the predicted incident with most of them. */
function originsOf(group, accounts) {
  return group.incidents.map((incident, gold) => ({
    gold: incident.origins,
    atFirstHand: incident.origins - ownWordsOf(group, incident) || incident.origins,
    predicted: Math.max(0, ...standingFor(gold, accounts).map((incident) => incident.origins)),
    withVoices: Math.max(0, ...standingFor(gold, accounts).map(countWithVoices)),
  }))
}

/** Gold counts an outlet that names nobody as an origin, too; the incidents do so only where nobody has it at first hand. */
function countWithVoices({ accounts }) {
  return new Set(accounts.filter(({ basis }) => basis !== 'reaction').map(({ originNumber }) => originNumber)).size
}

const percent = (value) => (100 * value).toFixed(1).padStart(6)
const sum = (values) => values.reduce((all, value) => all + value, 0)

function row(name, chosen) {
  const [m, b, c] = [muc, bCubed, ceafE].map((measure) =>
    f1(chosen.map(({ gold, predicted }) => measure(gold, predicted))),
  )
  console.log(
    `${name.padEnd(10)}${String(chosen.length).padStart(4)}  ${percent(m.f1)}${percent(b.precision)}${percent(b.recall)}${percent(b.f1)}${percent(c.f1)}${percent((m.f1 + b.f1 + c.f1) / 3)}`,
  )
}

console.log('clusters  groups    MUC   B3 P   B3 R  B3 F1  CEAFe  CoNLL')
for (const kind of [...new Set(groups.map(({ kind }) => kind))].sort())
  row(
    kind,
    outcomes.filter(({ group }) => group.kind === kind),
  )
row('all', outcomes)
const accounts = outcomes.flatMap((outcome) => outcome.accounts)
console.log(`\nmentions found: ${accounts.filter(({ incident }) => incident).length} of ${accounts.length}`)
const disputes = outcomes.flatMap((outcome) => outcome.disputes)
const right = sum(disputes.map(({ gold, predicted }) => predicted.filter((name) => gold.includes(name)).length))
const [told, there] = [
  sum(disputes.map(({ predicted }) => predicted.length)),
  sum(disputes.map(({ gold }) => gold.length)),
]
console.log(
  `disputes: precision ${percent(right / told)} (${right} of ${told}), recall ${percent(right / there)} (${right} of ${there})`,
)
const origins = outcomes.flatMap((outcome) => outcome.origins)
console.log(
  `origins: ${origins.filter(({ atFirstHand, predicted }) => atFirstHand === predicted).length} of ${origins.length} incidents have the number right (outlets' own words left out of gold's number); ${origins.filter(({ gold, predicted }) => gold === predicted).length} by gold as it stands; ${origins.filter(({ gold, withVoices }) => gold === withVoices).length} by gold as it stands, with own words and media counted`,
)

if (options.worst)
  for (const { group, gold, predicted, disputes, origins, accounts: own } of outcomes) {
    const same =
      JSON.stringify(gold.map((one) => one.toSorted()).toSorted()) ===
      JSON.stringify(predicted.map((one) => one.toSorted()).toSorted())
    const agreed = disputes.every(
      ({ gold, predicted }) => JSON.stringify(gold.toSorted()) === JSON.stringify(predicted.toSorted()),
    )
    if (same && agreed) continue
    console.log(`\n${group.id} (${group.kind}): ${group.why}`)
    for (const { id, text, published } of group.reports)
      console.log(`  ${id} ${published}: ${text.replaceAll('\n', ' / ')}`)
    console.log(`  gold      ${gold.map((one) => `{${one.join('; ')}}`).join(' ')}`)
    console.log(`  predicted ${predicted.map((one) => `{${one.join('; ')}}`).join(' ')}`)
    console.log(
      `  missed    ${own
        .filter(({ incident }) => !incident)
        .map(({ name }) => name)
        .join('; ')}`,
    )
    console.log(`  disputes  ${JSON.stringify(disputes)} origins ${JSON.stringify(origins)}`)
  }
