// Readings of real reports -> as many as are asked for, each copy of the whole with other names, words, places, countries and days, so that copies
// have no more in common than strangers, and lengths, entities, times, tolls and near-copies stay those of the real ones.
//
//   node benchmarks/exchange.mjs --count 100000 READINGS.ndjson... > many.ndjson      after npm run build
//   node benchmarks/exchange.mjs --statistics READINGS.ndjson...                      what they are like, in a table
//
// Spans stay what they are: a word is exchanged for another of its length, letter for letter. Words that tell nothing, and those by which comparison
// knows kinds of people, sites and weapons, stay. Places are turned about the earth's axis and mirrored at the equator, so distances stay.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ANYBODY, PEOPLE, THINGS, WEAPONS } from '../dist/reconciling/compare/classes.js'
import { COMMON } from '../dist/reconciling/compare/common-words.js'
import { isSite } from '../dist/reconciling/compare/sites.js'
import { wordNumbers } from '../dist/reconciling/words.js'

const KEPT = new Set([...COMMON, ...ANYBODY, ...THINGS, ...PEOPLE.keys(), ...WEAPONS.keys()])
const COUNTRIES = readCountries()
/** Days, about as many as two archives span. */
const YEARS = 12 * 365

/** @returns a reading of the real ones -> that of this copy */
export function exchanger(copy) {
  if (copy === 0) return (reading) => reading
  const dice = diceOf(copy)
  const letters = new Map([...shuffled('aeiou', dice), ...shuffled('bcdfghjklmnpqrstvwxyz', dice)])
  const countries = new Map(shuffled(COUNTRIES, dice))
  const turn = dice() * 360
  const mirror = dice() < 0.5 ? -1 : 1
  const days = Math.floor(dice() * YEARS)
  const words = new Map()
  const wordFor = (word) => {
    const known = words.get(word) ?? exchangeWord(word, letters)
    words.set(word, known)
    return known
  }
  const inText = (text) => text.replace(/\p{L}+/gu, wordFor)
  const onDay = (day) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
  const shifted = (value) => value.replace(/^\d{4}-\d\d-\d\d/, onDay)
  const place = (found) => ({
    ...found,
    lat: mirror * found.lat,
    lon: Number((((found.lon + turn + 540) % 360) - 180).toFixed(5)),
    ...(found.country === undefined ? {} : { country: countries.get(found.country) ?? found.country }),
    ...(found.admin1 === undefined ? {} : { admin1: inText(found.admin1) }),
    ...(found.geonameId === undefined ? {} : { geonameId: found.geonameId + copy * 100_000_000 }),
  })
  /** By the name of a field, wherever it stands. */
  const CHANGES = {
    name: inText,
    office: inText,
    of: inText,
    outlet: inText,
    text: inText,
    country: (code) => countries.get(code) ?? code,
    start: shifted,
    end: shifted,
    place: (found) => (typeof found === 'object' ? place(found) : /^a\d+\.e\d+$/.test(found) ? found : inText(found)),
    published: (found) => ({ ...found, value: shifted(found.value) }),
    value: (value) => (typeof value === 'string' ? shifted(value) : value),
  }
  const exchange = (value) => {
    if (Array.isArray(value)) return typeof value[0] === 'number' ? value : value.map(exchange)
    if (typeof value !== 'object' || value === null) return value
    const changed = {}
    for (const key in value) {
      const change = CHANGES[key]
      changed[key] = change && value[key] !== null ? change(value[key]) : exchange(value[key])
    }
    return changed
  }
  return (reading) => {
    const { document, articles, ...rest } = reading
    const text = inText(document.text)
    const sha256 = createHash('sha256').update(text).digest('hex')
    return {
      ...rest,
      document: { ...document, id: `${document.id}~${copy}`, sha256, text },
      articles: articles.map(exchange),
    }
  }
}

/** "Killed" stays, "Aleppo" becomes "Ilukku": its letters, but for an ending that comparison cuts off. */
function exchangeWord(word, letters) {
  if (wordNumbers(word).length === 0) return word
  if (wordNumbers(word).some((number) => KEPT.has(number)) || isSite(word.toLowerCase())) return word
  const [, stem, ending] = /^(.*?)(ings?|ed|es|s|ly)?$/u.exec(word) ?? [word, word, '']
  const exchanged = stem.replace(/[a-z]/gi, (letter) => {
    const other = letters.get(letter.toLowerCase())
    return letter === letter.toLowerCase() ? other : other.toUpperCase()
  })
  return exchanged + (ending ?? '')
}

function* shuffled(items, dice) {
  const others = [...items]
  for (let at = others.length - 1; at > 0; at--) {
    const there = Math.floor(dice() * (at + 1))
    ;[others[at], others[there]] = [others[there], others[at]]
  }
  for (const [at, item] of [...items].entries()) yield [item, others[at]]
}

function readCountries() {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  return letters.flatMap((one) => letters.map((two) => one + two)).filter((code) => names.of(code) !== undefined)
}

/** Mulberry32, by Tommy Ettinger (public domain). */
function diceOf(seed) {
  let state = Math.imul(seed, 0x9e3779b9) >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export async function* linesOf(files) {
  for (const file of files)
    for await (const line of createInterface({ input: createReadStream(file) })) if (line) yield line
}

/** The readings again and again, until there are so many. */
export async function* exchanged(files, count) {
  for (let copy = 0, made = 0; made < count; copy++) {
    const exchange = exchanger(copy)
    for await (const line of linesOf(files)) {
      if (made++ >= count) return
      yield copy === 0 ? line : JSON.stringify(exchange(JSON.parse(line)))
    }
  }
}

/** Of so many at most, each in a few numbers. */
async function statistics(lines) {
  const { articleShinglesOf } = await import('../dist/reconciling/article-shingles.js')
  const { isReprint } = await import('../dist/reconciling/reprints.js')
  const rows = new Map()
  const add = (name, value) => rows.set(name, [...(rows.get(name) ?? []), value])
  const byShingle = new Map()
  let [reports, copies, undated, placed, timed, events] = [0, 0, 0, 0, 0, 0]
  for await (const line of lines) {
    const reading = JSON.parse(line)
    reports++
    const all = (pick) => reading.articles.flatMap(pick)
    add('words', reading.document.text.split(/\s+/).length)
    add('bytes of JSON', line.length)
    add('events', all((article) => article.events).length)
    add('statements', all((article) => article.statements).length)
    add('entities', all((article) => article.entities).length)
    add('times', all((article) => article.times).length)
    add('counts', all((article) => article.counts).length)
    if (!all((article) => article.published ?? []).length) undated++
    for (const event of all((article) => article.events)) {
      events++
      if (event.place) placed++
      if (event.time) timed++
    }
    const own = articleShinglesOf(reading).map(({ numbers }) => numbers)
    const others = new Set(own.flatMap((numbers) => [...numbers].flatMap((number) => byShingle.get(number) ?? [])))
    if (own.some((numbers) => [...others].some((other) => isReprint(numbers, other)))) copies++
    for (const numbers of own)
      for (const number of [...numbers].sort((a, b) => a - b).slice(0, 8)) byShingle.set(number, numbers)
  }
  const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]
  console.log(
    `${reports} reports; % without a date ${percent(undated, reports)}; % near-copies of an earlier one ${percent(copies, reports)}; % of events with a place ${percent(placed, events)}, a time ${percent(timed, events)}`,
  )
  console.log('| of a report | mean | median | 90 % below | most |\n|---|---|---|---|---|')
  for (const [name, values] of rows) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    console.log(`| ${name} | ${mean.toFixed(1)} | ${at(values, 0.5)} | ${at(values, 0.9)} | ${at(values, 1)} |`)
  }
}

const percent = (part, whole) => ((100 * part) / whole).toFixed(1)

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    options: { count: { type: 'string' }, statistics: { type: 'boolean' } },
    allowPositionals: true,
  })
  if (values.statistics)
    await statistics(values.count ? exchanged(positionals, Number(values.count)) : linesOf(positionals))
  else
    for await (const line of exchanged(positionals, Number(values.count ?? 1000)))
      if (!process.stdout.write(`${line}\n`)) await new Promise((done) => process.stdout.once('drain', done))
}
