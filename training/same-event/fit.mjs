// Labelled reports -> src/reconciling/compare/weights.ts: what each sign of one event counts, between articles and within one. README.md
// says what it is fitted on and how to make the readings.
//
//   node training/same-event/fit.mjs READINGS ECBPLUS     # two folders; --show prints the weights with how often each sign was seen

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { averageLinkage } from '../../dist/reconciling/average-linkage.js'
import { blocksOf } from '../../dist/reconciling/blocks.js'
import { signsOf } from '../../dist/reconciling/compare/compare.js'
import { signsWithin } from '../../dist/reconciling/compare/mentions.js'
import { SIGNS } from '../../dist/reconciling/compare/signs.js'
import { chainOf } from '../../dist/reconciling/event-chain.js'
import { readAccounts, readEcbPlus, readGroups, readLines } from './labelled.mjs'
import { fit, scoreOf } from './logistic.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** What counts for one event or against it, whatever the examples; all others may be either. */
const AGAINST = /: (?:other|another|an act|apart|far apart|not |articles on other|days|weeks|news apart|victims of the other|actors of another|unknown|looks|no |articles share no)|: a day apart/
const FOR = /: (?:same|near|one battle|as the other|articles on one|toll that may|alike|rare|names shared|articles share names|refers|news of|news together)/
const directions = Object.fromEntries(SIGNS.map((sign) => [sign, AGAINST.test(sign) ? -1 : FOR.test(sign) ? 1 : 0]))

/** Pairs of two groups are many and mostly easy. */
const OTHER_GROUP_WEIGHT = 0.25

/** Of each set: its articles, how much a pair counts, and what two mentions without a name in common are: two events, or unknown. */
export function setsOf(readings, ecbplus) {
  const groups = { name: 'groups', articles: readGroups(here('groups.txt'), readLines(`${readings}/groups.ndjson`)), weight: 1, areTwo: () => true }
  const accounts = { name: 'accounts', articles: readAccounts(here('../../benchmarks/accounts'), readLines(`${readings}/accounts.ndjson`), 0), weight: 1, areTwo: () => true }
  // Its actions are finer than our events: within one event "shot" and "killed" are two there.
  const ecb = ecbplus && { name: 'ECB+', articles: readEcbPlus([`${ecbplus}/train.jsonl`], readLines(`${readings}/ecbplus.ndjson`)), weight: 0.3, areTwo: (one, other) => one.group !== other.group }
  return [groups, accounts, ecb].filter(Boolean)
}

/** 1 one event, 0 two, null unknown. */
function relate(labels, others, areTwo) {
  if (labels.length === 0 || others.length === 0) return null
  return labels.some((label) => others.includes(label)) ? 1 : areTwo ? 0 : null
}

export function* examplesWithin({ articles, weight, areTwo }) {
  for (const article of articles) {
    const { mentions, labels } = article
    const singles = mentions.map((mention) => chainOf([mention]))
    for (const [at, one] of singles.entries())
      for (const other of singles.slice(at + 1, at + 60)) {
        const same = relate(labels.get(one.key), labels.get(other.key), areTwo(article, article))
        const signs = same === null ? null : signsWithin(one, other)
        if (signs) yield { signs, same, weight, group: article.group }
      }
  }
}

const MIN_CHAIN_SCORE = 0

function chainsOf({ mentions, labels, group }, within) {
  const singles = mentions.map((mention) => chainOf([mention]))
  const pairs = singles.flatMap((one, at) =>
    singles.slice(at + 1, at + 60).map((other, step) => {
      const signs = signsWithin(one, other)
      return { one: at, other: at + 1 + step, score: signs ? scoreOf(within, signs) : -10 }
    }),
  )
  return averageLinkage(mentions.length, pairs, { minAverage: MIN_CHAIN_SCORE, uncompared: -1 }).map((cluster) => {
    const chain = chainOf(cluster.map((at) => mentions[at]))
    return { chain, group, blocks: new Set(blocksOf(chain)), labels: [...new Set(chain.mentions.flatMap(({ key }) => labels.get(key)))] }
  })
}

export function* examplesAcross({ articles, weight, areTwo }, within) {
  const chains = articles.flatMap((article) => chainsOf(article, within))
  for (const [at, one] of chains.entries())
    for (const other of chains.slice(at + 1)) {
      if (one.chain.article === other.chain.article) continue
      const isOneGroup = one.group === other.group
      if (!isOneGroup && ![...one.blocks].some((block) => other.blocks.has(block))) continue
      const same = relate(one.labels, other.labels, areTwo(one, other))
      const signs = same === null ? null : signsOf(one.chain, other.chain)
      if (signs) yield { signs, same, weight: weight * (isOneGroup || same ? 1 : OTHER_GROUP_WEIGHT), group: one.group, one: one.chain, other: other.chain }
    }
}

/** Days later, and another place: what was one event would then be two, however alike the words. */
const LATER_DAYS = [2, 4, 7, 14, 30, 90]
const MADE_WEIGHT = 0.5

function* madeExamples(examples) {
  const ones = examples.filter(({ same }) => same)
  for (const [at, { one, other, weight, group }] of ones.entries()) {
    const days = LATER_DAYS[at % LATER_DAYS.length]
    const elsewhere = ones[(at + 1) % ones.length].one
    const later = {
      ...other,
      whens: other.whens.map((when) => ({ ...when, first: when.first + days, last: when.last + days })),
      publishedOn: other.publishedOn === null ? null : other.publishedOn + days,
    }
    const moved = { ...other, spots: elsewhere.spots, around: elsewhere.around, sites: elsewhere.sites, town: elsewhere.town }
    const isDated = one.whens.length > 0 && other.whens.length > 0
    const isPlaced = one.spots.length > 0 && other.spots.length > 0 && moved.spots.length > 0
    for (const made of [isDated ? [later] : [], isPlaced && one.spots[0].country !== moved.spots[0].country ? [moved] : []].flat()) {
      const signs = signsOf(one, made)
      if (signs) yield { signs, same: 0, weight: weight * MADE_WEIGHT, group }
    }
  }
}

const FOLDS = 5

/** What is right at log odds of 0 if each group is judged by weights fitted on the others. */
function crossValidate(name, examples) {
  const folds = [...new Set(examples.map(({ group }) => group))]
  const foldOf = new Map(folds.map((group, at) => [group, at % FOLDS]))
  let [right, told, there, errors] = [0, 0, 0, 0]
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = fit(examples.filter(({ group }) => foldOf.get(group) !== fold), directions)
    for (const { signs, same, group, weight } of examples) {
      if (foldOf.get(group) !== fold) continue
      const said = scoreOf(model, signs) > 0
      if (said && same) right += weight
      if (said) told += weight
      if (same) there += weight
      if (said !== Boolean(same)) errors += weight
    }
  }
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  console.log(`${name}: ${examples.length} pairs, ${examples.filter(({ same }) => same).length} of one event; in ${FOLDS} folds by group, weighted: precision ${percent(right / told)}, recall ${percent(right / there)}, wrong ${percent(errors / total)}`)
}

const percent = (share) => `${(100 * share).toFixed(1)} %`

function tableOf(name, { bias, weights }) {
  const lines = SIGNS.map((sign) => `  '${sign}': ${Number(weights[sign].toFixed(2))},`)
  return `export const ${name}_BIAS = ${Number(bias.toFixed(2))}\n\nexport const ${name}: Weights = {\n${lines.join('\n')}\n}\n`
}

const HEADER = `// What each sign counts, in log odds: ACROSS between event chains of two articles, WITHIN between mentions of one article. Written by
// training/same-event/fit.mjs, never by hand; the README there says on what and when it was fitted.

import type { Weights } from './weigh.ts'
`

function show(name, model, examples) {
  console.log(`\n${name}: bias ${model.bias.toFixed(2)}`)
  for (const sign of SIGNS) {
    const seen = examples.filter(({ signs }) => sign in signs)
    console.log(`  ${sign.padEnd(38)} ${model.weights[sign].toFixed(2).padStart(6)}  seen in ${seen.filter(({ same }) => same).length} of one event, ${seen.filter(({ same }) => !same).length} of two`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [readings, ecbplus] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
  const sets = setsOf(readings, ecbplus)
  const inside = sets.flatMap((set) => [...examplesWithin(set)])
  crossValidate('within articles', inside)
  const within = fit(inside, directions)
  const told = sets.map((set) => [...examplesAcross(set, within)])
  const between = told.flatMap((examples) => [...examples, ...madeExamples(examples)])
  crossValidate('between articles', between)
  const across = fit(between, directions)
  if (process.argv.includes('--show')) {
    show('within', within, inside)
    show('across', across, between)
  }
  writeFileSync(here('../../src/reconciling/compare/weights.ts'), [HEADER, tableOf('ACROSS', across), tableOf('WITHIN', within)].join('\n'))
}
