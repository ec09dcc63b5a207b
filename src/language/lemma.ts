// A word and its part of speech -> its lemma: nouns in the singular, verbs in the infinitive, every other word as it stands.

export interface LemmaEntry {
  lemma: string
  pos: 'noun' | 'verb'
  /** Its forms that the rules get wrong. */
  forms: readonly string[]
}

/** @param word in small letters */
export type Lemmatizer = (word: string, pos: string) => string

export function indexLemmas(entries: readonly LemmaEntry[]): Lemmatizer {
  const of = (kind: LemmaEntry['pos']) =>
    new Map(
      entries.flatMap(({ lemma, pos, forms }) => (pos === kind ? forms.map((form) => [form, lemma] as const) : [])),
    )
  const [nouns, verbs] = [of('noun'), of('verb')]
  return (word, pos) => {
    if (word.length > LONGEST) return word
    if (pos === 'NOUN') return nouns.get(word) ?? singularOf(word)
    if (pos === 'VERB' || pos === 'AUX') return verbs.get(word) ?? infinitiveOf(word)
    return word
  }
}

/** No English word is longer. */
const LONGEST = 40

/** The first that fits, and what stands in its place; "$1" keeps what is in brackets. */
type Rules = readonly (readonly [ending: RegExp, instead: string])[]

const NOUNS: Rules = [
  [/([^aeiou])ies$/, '$1y'], // armies
  [/(ss|[cs]h|x|zz)es$/, '$1'], // churches
  [/men$/, 'man'], // policemen
  [/([^uis])s$/, '$1'], // houses; not crisis, virus, press
]

const VERBS: Rules = [
  [/([^aeiou])ie[sd]$/, '$1y'], // denies, denied
  [/(ss|[cs]h|x|zz|[^aeiou]o)es$/, '$1'], // passes, goes
  [/([^us])s$/, '$1'], // says
  [/([bdgmnprt])\1(?:ed|ing)$/, '$1'], // stopped
  [/([cvz]|u|[^aeioulrw]l|[drlai]g|[aeiourn]s|[^s]th)(?<!zz|[aeiou]{2}[lg])(?:ed|ing)$/, '$1e'], // forced, settled, charged, closed
  [/((?:^|[^aeiou])(?:[aiouy][bdgkmp]|[aou]t|[aiu][nr]|[ou]l|il)|[iu]at)(?:ed|ing)$/, '$1e'], // named, decided, located, fired
  [/(?:ed|ing)$(?<=[aeiouy].*(?:ed|ing))/, ''], // reported
]

/** @public By rule alone; lexicon/compile-lemmas.mjs lists what the rules get wrong. */
export const singularOf = (word: string): string => apply(NOUNS, word)
/** @public By rule alone, as above. */
export const infinitiveOf = (word: string): string => apply(VERBS, word)

function apply(rules: Rules, word: string): string {
  const rule = word.length > 3 ? rules.find(([ending]) => ending.test(word)) : undefined
  return rule ? word.replace(...rule) : word
}
