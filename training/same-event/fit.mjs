// Labelled reports -> src/reconciling/compare/weights.ts: what each sign of one event counts, between articles and within one. README.md
// says what it is fitted on and how to make the readings.
//
//   node training/same-event/fit.mjs READINGS ECBPLUS     # two folders; --show prints the weights with how often each sign was seen

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SIGNS } from '../../dist/reconciling/compare/signs.js'
import { examplesAcross, examplesWithin, movedExamples, neighbourExamples, setsOf } from './examples.mjs'
import { fit, scoreOf } from './logistic.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

/** What counts for one event or against it, whatever the examples; all others may be either. */
const AGAINST = /: (?:other|another|an act|apart|far apart|not |articles on other|days|weeks|news apart|victims of the other|actors of another|unknown|looks|parted|no |articles share no)|: a day apart/
const FOR = /: (?:same|near|one battle|of one battle|as the other|articles on one|toll that may|alike|rare|names shared|articles share names|refers|news of|news together)/
const directions = Object.fromEntries(SIGNS.map((sign) => [sign, AGAINST.test(sign) ? -1 : FOR.test(sign) ? 1 : 0]))

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

const [readings, ecbplus] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'))
const sets = setsOf(readings, ecbplus)
// ECB+ says of two mentions in one report only that they are one.
const inside = sets.filter(({ name }) => name !== 'ECB+').flatMap((set) => [...examplesWithin(set)])
crossValidate('within articles', inside)
const within = fit(inside, directions)
const between = sets.flatMap((set) => {
  const told = [...examplesAcross(set, within)]
  return [...told, ...movedExamples(told), ...(set.name === 'ECB+' ? [] : neighbourExamples(told))]
})
crossValidate('between articles', between)
const across = fit(between, directions)
if (process.argv.includes('--show')) {
  show('within', within, inside)
  show('across', across, between)
}
writeFileSync(here('../../src/reconciling/compare/weights.ts'), [HEADER, tableOf('ACROSS', across), tableOf('WITHIN', within)].join('\n'))
