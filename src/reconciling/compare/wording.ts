// Two event chains -> the signs of their wording: how much of their sentences' words two of them share, and which words and names that few
// reports have. Places are left out of the latter: a town has many events.

import type { EventChain } from '../event-chain.ts'
import { bestOf } from './best-of.ts'
import { COMMON } from './common-words.ts'
import { areApart } from './sets.ts'
import type { Signs, SignsToBe } from './signs.ts'
import { traitsOf } from './traits.ts'

export function signsOfWords(one: EventChain, other: EventChain): Signs {
  const [{ rare, names, company }, others] = [traitsOf(one), traitsOf(other)]
  const alike = bestOf(one.sentences, other.sentences, overlapOfSentences)
  const shared = countShared(rare, others.rare)
  const companyShared = one.article === other.article ? 0 : countShared(company, others.company)
  const namesShared = countShared(names, others.names)
  const signs: SignsToBe = {}
  if (alike > CHANCE_OVERLAP) signs['words: alike'] = alike - CHANCE_OVERLAP
  if (shared > 0) signs['words: rare ones shared'] = Math.min(1, shared / MANY_WORDS)
  else if (Math.min(rare.size, others.rare.size) >= ENOUGH_WORDS) signs['words: no rare one shared'] = 1
  if (namesShared > 0) signs['words: names shared'] = Math.min(1, namesShared / MANY_NAMES)
  else if (names.size > 0 && others.names.size > 0) signs['words: no name shared'] = 1
  if (companyShared > 0) signs['words: articles share names'] = Math.min(1, companyShared / MANY_COMPANY)
  else if (areApart(company, others.company)) signs['words: articles share no name'] = 1
  return signs
}

/** A sentence of fewer words says too little to resemble another. */
const MIN_WORDS = 4
/** Any two sentences may share so much of their words. */
const CHANCE_OVERLAP = 0.15
const MANY_WORDS = 4
const MANY_NAMES = 2
const MANY_COMPANY = 4
/** If each has so many rare words, one would be shared. */
const ENOUGH_WORDS = 2
const COMMON_WEIGHT = 0.4

/** By weight, the share of the smaller one that is in the larger. */
function overlapOfSentences(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size < MIN_WORDS || other.size < MIN_WORDS) return 0
  let [shared, ofOne, ofOther] = [0, 0, 0]
  for (const word of one) {
    ofOne += weightOf(word)
    if (other.has(word)) shared += weightOf(word)
  }
  for (const word of other) ofOther += weightOf(word)
  return shared / Math.min(ofOne, ofOther)
}

const weightOf = (word: string): number => (COMMON.has(word) ? COMMON_WEIGHT : 1)

function countShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return shared
}
