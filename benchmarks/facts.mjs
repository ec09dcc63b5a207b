// Real events told by rival reports, and what an editor would write down of each (facts/) -> how many of these facts the incidents have right:
//
//   node benchmarks/facts.mjs inputs CORPORA [--half a|b]      the reports, one JSON a line, for `hearsay read`
//   node benchmarks/facts.mjs READINGS [--half a|b] [--worst]  the score of their readings
//
// CORPORA is the folder of the evaluation sets; reports are named by the hash of their text. Build first: it measures dist/.
// --worst lists the facts that are wrong, of half a alone: half b tells how well what was mended on half a carries over.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { titleOf } from '../dist/record/incidents/title.js'

const { values: options, positionals } = parseArgs({
  options: { half: { type: 'string', default: 'a' }, worst: { type: 'boolean' } },
  allowPositionals: true,
})
const { half } = options
const { events, noise } = JSON.parse(
  readFileSync(fileURLToPath(new URL(`facts/half-${half}.json`, import.meta.url)), 'utf8'),
)
const linesOf = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean)

/** Each report once, with the day that facts/ gives it where the corpus knows none or a wrong one. */
function writeInputs(corpora) {
  const stored = new Map()
  for (const file of ['wire-reports/reports', 'ecbplus/train', 'ecbplus/dev'])
    for (const line of linesOf(`${corpora}/${file}.jsonl`)) {
      const report = JSON.parse(line)
      stored.set(`${file.split('/')[0]}/${createHash('sha256').update(report.text).digest('hex')}`, report)
    }
  const named = [...events.flatMap(({ reports }) => reports), ...noise]
  for (const [key, day] of new Map(named.map(({ text, published }) => [text, published]))) {
    const report = stored.get(key)
    if (!report) throw new Error(`no report in ${corpora} has the text ${key}`)
    const { title, outlet, published, text } = report
    console.log(JSON.stringify({ id: key, title: title ?? undefined, outlet, published: day ?? published, text }))
  }
}

const told = (incident, { reports }) =>
  reports.filter(({ text }) => incident.accounts.some(({ document }) => document === text))
const onDay = ({ time }, { day }) => time !== null && time.start <= day && day <= time.end
const matches = (words, text) => new RegExp(words, 'iu').test(text)

/** The incident that stands for an event: of its kind, with most of its reports, of the day and the place. */
function standingFor(event, incidents) {
  const worth = (one) => told(one, event).length + (onDay(one, event) ? 0.5 : 0) + (placed(one, event) ? 0.25 : 0)
  const ofKind = ({ type }) => event.kinds.includes(type)
  const [best] = incidents
    .filter((one) => told(one, event).length > 0)
    .sort((a, b) => ofKind(b) - ofKind(a) || worth(b) - worth(a) || (a.id < b.id ? -1 : 1))
  return best
}

const placed = ({ place }, event) => place !== null && matches(event.place, place.name)

/** One row for each fact: its kind, whether it is right, and what was found instead. */
function factsOf(event, incidents) {
  const incident = standingFor(event, incidents)
  const rows = []
  const fact = (kind, right, wanted, found) => rows.push({ kind, right: Boolean(right), wanted, found })
  const found = incident ? told(incident, event).map(({ text }) => text) : []
  for (const { text } of event.reports) fact('joined', found.includes(text), text, 'elsewhere')
  const own = new Set([...event.reports.map(({ text }) => text), ...(event.passing ?? [])])
  const strangers = new Set(incident?.accounts.map(({ document }) => document).filter((one) => !own.has(one)))
  fact('nothing else', incident && strangers.size === 0, 'no other report', [...strangers])
  fact('kind', incident && event.kinds.includes(incident.type), event.kinds, incident?.type)
  fact('place', incident && placed(incident, event), event.place, incident?.place?.name)
  if (event.country)
    fact('country', incident?.place?.country === event.country, event.country, incident?.place?.country)
  const days = incident?.time && (Date.parse(incident.time.end) - Date.parse(incident.time.start)) / 86_400_000
  fact('day', incident && onDay(incident, event) && days <= 1, event.day, incident?.time)
  const values = (name) =>
    (incident?.aspects.find((aspect) => aspect.name === name)?.values ?? []).map((value) => ({
      ...value,
      voices: value.accounts.map((at) => incident.accounts[at]),
    }))
  for (const { count, number, voice } of event.tolls ?? []) {
    const tolls = values(`count:${count}`)
    const right = tolls.some(
      ({ low, high, part, voices }) =>
        !part &&
        (low === number || (high === null && low === number + 1)) &&
        voices.some(({ origin }) => matches(voice, origin)),
    )
    fact(
      'toll',
      right,
      `${number} ${count} (${voice})`,
      tolls.map(({ value, voices }) => `${value}: ${voices.map(({ origin }) => origin)}`),
    )
  }
  const actors = values('actor').filter(({ denied }) => !denied)
  for (const { value } of actors) fact('actor clean', matches(event.actors, value), event.actors, value)
  for (const [party, voice] of event.named ?? [])
    fact(
      'actor named',
      actors.some(({ value, voices }) => matches(party, value) && voices.some(({ origin }) => matches(voice, origin))),
      `${party} (${voice})`,
      actors.map(({ value, voices }) => `${value}: ${voices.map(({ origin }) => origin)}`),
    )
  const disputed = (incident?.aspects ?? []).filter(({ state }) => state === 'disputed')
  const wanted = event.disputed ?? []
  for (const { name, disputes } of disputed)
    fact('dispute real', [...wanted, ...(event.arguable ?? [])].includes(name), wanted, `${name}: ${disputes[0]?.why}`)
  for (const name of wanted)
    fact(
      'dispute found',
      disputed.some((aspect) => aspect.name === name),
      name,
      'not disputed',
    )
  const [low, high] = event.origins
  const origins = incident?.origins ?? 0
  fact('origins', low <= origins && origins <= high, `${low} to ${high}`, origins)
  return { event, title: incident && titleOf(incident), rows }
}

function score(readings) {
  const incidents = reconcile(readings).filter(({ follows }) => !follows)
  const results = events.map((event) => factsOf(event, incidents))
  const all = results.flatMap(({ rows }) => rows)
  const line = (name, rows) => {
    const right = rows.filter(({ right }) => right).length
    console.log(
      `${name.padEnd(14)}${String(right).padStart(4)} of ${String(rows.length).padStart(3)}  ${((100 * right) / rows.length).toFixed(1).padStart(5)}`,
    )
  }
  for (const kind of new Set(all.map(({ kind }) => kind)))
    line(
      kind,
      all.filter((row) => row.kind === kind),
    )
  line('all', all)

  if (options.worst && half === 'a')
    for (const { event, title, rows } of results) {
      console.log(`\n${event.id}: ${title}`)
      for (const { kind, wanted, found } of rows.filter(({ right }) => !right))
        console.log(`  ${kind}: ${JSON.stringify(wanted)} but ${JSON.stringify(found)}`)
    }
}

if (positionals[0] === 'inputs') writeInputs(positionals[1])
else score(linesOf(positionals[0]).map((line) => JSON.parse(line)))
