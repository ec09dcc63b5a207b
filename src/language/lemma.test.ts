import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { indexLemmas } from './lemma.ts'

const lemmatize = indexLemmas(
  JSON.parse(readFileSync(new URL('../../lexicon/lemmas.json', import.meta.url), 'utf8')).entries,
)

/** Part of speech, forms and their lemmas in pairs. */
const CASES: [pos: string, pairs: string, why: string][] = [
  ['NOUN', 'armies army, churches church, houses house, days day', 'plurals'],
  ['NOUN', 'crisis crisis, news news, virus virus, press press, series series', 'in the singular for all their s'],
  ['NOUN', 'women woman, policemen policeman, children child, leaves leaf, wives wife', 'irregular plurals'],
  ['NOUN', 'headquarters headquarters, people people, police police', 'one form'],
  ['VERB', 'says say, said say, denies deny, denied deny, goes go, went go, passes pass', 'finite forms'],
  ['VERB', 'stopped stop, planning plan, reported report, needed need, agreed agree, fled flee', 'regular ones'],
  ['VERB', 'forced force, settled settle, charged charge, fired fire, closed close, united unite', 'with an e'],
  ['VERB', 'killed kill, calling call, bring bring, feed feed, led lead, held hold, told tell', 'without one'],
  ['VERB', 'arranged arrange, quoted quote, visited visit, developed develop, using use', 'told apart by the table'],
  ['AUX', "was be, ’re be, has have, ca can, wo will, n't n't, would would, might might", 'auxiliaries'],
  ['ADJ', 'left left, larger larger', 'other words stand as they are'],
  ['PROPN', 'reuters reuters, fighting fighting', 'names too'],
  ['NOUN', 'reporting reporting, killing killing', 'a noun that looks like a verb'],
  ['VERB', 'is be, as as, ed ed, xs xs', 'short words'],
]

it.each(CASES)('%s: %s (%s)', (pos, pairs) => {
  for (const pair of pairs.split(', ')) {
    const [form, lemma] = pair.split(' ')
    expect(lemmatize(form, pos), form).toBe(lemma)
  }
})

it('leaves what is no word alone', () => {
  const long = `${'a'.repeat(1e6)}ing`
  expect(lemmatize(long, 'VERB')).toBe(long)
})
