// What listed incidents of real reports state, one value a line, each judged right or wrong by a person (cells/):
//
//   node benchmarks/cells.mjs draw READINGS SEED BUNDLES   the bundles of reports that a seed draws, and what their incidents state, to be judged
//   node benchmarks/cells.mjs score READINGS [--half 0|1]  how many of the judged values are right, of all and of those that are shown
//
// READINGS are those of wire-reports. Build first: it measures dist/.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { reconcile } from '../dist/reconciling/reconcile.js'
import { isListed } from '../dist/record/incidents/listed.js'
import { titleOf } from '../dist/record/incidents/title.js'

const FOLDER = fileURLToPath(new URL('cells/', import.meta.url))
const REPORTS_A_BUNDLE = 4
const MAX_DAYS = 3
const MIN_SHARED = 4

const { values: options, positionals } = parseArgs({
  options: { half: { type: 'string' } },
  allowPositionals: true,
})
const [task, path, ...rest] = positionals
const linesOf = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean)
const hash = (text) => createHash('sha256').update(text).digest('hex')
const readings = linesOf(path).map((line) => JSON.parse(line))
export const keyOf = ({ document }) => hash(document.text).slice(0, 12)

/** Words that are rare among the reports say what one is about. */
function wordsOf({ document }) {
  return new Set(document.text.slice(0, 600).match(/\p{Lu}\p{L}{3,}/gu) ?? [])
}

/** Bundles of reports that share names and are few days apart, so that there is something to join. */
export function draw(seed, bundles, isTaken) {
  const free = readings
    .filter((reading) => !isTaken(keyOf(reading)))
    .map((reading) => ({ reading, words: wordsOf(reading) }))
  const counts = new Map()
  for (const { words } of free) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const one of free) one.words = new Set([...one.words].filter((word) => counts.get(word) < free.length / 12))
  const order = free.toSorted((a, b) =>
    hash(`${seed} ${keyOf(a.reading)}`) < hash(`${seed} ${keyOf(b.reading)}`) ? -1 : 1,
  )
  const drawn = new Set()
  const found = []
  for (const first of order) {
    if (found.length === bundles) break
    if (
      drawn.has(first) ||
      !first.reading.articles.some(({ events }) => events.filter(({ type }) => type === 'ASSAULT').length > 1)
    )
      continue
    const near = order
      .filter((other) => other !== first && !drawn.has(other) && daysApart(first.reading, other.reading) <= MAX_DAYS)
      .map((other) => ({ other, shared: [...other.words].filter((word) => first.words.has(word)).length }))
      .filter(({ shared }) => shared >= MIN_SHARED)
      .toSorted((a, b) => b.shared - a.shared)
      .slice(0, REPORTS_A_BUNDLE - 1)
    const bundle = [first, ...near.map(({ other }) => other)]
    for (const one of bundle) drawn.add(one)
    found.push(bundle.map(({ reading }) => reading))
  }
  return found
}

const daysApart = (one, other) => {
  const [a, b] = [one, other].map(({ articles }) => Date.parse(articles[0]?.published?.value ?? ''))
  return Number.isNaN(a) || Number.isNaN(b) ? Number.POSITIVE_INFINITY : Math.abs(a - b) / 86_400_000
}

/** One line for each value of each question, and whether the incident belongs in the list. */
export function* valuesOf(incident) {
  const lead = incident.accounts[0]
  yield { question: 'listed', value: titleOf(incident), at: `${lead.document} ${lead.event}`, claims: [] }
  for (const aspect of incident.aspects) {
    if (aspect.name === 'status') continue
    for (const value of aspect.values) {
      const claims = aspect.claims.filter((claim) =>
        value.grounds.some(
          ({ account, span }) => account === claim.account && span[0] === claim.span[0] && span[1] === claim.span[1],
        ),
      )
      yield {
        question: aspect.name,
        value: value.denied ? `not ${value.value}` : value.value,
        claims,
        state: aspect.state,
        grounds: value.grounds,
      }
    }
  }
}

if (task === 'draw') {
  const [seed, bundles] = [rest[0], Number(rest[1])]
  const taken = new Set(takenKeys())
  let number = 0
  for (const bundle of draw(seed, bundles, (key) => taken.has(key))) {
    const texts = new Map(bundle.map(({ document }) => [document.id, document.text]))
    const bundleKey = keyOf(bundle[0])
    console.log(`\n##### BUNDLE ${++number} ${bundleKey} half ${Number.parseInt(bundleKey.slice(0, 6), 16) % 2}`)
    for (const { document, articles } of bundle)
      console.log(
        `--- ${keyOf({ document })} ${articles[0]?.published?.value ?? ''} ${articles[0]?.title?.text ?? ''}\n${document.text.slice(0, 900).replace(/\s+/g, ' ')}`,
      )
    for (const incident of reconcile(bundle).filter(isListed)) {
      console.log(
        `  == ${incident.id} [${incident.time?.start ?? ''}..${incident.time?.end ?? ''}] ${incident.place?.name ?? ''} conf ${incident.confidence.toFixed(2)}`,
      )
      let at = 0
      for (const { question, value, state, grounds } of valuesOf(incident)) {
        const [ground] = grounds ?? []
        const account = ground && incident.accounts[ground.account]
        const passage = ground
          ? texts
              .get(account.document)
              .slice(Math.max(0, ground.span[0] - 110), ground.span[1] + 110)
              .replace(/\s+/g, ' ')
          : ''
        console.log(`  ${at++} ${question}: ${value} ${state === 'disputed' ? 'DISPUTED' : ''} | ${passage}`)
      }
    }
  }
}

function takenKeys() {
  try {
    return readdirSync(FOLDER)
      .filter((name) => name.endsWith('.tsv'))
      .flatMap((name) => linesOf(`${FOLDER}${name}`).map((line) => line.split('\t')[0]))
  } catch {
    return []
  }
}

if (task === 'score') {
  const labels = new Map(
    ['labels', 'labels-later']
      .flatMap((name) => linesOf(`${FOLDER}${name}.tsv`))
      .map((line) => [line.split('\t').slice(0, 4).join(' '), line.endsWith('right')]),
  )
  const byKey = new Map(readings.map((reading) => [keyOf(reading), reading]))
  const tally = new Map()
  const count = (question, isShown, isRight) => {
    const own = tally.get(question) ?? { shown: 0, right: 0, hidden: 0, hiddenRight: 0 }
    tally.set(question, own)
    if (isShown) own.right += isRight ? 1 : 0
    else own.hiddenRight += isRight ? 1 : 0
    own[isShown ? 'shown' : 'hidden']++
  }
  for (const keys of linesOf(`${FOLDER}bundles.tsv`).map((line) => line.split('\t'))) {
    if (options.half !== undefined && Number.parseInt(keys[0].slice(0, 6), 16) % 2 !== Number(options.half)) continue
    const bundle = keys.map((key) => byKey.get(key))
    const keyOfDocument = new Map(bundle.map(({ document }, at) => [document.id, keys[at]]))
    const shown = new Set()
    for (const incident of reconcile(bundle).filter(isListed)) {
      const nameOf = (account, question, [from, to]) =>
        [keyOfDocument.get(incident.accounts[account].document), question, from, to].join(' ')
      for (const { question, grounds } of valuesOf(incident))
        for (const { account, span } of grounds ?? []) shown.add(nameOf(account, question, span))
      const { document, event, article } = incident.accounts[0]
      const { trigger } = bundle
        .find((one) => one.document.id === document)
        .articles[article - 1].events.find(({ id }) => id === event)
      shown.add(nameOf(0, 'listed', trigger))
    }
    for (const [key, isRight] of labels) {
      const [report, question] = key.split(' ')
      if (keys.includes(report)) count(question.replace(/:.*/, ''), shown.has(key), isRight)
    }
  }
  for (const [question, { shown, right, hidden, hiddenRight }] of [...tally].sort())
    console.log(
      `${question.padEnd(12)} shown ${right} of ${shown} right (${((100 * right) / shown).toFixed(0)} %), not shown ${hiddenRight} of ${hidden}`,
    )
}
