// The lexicons of people, bodies and countries -> look-ups by lower-case form.

import type { EntityType } from '../../types.ts'

export type Gender = 'male' | 'female'

interface Known {
  name: string
  type: EntityType
  country?: string
  sector?: string
  /** The form is also an ordinary word or another name: it needs more than itself. */
  ambiguous: boolean
}

export interface NameLexicon {
  titles: ReadonlyMap<string, { gender?: Gender; role: boolean }>
  personNouns: ReadonlyMap<string, { plural: boolean; group: boolean; singular: string; unnamed: boolean }>
  /** Wording that hides a name: "on condition of anonymity". */
  hidden: RegExp
  heads: ReadonlyMap<string, { type: EntityType; sector?: string }>
  known: ReadonlyMap<string, Known>
  /** By the first word of known names of several words: of how many tokens the longest one has at most. */
  wordsFrom: ReadonlyMap<string, number>
  /** Adjectives and names of citizens: "Iraqi", "Iraqis". */
  demonyms: ReadonlyMap<string, string>
  /** By ISO 3166-1 alpha-2 code; the capital is the first listed. */
  countries: ReadonlyMap<string, { name: string; capital?: string }>
  firstNames: ReadonlyMap<string, Gender | 'either'>
  /** Singular nouns. */
  documents: ReadonlySet<string>
}

/** The entries of the lexicon files of these names, as `lexicon/README.md` gives them. */
export interface NameFiles {
  titles: { entries: { title: string; gender?: Gender; role: boolean }[] }
  persons: {
    entries: { noun: string; number: 'singular' | 'plural' | 'group'; singular?: string; unnamed: boolean }[]
    hidden: string[]
  }
  organisations: {
    entries: { head: string; type: EntityType; sector?: string }[]
    names: {
      name: string
      aliases?: string[]
      type: EntityType
      sector?: string
      country?: string
      ambiguous?: string[]
    }[]
  }
  countries: {
    entries: {
      code: string
      name: string
      aliases: string[]
      adjectives: string[]
      people: string[]
      capitals: string[]
    }[]
  }
  firstNames: { entries: { name: string; gender: Gender | 'either' }[] }
  documents: { entries: { noun: string }[] }
}

export function indexNames({
  titles,
  persons,
  organisations,
  countries,
  firstNames,
  documents,
}: NameFiles): NameLexicon {
  const known = new Map<string, Known>()
  for (const { code, name, aliases, capitals } of countries.entries) {
    for (const form of [name, ...aliases])
      known.set(keyOf(form), { name, type: 'place', country: code, ambiguous: false })
    for (const form of capitals) known.set(keyOf(form), { name: form, type: 'place', country: code, ambiguous: false })
  }
  for (const { name, aliases = [], type, sector, country, ambiguous = [] } of organisations.names) {
    for (const form of [name, ...aliases]) {
      const about = { ...(sector ? { sector } : {}), ...(country ? { country } : {}) }
      if (!known.has(keyOf(form))) known.set(keyOf(form), { name, type, ambiguous: ambiguous.includes(form), ...about })
    }
  }
  return {
    titles: new Map(titles.entries.map(({ title, ...about }) => [keyOf(title), about])),
    personNouns: new Map(
      persons.entries.map(({ noun, number, singular, unnamed }) => [
        keyOf(noun),
        { plural: number !== 'singular', group: number === 'group', singular: singular ?? noun, unnamed },
      ]),
    ),
    hidden: new RegExp(`\\b(?:${persons.hidden.join('|')})\\b`, 'i'),
    heads: new Map(organisations.entries.map(({ head, ...about }) => [keyOf(head), about])),
    known,
    wordsFrom: longestByFirstWord([...known.keys()]),
    demonyms: new Map(
      countries.entries.flatMap(({ code, adjectives, people }) =>
        [...adjectives, ...people].map((form) => [keyOf(form), code] as const),
      ),
    ),
    countries: new Map(countries.entries.map(({ code, name, capitals: [capital] }) => [code, { name, capital }])),
    documents: new Set(documents.entries.map(({ noun }) => noun)),
    firstNames: new Map(firstNames.entries.map(({ name, gender }) => [keyOf(name), gender])),
  }
}

/** An apostrophe or a hyphen makes two or three tokens of a word. */
function longestByFirstWord(keys: readonly string[]): Map<string, number> {
  const longest = new Map<string, number>()
  for (const key of keys) {
    const words = key.split(/[\s'-]+/)
    const tokens = words.length + (key.match(/['-]/g)?.length ?? 0)
    if (tokens > 1) longest.set(words[0], Math.max(tokens, longest.get(words[0]) ?? 0))
  }
  return longest
}

/** The country that a phrase says something belongs to: "Iraqi prime minister", "Kosovo's president". */
export function countryIn(words: readonly string[], { demonyms, known }: NameLexicon): string | undefined {
  return words
    .map((word) => demonyms.get(keyOf(word)) ?? known.get(keyOf(word))?.country)
    .find((code) => code !== undefined)
}

/** Case, "the", full stops, possessives and accents make no other name. */
export function keyOf(form: string): string {
  if (/^[A-Za-z]*$/.test(form)) return form.toLowerCase()
  return form
    .normalize('NFKD')
    .replace(/[\u0300-\u036f.]/g, '')
    .replace(/[’]/g, "'")
    .replace(/^the /i, '')
    .replace(/'s?$/, '')
    .trim()
    .toLowerCase()
}
