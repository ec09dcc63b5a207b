// The forms that the rules of src/language/lemma.ts get wrong -> lemmas.json. Build first, then:
//
//   pip download --no-deps lemminflect==0.2.3 && unzip -j lemminflect-*.whl lemminflect/resources/lemma_lu.csv.gz
//   node lexicon/compile-lemmas.mjs lemma_lu.csv.gz

import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { infinitiveOf, singularOf } from '../dist/language/lemma.js'

/** Where the source puts the rarer lemma first, and what it lacks. */
const OURS = { 'noun leaves': 'leaf', 'noun media': 'media', 'noun ads': 'ad', 'noun ops': 'op', 'verb lay': 'lay' }
const CLITICS = { be: ["'s", '’s', "'re", '’re', "'m", '’m', 'ai'], have: ["'ve", '’ve'], will: ["'ll", '’ll', 'wo'], can: ['ca'] }
/** Before these are nouns: "ought" is no form of "owe". */
const MODALS = ['might', 'could', 'would', 'should', 'ought', 'may', 'can', 'must', 'shall', 'will']

const forms = new Map(Object.entries(CLITICS).map(([lemma, forms]) => [`${lemma} verb`, new Set(forms)]))
for (const line of gunzipSync(readFileSync(process.argv[2])).toString().trimEnd().split('\n')) {
  const [form, pos, lemmas] = line.split(',')
  if (!(pos === 'noun' || pos === 'verb') || !/^[a-z]+$/.test(form)) continue
  const lemma = OURS[`${pos} ${form}`] ?? lemmas.split('/')[0]
  const ruled = pos === 'noun' ? singularOf(form) : infinitiveOf(form)
  if (ruled === lemma || !/^[a-z]+$/.test(lemma) || MODALS.includes(form)) continue
  const key = `${lemma} ${pos}`
  forms.set(key, (forms.get(key) ?? new Set()).add(form))
}

const entries = [...forms]
  .map(([key, forms]) => [...key.split(' '), [...forms].sort()])
  .sort(([a, aPos], [b, bPos]) => (`${a} ${aPos}` < `${b} ${bPos}` ? -1 : 1))
  .map(([lemma, pos, forms]) => `    {"lemma": ${JSON.stringify(lemma)}, "pos": "${pos}", "forms": ${JSON.stringify(forms).replaceAll('","', '", "')}}`)
const head = {
  about: 'Forms of nouns and verbs whose lemma the rules of src/language/lemma.ts get wrong: "women", "said", "needed".',
  licence: 'MIT',
  source: 'LemmInflect 0.2.3 (Brad Jascob, MIT), made from the SPECIALIST Lexicon of the US National Library of Medicine; compiled by lexicon/compile-lemmas.mjs.',
}
writeFileSync(new URL('lemmas.json', import.meta.url), `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "entries": [\n${entries.join(',\n')}\n  ]\n}\n`)
console.log(`${entries.length} entries`)
