// Two event chains -> the signs of their wording: how much of their sentences' words two of them share, common words counting less.

import type { EventChain } from '../event-chain.ts'
import { tellingWords } from '../words.ts'
import { bestOf } from './best-of.ts'
import type { Signs } from './signs.ts'

export function signsOfWords({ sentences: ones }: EventChain, { sentences: others }: EventChain): Signs {
  const alike = bestOf(ones, others, overlapOfSentences)
  const rare = bestOf(ones, others, rareWordsShared)
  return {
    ...(alike > CHANCE_OVERLAP ? { 'words: alike': alike - CHANCE_OVERLAP } : {}),
    ...(rare > 0 ? { 'words: rare ones shared': Math.min(1, rare / MANY_WORDS) } : {}),
  }
}

/** A sentence of fewer words says too little to resemble another. */
const MIN_WORDS = 4
/** Any two sentences may share so much of their words. */
const CHANCE_OVERLAP = 0.15
const MANY_WORDS = 6
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

function rareWordsShared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let shared = 0
  for (const word of one) if (other.has(word) && !COMMON.has(word)) shared++
  return shared
}

const weightOf = (word: string): number => (COMMON.has(word) ? COMMON_WEIGHT : 1)

/** Words that most reports of violence have: that two of them share one says little. */
const COMMON: ReadonlySet<string> = tellingWords(
  `kill killed attack attacks force forces group government city town village area province district region state country capital
   terrorist rebel rebels civilian army military police policeman soldier soldiers troops security fighter fighters militant militants
   militia gunman gunmen armed insurgent insurgents injured wounded wound hurt dead death deaths died dies bomb bombs bombing bomber
   explosion exploded explosive blast strike strikes air airstrike raid shelling shell rocket weapon weapons shot shooting shoot fire
   fired gunfire war fight fighting battle clash clashes conflict violence hit target targeted destroyed damage damaged launch launched
   claim claimed held hold control seize seized capture captured operation offensive opposition minister ministry president leader
   chief commander general member members spokesman local residents resident witnesses national international foreign right rights
   human near north south east west northern southern eastern western central border early late night last first second new old year
   since while left led call called accuse accused blame blamed carry carried cause caused follow following include including among
   part number dozen dozens hundred hundreds thousand thousands toll victims man men woman women children child boy girl arrest arrested
   detain detained court protest protesters vehicle car bus road house home hospital school market building street base post`,
)
