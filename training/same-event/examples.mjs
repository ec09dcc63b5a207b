// Labelled sets -> examples: the signs of two mentions or chains, whether they are one event, and how much that counts.

import { fileURLToPath } from 'node:url'
import { averageLinkage } from '../../dist/reconciling/average-linkage.js'
import { blocksOf } from '../../dist/reconciling/blocks.js'
import { signsOf } from '../../dist/reconciling/compare/compare.js'
import { signsWithin } from '../../dist/reconciling/compare/mentions.js'
import { chainOf } from '../../dist/reconciling/event-chain.js'
import { readAccounts, readEcbPlus, readGroups, readLines } from './labelled.mjs'
import { scoreOf } from './logistic.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** Pairs of two groups are many and mostly easy. */
const OTHER_GROUP_WEIGHT = 0.25

/** Of each set: its articles, how much a pair counts, and what two mentions without a name in common are: two events, or unknown. */
export function setsOf(readings, ecbplus) {
  const groups = { name: 'groups', articles: readGroups(here('groups.txt'), readLines(`${readings}/groups.ndjson`)), weight: 1, areTwo: () => true }
  const accounts = { name: 'accounts', articles: readAccounts(here('../../benchmarks/accounts'), readLines(`${readings}/accounts.ndjson`), 0), weight: 2, areTwo: () => true }
  // Its actions are finer than our events: within one event "shot" and "killed" are two there.
  const ecb = ecbplus && { name: 'ECB+', articles: readEcbPlus([`${ecbplus}/train.jsonl`], readLines(`${readings}/ecbplus.ndjson`)), weight: 0.15, areTwo: (one, other) => one.group !== other.group, isAlike: (one, other) => parseInt(one.group, 10) === parseInt(other.group, 10) }
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

/** As in src/reconciling/chain-mentions.ts. */
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

export function* examplesAcross({ articles, weight, areTwo, isAlike }, within) {
  const chains = articles.flatMap((article) => chainsOf(article, within))
  for (const [at, one] of chains.entries())
    for (const other of chains.slice(at + 1)) {
      if (one.chain.article === other.chain.article) continue
      const isOneGroup = one.group === other.group
      if (!isOneGroup && ![...one.blocks].some((block) => other.blocks.has(block))) continue
      const same = relate(one.labels, other.labels, areTwo(one, other))
      const signs = same === null ? null : signsOf(one.chain, other.chain)
      if (signs) yield { signs, same, weight: weight * (isOneGroup || same || isAlike?.(one, other) ? 1 : OTHER_GROUP_WEIGHT), group: one.group, one: one.chain, other: other.chain }
    }
}

/** Days later, and another place: what was one event would then be two, however alike the words. */
const LATER_DAYS = [2, 4, 7, 14, 30, 90]
const MADE_WEIGHT = 0.5

export function* movedExamples(examples) {
  const ones = examples.filter(({ same }) => same)
  for (const [at, { one, other, weight, group }] of ones.entries()) {
    const days = LATER_DAYS[at % LATER_DAYS.length]
    const later = {
      ...other,
      whens: other.whens.map((when) => ({ ...when, first: when.first + days, last: when.last + days })),
      publishedOn: other.publishedOn === null ? null : other.publishedOn + days,
    }
    const moved = { ...other, ...placeOf(ones[(at + 1) % ones.length].one) }
    const isDated = one.whens.length > 0 && other.whens.length > 0
    const isPlaced = one.spots.length > 0 && other.spots.length > 0 && moved.spots.length > 0
    const made = [isDated ? later : null, isPlaced && one.spots[0].country !== moved.spots[0].country ? moved : null]
    for (const chain of made.filter(Boolean)) {
      const signs = signsOf(one, chain)
      if (signs) yield { signs, same: 0, weight: weight * MADE_WEIGHT, group }
    }
  }
}

const placeOf = ({ spots, around, sites, town }) => ({ spots, around, sites, town })

/** With how many events of other groups each is put into one town, one country, or no place, on one day. */
const NEIGHBOURS = 6
const NEIGHBOUR_WEIGHT = 0.1

/** Any two events of two groups, as if they had happened on one day and in one town, in one country, or nobody knows where. */
export function* neighbourExamples(examples) {
  const chains = [...new Map(examples.map(({ one, group }) => [one.key, { chain: one, group }])).values()]
  for (const [at, { chain: one, group }] of chains.entries())
    for (let step = 1; step <= NEIGHBOURS; step++) {
      const next = chains[(at + step * 17) % chains.length]
      if (next.group === group) continue
      const [here, there] = [HERE, IN_COUNTRY, NOWHERE][step % 3](one)
      const signs = signsOf(here, { ...next.chain, ...there, whens: one.whens, publishedOn: one.publishedOn })
      if (signs) yield { signs, same: 0, weight: NEIGHBOUR_WEIGHT, group }
    }
}

const HERE = (chain) => [chain, placeOf(chain)]

const IN_COUNTRY = (chain) => {
  const [spot] = chain.spots
  if (spot?.country === undefined) return HERE(chain)
  const country = { ...spot, name: spot.country, precision: 'country', geonameId: undefined, admin1: undefined }
  return [chain, { spots: [country], around: null, sites: [], town: [] }]
}

const NO_PLACE = { spots: [], around: null, sites: [], town: [] }

const NOWHERE = (chain) => [{ ...chain, ...NO_PLACE }, NO_PLACE]
